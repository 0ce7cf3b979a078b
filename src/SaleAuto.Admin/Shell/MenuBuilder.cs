using Microsoft.Extensions.Localization;

namespace SaleAuto.Admin.Shell;

/// <summary>An entry of the menu, as one person sees it.</summary>
public sealed record MenuEntry(string Group, string Caption, string Icon, string Path, int Order, bool OnPhone);

/// <summary>A part of the menu.</summary>
public sealed record MenuSection(string Group, string Caption, IReadOnlyList<MenuEntry> Entries);

/// <summary>Gives entries that do not come from <see cref="AdminPage"/>s: the lists of resources.</summary>
public interface IMenuSource
{
    /// <summary>The entries that the person of the context may see.</summary>
    IEnumerable<MenuEntry> Entries(AdminContext context);
}

/// <summary>Puts the menu together for the person of the request.</summary>
public sealed class MenuBuilder(
    IEnumerable<AdminPage> pages, IEnumerable<IMenuSource> sources, IStringLocalizerFactory texts, IStringLocalizer<AdminTexts> captions, AdminContext context)
{
    private const int MostOnPhone = 4;

    private static readonly string[] Order = ["Work", "Sales", "Cars", "Finance", "Reports", "People", "Settings", "System"];

    private IReadOnlyList<MenuSection>? _sections;

    /// <summary>The sections in their order; empty ones are left out.</summary>
    public IReadOnlyList<MenuSection> Sections => _sections ??= Build();

    /// <summary>What stands at the lower edge of a phone.</summary>
    public IReadOnlyList<MenuEntry> OnPhone =>
        [.. Sections.SelectMany(section => section.Entries).OrderByDescending(entry => entry.OnPhone).Take(MostOnPhone)];

    private List<MenuSection> Build() =>
    [
        .. pages.Where(page => page.Permission is null || context.Access.Has(page.Permission))
            .Select(page => new MenuEntry(page.Group, texts.Create(page.Texts)[page.TextKey], page.Icon, page.Path, page.Order, page.OnPhone))
            .Concat(sources.SelectMany(source => source.Entries(context)))
            .GroupBy(entry => entry.Group)
            .OrderBy(group => Array.IndexOf(Order, group.Key) is var place and >= 0 ? place : Order.Length)
            .Select(group => new MenuSection(group.Key, captions[$"Menu.{group.Key}"], [.. group.OrderBy(entry => entry.Order).ThenBy(entry => entry.Caption, StringComparer.CurrentCulture)])),
    ];
}

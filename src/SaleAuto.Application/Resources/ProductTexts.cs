using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Resources;
using SaleAuto.Localization;
using SaleAuto.LowCode;
using SaleAuto.Permissions;
using SaleAuto.Presentation;

namespace SaleAuto.Resources;

/// <summary>Texts and looks of resources from the resource files of the product.</summary>
internal sealed class ProductTexts : IResourceTexts, IPermissionTextSource
{
    private const string PermissionPrefix = "SaleAuto.";

    private static readonly ResourceManager EnumNames = new(typeof(EnumTexts));
    private static readonly BadgeLook Plain = new("gray", null);

    private readonly ConcurrentDictionary<Enum, BadgeLook> _looks = new();

    public string? Find(string key) => ResourceTexts.Find(key);

    public string NameOf(Enum value) => EnumNames.GetString($"{value.GetType().Name}.{value}", CultureInfo.CurrentUICulture) ?? value.ToString();

    public BadgeLook LookOf(Enum value) => _looks.GetOrAdd(value, static v =>
        v.GetType().GetField(v.ToString())?.GetCustomAttribute<BadgeAttribute>() is { } badge
            ? new BadgeLook(badge.Colour.ToString().ToLowerInvariant(), badge.Icon)
            : Plain);

    public string ErrorOf(string code, IReadOnlyDictionary<string, object?>? values = null) => ErrorTexts.For(code, values);

    /// <summary>A permission is called as the resource, the action or the field that it opens.</summary>
    public string? FindText(string name)
    {
        if (!name.StartsWith(PermissionPrefix, StringComparison.Ordinal))
        {
            return ResourceTexts.Find($"Menu.{name}");
        }
        var key = name[PermissionPrefix.Length..];
        var text = key.Contains('.') && PermissionTexts.Find($"*.{key[(key.LastIndexOf('.') + 1)..]}") is not null ? null : ResourceTexts.Find(key);
        return text is null || key.Contains('.') ? text : string.Format(CultureInfo.CurrentCulture, ResourceTexts.Find("Permissions.See")!, text);
    }
}

using SaleAuto.Admin.Components;
using SaleAuto.Admin.Shell;
using SaleAuto.LowCode;

namespace SaleAuto.Admin.Grid;

/// <summary>Entries of the menu that come from resource definitions.</summary>
internal sealed class ResourceMenu(IResourceRegistry resources, IResourceTexts texts) : IMenuSource
{
    public IEnumerable<MenuEntry> Entries(AdminContext context) =>
        resources.All
            .Where(resource => resource.Menu is not null && context.Access.Has(resource.Permission))
            .Select(resource => new MenuEntry(resource.Menu!.Group, texts.Title(resource), resource.Menu.Icon, ResourcePaths.List(resource), resource.Menu.Order, OnPhone: false));
}

using Microsoft.AspNetCore.Routing;

namespace SaleAuto.Admin.Shell;

/// <summary>A page in the menu that is no list of a resource.</summary>
/// <param name="Group">Key of the menu's group; its caption is the admin's text <c>Menu.{Group}</c>.</param>
/// <param name="Texts">Type that marks the texts of the caption.</param>
/// <param name="TextKey">Key of the caption.</param>
/// <param name="Icon">Name of the icon; it must stand in etc/vendor/icons.txt.</param>
/// <param name="Path">Address, such as <c>/admin/calls</c>.</param>
/// <param name="Permission">Permission without which it is not in the menu; the page checks it itself. Null for everybody.</param>
/// <param name="Order">Place within the group.</param>
/// <param name="OnPhone">Whether it stands in the bar at the lower edge of a phone; the first four do.</param>
public sealed record AdminPage(string Group, Type Texts, string TextKey, string Icon, string Path, string? Permission = null, int Order = 100, bool OnPhone = false);

/// <summary>Maps the endpoints of one part of the admin into its group: policy, language, form token, context and refusals are already there.</summary>
public interface IAdminScreen
{
    /// <summary>Maps them; paths are relative to <c>/admin</c>.</summary>
    void Map(RouteGroupBuilder admin);
}

using SaleAuto.LowCode;

namespace SaleAuto.Admin.Grid;

/// <summary>Addresses of a resource's screens.</summary>
public static class ResourcePaths
{
    /// <summary>The list.</summary>
    public static string List(ResourceModel resource, GridState? state = null) =>
        $"{AdminScreens.Home}/{resource.Name}" + (state?.ToQuery() is { Length: > 0 } query ? $"?{query}" : "");

    /// <summary>A part of the list's screen.</summary>
    public static string Part(ResourceModel resource, string part) => $"{AdminScreens.Home}/{resource.Name}/{part}";

    /// <summary>The page of one record.</summary>
    public static string Detail(ResourceModel resource, Guid id) => $"{AdminScreens.Home}/{resource.Name}/{id}";

    /// <summary>The form of a new record.</summary>
    public static string New(ResourceModel resource) => $"{AdminScreens.Home}/{resource.Name}/new";

    /// <summary>The form of a record.</summary>
    public static string Edit(ResourceModel resource, Guid id) => $"{AdminScreens.Home}/{resource.Name}/{id}/edit";

    /// <summary>An action on a record: GET brings its dialog, POST runs it.</summary>
    public static string Action(ResourceModel resource, Guid id, ActionModel action) => $"{AdminScreens.Home}/{resource.Name}/{id}/actions/{action.Path}";

    /// <summary>Into the trash (POST).</summary>
    public static string Delete(ResourceModel resource, Guid id) => $"{AdminScreens.Home}/{resource.Name}/{id}/delete";

    /// <summary>Out of the trash (POST).</summary>
    public static string Restore(ResourceModel resource, Guid id) => $"{AdminScreens.Home}/{resource.Name}/{id}/restore";

    /// <summary>The import wizard.</summary>
    public static string Import(ResourceModel resource) => $"{AdminScreens.Home}/{resource.Name}/import";

    /// <summary>A file of a record.</summary>
    public static string File(ResourceModel resource, Guid id, FieldModel field, object file) => $"{AdminScreens.Home}/{resource.Name}/{id}/files/{field.Name}/{file}";
}

using SaleAuto.LowCode;

namespace SaleAuto.Admin.Components;

/// <summary>What resources, fields and actions are called. A text that is missing shows its key: a test finds it.</summary>
public static class Captions
{
    /// <summary>Rows of the resource: "Leads".</summary>
    public static string Title(this IResourceTexts texts, ResourceModel resource) => texts.Find(resource.TextKey) ?? resource.TextKey;

    /// <summary>One row of the resource: "Lead".</summary>
    public static string One(this IResourceTexts texts, ResourceModel resource) => texts.Find($"{resource.TextKey}.One") ?? texts.Title(resource);

    /// <summary>Caption of a field.</summary>
    public static string Caption(this IResourceTexts texts, FieldModel field) => texts.Find(field.TextKey) ?? field.TextKey;

    /// <summary>Help under a field, or null.</summary>
    public static string? Help(this IResourceTexts texts, FieldModel field) => texts.Find($"{field.TextKey}.Help");

    /// <summary>Caption of an action's button.</summary>
    public static string Caption(this IResourceTexts texts, ActionModel action) => texts.Find(action.TextKey) ?? action.TextKey;

    /// <summary>Caption of a tab of forms and detail pages.</summary>
    public static string Tab(this IResourceTexts texts, ResourceModel resource, string tab) =>
        texts.Find($"{resource.TextKey}.Tab.{tab}") ?? texts.Find($"Tab.{tab}") ?? tab;
}

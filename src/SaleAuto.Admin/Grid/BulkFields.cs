using SaleAuto.LowCode;

namespace SaleAuto.Admin.Grid;

/// <summary>Fields that make sense to set on many rows at once.</summary>
internal static class BulkFields
{
    public static IReadOnlyList<FieldModel> Of(ResourceModel resource) =>
    [
        .. resource.FormFields.Where(field =>
            field.Input is { IsReadOnly: false, IsOnlyForCreation: false }
            && field != resource.Label
            && field.Kind is not (FieldKind.Lines or FieldKind.File or FieldKind.Image or FieldKind.Images or FieldKind.Id)),
    ];
}

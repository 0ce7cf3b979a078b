using System.Globalization;
using SaleAuto.LowCode;

namespace SaleAuto.Admin.Grid;

/// <summary>A column of the table.</summary>
/// <param name="Field">What it shows.</param>
/// <param name="Width">Width in pixels, or null for as wide as needed.</param>
public sealed record GridColumn(FieldModel Field, int? Width)
{
    /// <summary>Whether numbers stand under each other.</summary>
    public bool IsNumeric => Field.Kind is FieldKind.Integer or FieldKind.Decimal or FieldKind.Money or FieldKind.TimeSpan;
}

/// <summary>Columns as they are kept: <c>number:120,status</c>.</summary>
public static class GridColumns
{
    /// <summary>Narrowest and widest column, pixels.</summary>
    public const int MinWidth = 60, MaxWidth = 800;

    /// <summary>The columns of a text, of those that are offered; those of the definition when the text names none of them.</summary>
    public static IReadOnlyList<GridColumn> Read(string? text, IReadOnlyList<FieldModel> offered)
    {
        var chosen = (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split(':'))
            .Select(part => (Field: offered.FirstOrDefault(field => field.Name == part[0]), Width: Width(part.ElementAtOrDefault(1))))
            .Where(column => column.Field is not null)
            .DistinctBy(column => column.Field)
            .Select(column => new GridColumn(column.Field!, column.Width))
            .ToList();
        return chosen.Count > 0 ? chosen : [.. offered.Where(field => field.InListByDefault).Select(field => new GridColumn(field, null))];
    }

    /// <summary>The columns as a text.</summary>
    public static string Write(IEnumerable<GridColumn> columns) =>
        string.Join(',', columns.Select(column => column.Width is { } width ? string.Create(CultureInfo.InvariantCulture, $"{column.Field.Name}:{width}") : column.Field.Name));

    private static int? Width(string? text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var width) ? Math.Clamp(width, MinWidth, MaxWidth) : null;
}

namespace SaleAuto.DevPanel;

/// <summary>Attributes of editors.</summary>
internal static class Editor
{
    private const int MilliTail = 3;

    /// <summary>Type of the input element.</summary>
    public static string InputType(ColumnInfo column) => column.Kind switch
    {
        ColumnKind.Moment => "datetime-local",
        ColumnKind.Day => "date",
        _ => "text",
    };

    /// <summary>The keyboard of phones.</summary>
    public static string? InputMode(ColumnInfo column) => column.Kind switch
    {
        ColumnKind.Whole => "numeric",
        ColumnKind.Fraction => "decimal",
        _ => null,
    };

    /// <summary>A text as its input element can hold it.</summary>
    public static string? Value(ColumnInfo column, string? text) => column.Kind == ColumnKind.Moment && text is not null ? Moment(text) : text;

    /// <summary>Browsers know milliseconds, the database microseconds.</summary>
    public static string Moment(string text) =>
        text.LastIndexOf('.') is var dot and > 0 && text.Length - dot - 1 > MilliTail ? text[..(dot + 1 + MilliTail)] : text;
}

namespace SaleAuto.DevPanel;

/// <summary>A row's form: what was typed, and what is wrong with it.</summary>
public sealed class RowForm
{
    /// <summary>Value of a box for NULL that a person ticks.</summary>
    public const string NullChosen = "set";

    /// <summary>Value of a box for NULL that was ticked when the form was shown.</summary>
    public const string NullKept = "kept";

    private const string ValuePrefix = "c.";
    private const string NullPrefix = "n.";
    private const int LongestValue = 2_000_000;

    private readonly Dictionary<string, string?> _texts = [];
    private readonly Dictionary<string, object?> _values = [];
    private readonly Dictionary<string, string> _faults = [];

    private RowForm(TableInfo table, TableRow? row) => (Table, Row) = (table, row);

    public TableInfo Table { get; }

    /// <summary>The row as it is; null for a new one.</summary>
    public TableRow? Row { get; }

    /// <summary>Keys of texts by column.</summary>
    public IReadOnlyDictionary<string, string> Faults => _faults;

    /// <summary>What the database said no to, in words; shown above the form.</summary>
    public DatabaseFault? Refusal { get; set; }

    /// <summary>Whether the row changed after the form was opened.</summary>
    public bool IsStale { get; set; }

    /// <summary>Columns to write with their new values: for a new row all that are given, else those that differ.</summary>
    public IReadOnlyDictionary<string, object?> Values => _values;

    /// <summary>Whether people edit the column here.</summary>
    public static bool IsEditable(ColumnInfo column, bool isNew) => !column.IsSecret && !column.IsGenerated && (isNew || !column.IsKey);

    /// <summary>Whether an empty text is a value of its own, apart from NULL.</summary>
    public static bool CanBeEmpty(ColumnInfo column) => column.StoredType == typeof(string)
        && (column.Kind is ColumnKind.Text or ColumnKind.LongText || (column.Kind == ColumnKind.Json && !column.IsJsonStore)); // a converter may keep nothing as an empty text

    public static string ValueName(ColumnInfo column) => ValuePrefix + column.Name;

    public static string NullName(ColumnInfo column) => NullPrefix + column.Name;

    /// <summary>Text for the editor; null is NULL.</summary>
    public string? Text(ColumnInfo column) => _texts.GetValueOrDefault(column.Name);

    /// <summary>The form of a row that exists.</summary>
    public static RowForm Of(TableRow row)
    {
        var form = new RowForm(row.Table, row);
        foreach (var column in row.Table.Columns.Where(column => !column.IsSecret))
        {
            form._texts[column.Name] = row.Text(column);
        }
        return form;
    }

    /// <summary>The form of a new row, filled with what the program would choose.</summary>
    public static RowForm New(TableInfo table, DateTime now)
    {
        var form = new RowForm(table, null);
        foreach (var column in table.Columns.Where(column => !column.IsNullable && IsEditable(column, isNew: true)))
        {
            form._texts[column.Name] = column switch
            {
                { IsKey: true, Kind: ColumnKind.Guid } => Guid.CreateVersion7().ToString(),
                { IsConcurrencyToken: true, Kind: ColumnKind.Whole } => "1",
                { Kind: ColumnKind.Moment } => ColumnText.Format(column, now),
                { Kind: ColumnKind.Flag } => "false",
                _ => "",
            };
        }
        return form;
    }

    /// <summary>Reads what was sent over the row as it stands now.</summary>
    public static RowForm Read(TableInfo table, TableRow? row, IFormCollection sent)
    {
        var form = new RowForm(table, row);
        foreach (var column in table.Columns.Where(column => !column.IsSecret))
        {
            if (IsEditable(column, row is null))
            {
                form.Take(column, sent);
            }
            else
            {
                form._texts[column.Name] = row?.Text(column);
            }
        }
        return form;
    }

    private void Take(ColumnInfo column, IFormCollection sent)
    {
        var before = Row?.Text(column);
        var typed = sent[ValueName(column)].ToString().ReplaceLineEndings("\n");
        var nullBox = sent[NullName(column)].ToString();
        var wantsNull = nullBox == NullChosen || (nullBox == NullKept && typed.Length == 0); // who types beside a box that was ticked already means the text
        var text = wantsNull || (typed.Length == 0 && !CanBeEmpty(column)) ? null : typed;
        _texts[column.Name] = text;
        if (Row is not null && IsSame(column, before, text))
        {
            return;
        }
        if (text is null)
        {
            if (column.IsNullable)
            {
                _values[column.Name] = null;
            }
            else
            {
                _faults[column.Name] = "Fault.Required";
            }
        }
        else if (text.Length > LongestValue)
        {
            _faults[column.Name] = "Fault.TooLong";
        }
        else if (ColumnText.TryRead(column, text, out var value, out var fault))
        {
            _values[column.Name] = value;
        }
        else
        {
            _faults[column.Name] = fault!;
        }
    }

    // A browser shortens times and changes line endings: what reads the same was not edited.
    private static bool IsSame(ColumnInfo column, string? before, string? text)
    {
        if (before is null || text is null || before == text)
        {
            return before == text;
        }
        if (column.Kind == ColumnKind.Moment)
        {
            return ColumnText.TryRead(column, Editor.Moment(before), out var shown, out _) && ColumnText.TryRead(column, text, out var sent, out _) && Equals(shown, sent);
        }
        return before.ReplaceLineEndings("\n") == text;
    }
}

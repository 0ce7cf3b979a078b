namespace SaleAuto.LowCode;

/// <summary>
/// Texts that a spreadsheet would run as a formula get a quote mark before them when they are written to CSV, and lose it when they are read back:
/// a client who calls himself <c>=HYPERLINK(…)</c> must not act on a manager's computer.
/// </summary>
internal static class FormulaText
{
    /// <summary>The text, harmless.</summary>
    public static string Escape(string text) => IsFormula(text) || (text.StartsWith('\'') && IsFormula(text.AsSpan(1))) ? $"'{text}" : text;

    /// <summary>The text as it was before it was written.</summary>
    public static string Unescape(string text) => text.StartsWith('\'') && (IsFormula(text.AsSpan(1)) || text.StartsWith("''", StringComparison.Ordinal)) ? text[1..] : text;

    private static bool IsFormula(ReadOnlySpan<char> text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';
}

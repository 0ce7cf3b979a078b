using System.Text;
using SaleAuto.Errors;

namespace SaleAuto.LowCode;

/// <summary>
/// Conditions as they stand in addresses: <c>status.in.(New,Valued)</c>, <c>amount.ge.1000</c>, <c>note.empty</c>, <c>and(a,b)</c>, <c>or(a,b)</c>.
/// A value with a comma, a parenthesis or a quote stands in double quotes, with a backslash before quotes and backslashes inside.
/// </summary>
public static class FilterText
{
    /// <summary>Longest condition in an address.</summary>
    public const int MaxLength = 4000;

    private const int MostConditions = 50;
    private const int Deepest = 5;

    private static readonly Dictionary<string, FilterOperator> Operators =
        Enum.GetValues<FilterOperator>().ToDictionary(NameOf, StringComparer.Ordinal);

    /// <summary>Name of an operator in addresses.</summary>
    public static string NameOf(FilterOperator value) => char.ToLowerInvariant(value.ToString()[0]) + value.ToString()[1..];

    /// <summary>Reads a condition; null for an empty text.</summary>
    /// <exception cref="InputValidationException">The text is no condition.</exception>
    public static FilterNode? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }
        if (text.Length > MaxLength)
        {
            throw Malformed();
        }
        var reader = new Reader(text);
        var node = reader.ReadNode(depth: 0);
        return reader.AtEnd ? node : throw Malformed();
    }

    /// <summary>Writes a condition.</summary>
    public static string Format(FilterNode node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return text.ToString();
    }

    private static InputValidationException Malformed() => new("filter", LowCodeErrorCodes.FilterMalformed);

    private static void Write(FilterNode node, StringBuilder text)
    {
        if (node is FilterGroup group)
        {
            text.Append(group.IsAnd ? "and(" : "or(");
            for (var i = 0; i < group.Items.Count; i++)
            {
                text.Append(i > 0 ? "," : "");
                Write(group.Items[i], text);
            }
            text.Append(')');
            return;
        }
        var condition = (FilterCondition)node;
        text.Append(condition.Field).Append('.').Append(NameOf(condition.Operator));
        if (condition.Operator is FilterOperator.In or FilterOperator.NotIn)
        {
            text.Append(".(").AppendJoin(',', condition.Values.Select(Quote)).Append(')');
        }
        else if (condition.Values.Count > 0)
        {
            text.Append('.').Append(Quote(condition.Values[0]));
        }
    }

    private static string Quote(string value) =>
        value.Length > 0 && value.AsSpan().IndexOfAny(",()\"\\") < 0
            ? value
            : $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private sealed class Reader(string text)
    {
        private int _place;
        private int _conditions;

        public bool AtEnd => _place == text.Length;

        public FilterNode ReadNode(int depth)
        {
            if (depth > Deepest || ++_conditions > MostConditions)
            {
                throw Malformed();
            }
            if (Take("and("))
            {
                return new FilterGroup(true, ReadItems(depth));
            }
            return Take("or(") ? new FilterGroup(false, ReadItems(depth)) : ReadCondition();
        }

        private List<FilterNode> ReadItems(int depth)
        {
            var items = new List<FilterNode>();
            do
            {
                items.Add(ReadNode(depth + 1));
            }
            while (Take(","));
            return Take(")") ? items : throw Malformed();
        }

        private FilterCondition ReadCondition()
        {
            var field = ReadWord();
            if (field.Length == 0 || !Take(".") || !Operators.TryGetValue(ReadWord(), out var comparison))
            {
                throw Malformed();
            }
            return new FilterCondition(field, comparison, comparison switch
            {
                FilterOperator.Empty or FilterOperator.NotEmpty => [],
                FilterOperator.In or FilterOperator.NotIn => Take(".(") ? ReadList() : throw Malformed(),
                _ => Take(".") ? [ReadValue()] : throw Malformed(),
            });
        }

        private List<string> ReadList()
        {
            var values = new List<string>();
            do
            {
                values.Add(ReadValue());
            }
            while (values.Count <= MostConditions && Take(","));
            return Take(")") ? values : throw Malformed();
        }

        private string ReadValue()
        {
            if (!Take("\""))
            {
                var end = text.AsSpan(_place).IndexOfAny(",()");
                var plain = end < 0 ? text[_place..] : text.Substring(_place, end);
                _place += plain.Length;
                return plain;
            }
            var value = new StringBuilder();
            while (_place < text.Length && text[_place] != '"')
            {
                _place += text[_place] == '\\' ? 1 : 0;
                value.Append(_place < text.Length ? text[_place++] : throw Malformed());
            }
            return Take("\"") ? value.ToString() : throw Malformed();
        }

        private string ReadWord()
        {
            var start = _place;
            while (_place < text.Length && (char.IsAsciiLetterOrDigit(text[_place]) || text[_place] == '_'))
            {
                _place++;
            }
            return text[start.._place];
        }

        private bool Take(string expected)
        {
            if (string.CompareOrdinal(text, _place, expected, 0, expected.Length) != 0)
            {
                return false;
            }
            _place += expected.Length;
            return true;
        }
    }
}

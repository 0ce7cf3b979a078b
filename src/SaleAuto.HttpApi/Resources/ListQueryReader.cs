using System.Globalization;
using Microsoft.AspNetCore.Http;
using SaleAuto.Errors;
using SaleAuto.LowCode;

namespace SaleAuto.Resources;

/// <summary>Reads what a list is asked for from the address. A mistyped name is refused: a filter that is silently passed over gives wrong rows.</summary>
internal static class ListQueryReader
{
    private const int LongestSearch = 200;

    private static readonly HashSet<string> Known = ["page", "pageSize", "cursor", "sort", "q", "filter", "fields", "count", "trash"];

    /// <exception cref="InputValidationException">Names every wrong part.</exception>
    public static ListQuery Read(IQueryCollection query, params ReadOnlySpan<string> also)
    {
        var faults = new List<InputError>();
        foreach (var name in query.Keys)
        {
            if (!Known.Contains(name) && !also.Contains(name))
            {
                faults.Add(new InputError(name, LowCodeErrorCodes.Unknown));
            }
        }
        var result = new ListQuery
        {
            Page = Number(query, "page", 1, int.MaxValue, 1, faults),
            PageSize = Number(query, "pageSize", 1, ListQuery.MaxPageSize, new ListQuery().PageSize, faults),
            Cursor = Text(query, "cursor"),
            Sort = Sort(Text(query, "sort")),
            Search = Search(query, faults),
            Filter = FilterText.Parse(Text(query, "filter")),
            Fields = Text(query, "fields") is { } fields ? fields.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : null,
            Count = Count(query, faults),
            Trash = Flag(query, "trash", faults),
        };
        return faults.Count == 0 ? result : throw new InputValidationException(faults);
    }

    /// <summary>The text of a part; null when it is empty or missing.</summary>
    public static string? Text(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } text ? text : null;

    public static bool Flag(IQueryCollection query, string name, ICollection<InputError> faults)
    {
        var text = Text(query, name);
        if (text is not (null or "true" or "false"))
        {
            faults.Add(new InputError(name, LowCodeErrorCodes.NotAllowed));
        }
        return text == "true";
    }

    private static string? Search(IQueryCollection query, List<InputError> faults)
    {
        var text = Text(query, "q");
        if (text?.Length > LongestSearch)
        {
            faults.Add(new InputError("q", LowCodeErrorCodes.TooLong));
        }
        return text;
    }

    private static CountMode Count(IQueryCollection query, List<InputError> faults)
    {
        switch (Text(query, "count"))
        {
            case null or "false":
                return CountMode.None;
            case "true":
                return CountMode.Exact;
            case "bounded":
                return CountMode.Bounded;
            default:
                faults.Add(new InputError("count", LowCodeErrorCodes.NotAllowed));
                return CountMode.None;
        }
    }

    private static List<SortItem> Sort(string? text) => text is null
        ? []
        : [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => new SortItem(part.TrimStart('-'), part.StartsWith('-')))];

    private static int Number(IQueryCollection query, string name, int least, int most, int otherwise, List<InputError> faults)
    {
        if (Text(query, name) is not { } text)
        {
            return otherwise;
        }
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            faults.Add(new InputError(name, LowCodeErrorCodes.Malformed));
        }
        else if (number < least || number > most)
        {
            faults.Add(new InputError(name, LowCodeErrorCodes.OutOfRange));
        }
        return number;
    }
}

using System.Text.Json;

namespace SaleAuto.Auditing;

/// <summary>What a line of the log is searched by: the values before and after, without the names of fields. Ids are left out: lines of a row are found by its filter.</summary>
internal static class AuditWords
{
    private const int LongestValue = 100;

    /// <summary>The values of recorded changes, each once, long ones by their beginning.</summary>
    public static string? Of(string? changes)
    {
        if (changes is null)
        {
            return null;
        }
        using var json = JsonDocument.Parse(changes);
        return string.Join(' ', ValuesOf(json.RootElement).Where(text => !Guid.TryParse(text, out _)).Select(Cut).Distinct());
    }

    private static IEnumerable<string> ValuesOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(x => ValuesOf(x.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(ValuesOf),
        JsonValueKind.String => [json.GetString()!],
        JsonValueKind.Number => [json.GetRawText()],
        _ => [],
    };

    private static string Cut(string text) => text.Length <= LongestValue ? text : text[..LongestValue];
}

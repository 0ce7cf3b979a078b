using System.Text.Json;
using System.Text.RegularExpressions;

namespace SaleAuto.Telegram;

/// <summary>The Bot API's parameter tables as @gramio/types publishes them; <c>?</c> marks the optional ones.</summary>
public sealed partial class PublishedParameters(string npm)
{
    private readonly string _tables = File.ReadAllText(Path.Combine(npm, "node_modules", "@gramio", "types", "out", "params.d.ts"));

    /// <summary>What is wrong with a call: unknown, missing or wrongly typed parameters.</summary>
    public IReadOnlyList<string> FaultsOf(string method, JsonElement call)
    {
        var table = Read(char.ToUpperInvariant(method[0]) + method[1..] + "Params");
        var unknown = call.EnumerateObject().Where(given => !table.ContainsKey(given.Name)).Select(given => $"{given.Name} is unknown");
        var missing = table.Where(known => !known.Value.IsOptional && !call.TryGetProperty(known.Key, out _)).Select(known => $"{known.Key} is missing");
        var wrong = call.EnumerateObject()
            .Where(given => table.TryGetValue(given.Name, out var known) && !Fits(given.Value, known.Type))
            .Select(given => $"{given.Name} is not {table[given.Name].Type}");
        return [.. unknown, .. missing, .. wrong];
    }

    private Dictionary<string, (bool IsOptional, string Type)> Read(string table)
    {
        var start = _tables.IndexOf($"export interface {table} {{", StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0, $"{table} is not among the published tables");
        var text = _tables[start.._tables.IndexOf("\n}", start, StringComparison.Ordinal)];
        return Parameter().Matches(text).ToDictionary(m => m.Groups["name"].Value, m => (m.Groups["optional"].Success, m.Groups["type"].Value.Trim()));
    }

    private static bool Fits(JsonElement value, string type) => value.ValueKind switch
    {
        JsonValueKind.Number => type.Contains("number", StringComparison.Ordinal),
        JsonValueKind.String => type.Contains("string", StringComparison.Ordinal) || type.Contains('"'),
        JsonValueKind.True or JsonValueKind.False => type.Contains("boolean", StringComparison.Ordinal),
        JsonValueKind.Array => type.Contains("[]", StringComparison.Ordinal),
        JsonValueKind.Object => type.Contains("Telegram", StringComparison.Ordinal),
        _ => false,
    };

    [GeneratedRegex(@"^    (?<name>[a-z_]+)(?<optional>\?)?:(?<type>[^/]+?)(?=^    (/\*\*|[a-z_]+\??:)|\z)", RegexOptions.Multiline)]
    private static partial Regex Parameter();
}

using System.Text.Json;

namespace SaleAuto.Admin.Grid;

/// <summary>Values that a button sends: the text of <c>hx-vals</c>.</summary>
internal static class Json
{
    /// <summary>An object of texts.</summary>
    public static string Of(params IEnumerable<(string Name, string Value)> values) => JsonSerializer.Serialize(values.ToDictionary(pair => pair.Name, pair => pair.Value));
}

using System.Text.Json;

namespace SaleAuto.Market;

/// <summary>Adverts inside the data that a page carries for its own scripts. Sites name things differently, so entries of lists are read by the meaning of their keys.</summary>
internal sealed class EmbeddedListings(Uri baseAddress)
{
    private const int MaxDepth = 40;

    /// <summary>Adverts of a value, found at any depth.</summary>
    public IEnumerable<ListingDraft> Find(JsonElement root)
    {
        var found = new List<ListingDraft>();
        Visit(root, isEntry: false, 0, found);
        if (found.Count == 0 && root.ValueKind == JsonValueKind.Object && EmbeddedFacts.Read(root, baseAddress, maxDepth: 2) is { Url: not null } single)
        {
            found.Add(single); // pushed by a script, or the data of one card
        }
        return found;
    }

    private void Visit(JsonElement value, bool isEntry, int depth, List<ListingDraft> found)
    {
        if (depth > MaxDepth)
        {
            return;
        }
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var entry in value.EnumerateArray())
                {
                    Visit(entry, isEntry: true, depth + 1, found);
                }
                break;
            case JsonValueKind.Object:
                if (isEntry && EmbeddedFacts.Read(value, baseAddress) is { } draft)
                {
                    found.Add(draft);
                    break;
                }
                var entries = IsKeyedById(value);
                foreach (var property in value.EnumerateObject())
                {
                    Visit(property.Value, entries, depth + 1, found);
                }
                break;
            case JsonValueKind.String when value.GetString() is { Length: > 200 } text && text.Contains("price", StringComparison.OrdinalIgnoreCase):
                if (ScriptJson.OfContent(text) is { } inner)
                {
                    Visit(inner, isEntry: false, depth + MaxDepth / 3, found);
                }
                break;
            default:
                break;
        }
    }

    // { "1000000001": {...}, "1000000002": {...} }
    private static bool IsKeyedById(JsonElement value)
    {
        foreach (var property in value.EnumerateObject())
        {
            return property.Name.Length >= 5 && property.Name.Count(char.IsAsciiDigit) >= 5;
        }
        return false;
    }
}

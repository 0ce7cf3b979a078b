using System.Text;
using System.Text.Json;

namespace SaleAuto.Market;

/// <summary>Reads one entry of embedded data as an advert, if it is one: an address, a price and something of a car.</summary>
internal sealed class EmbeddedFacts
{

    private static readonly string[] SoldStates = ["sold", "soldout", "inactive", "archived", "closed", "expired", "removed"];

    private readonly Uri _baseAddress;
    private readonly int _maxDepth;
    private readonly Dictionary<EmbeddedField, (string Text, int Rank)> _fields = [];

    private EmbeddedFacts(Uri baseAddress, int maxDepth) => (_baseAddress, _maxDepth) = (baseAddress, maxDepth);

    public static ListingDraft? Read(JsonElement entry, Uri baseAddress, int maxDepth = 6)
    {
        var facts = new EmbeddedFacts(baseAddress, maxDepth);
        facts.Collect(entry, "", 0);
        return facts.ToDraft();
    }

    private void Collect(JsonElement value, string parent, int depth)
    {
        foreach (var property in value.EnumerateObject())
        {
            var key = Normalize(property.Name);
            switch (property.Value.ValueKind)
            {
                case JsonValueKind.Object when depth < _maxDepth:
                    Collect(property.Value, key, depth + 1);
                    break;
                case JsonValueKind.Array when depth < _maxDepth:
                    CollectProperties(property.Value, depth + 1);
                    break;
                case JsonValueKind.String:
                    Take(parent, key, property.Value.GetString()!, depth);
                    break;
                case JsonValueKind.Number:
                    Take(parent, key, property.Value.GetRawText(), depth);
                    break;
                case JsonValueKind.True when key is "issold" or "sold":
                    Take(parent, key, "true", depth);
                    break;
                default:
                    break;
            }
        }
    }

    // [{ "name": "mileage_km", "value": 84000 }, ...]; other lists belong to other things
    private void CollectProperties(JsonElement list, int depth)
    {
        foreach (var entry in list.EnumerateArray())
        {
            if (entry.ValueKind != JsonValueKind.Object)
            {
                return;
            }
            string? name = null;
            string? value = null;
            foreach (var property in entry.EnumerateObject())
            {
                if (property.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                {
                    var text = property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString() : property.Value.GetRawText();
                    if (property.Name is "name" or "key" or "type" or "code" or "slug" or "attribute")
                    {
                        name ??= text;
                    }
                    else if (property.Name is "value" or "payload" or "text" or "displayValue" or "label")
                    {
                        value ??= text;
                    }
                }
            }
            if (name is not null && value is not null)
            {
                Take("", Normalize(name), value, depth);
            }
        }
    }

    private void Take(string parent, string key, string text, int depth)
    {
        if (EmbeddedKeys.Find(parent, key) is not { } meaning || text.Length is 0 or > 1000)
        {
            return;
        }
        var (field, preference) = meaning;
        var rank = (depth * 10) + preference;
        if (!_fields.TryGetValue(field, out var known) || rank < known.Rank)
        {
            if (IsUsable(field, text))
            {
                _fields[field] = (text, rank);
            }
        }
    }

    private bool IsUsable(EmbeddedField field, string text) => field switch
    {
        EmbeddedField.Url => (text[0] == '/' || text.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            && !text.EndsWith(".jpg", StringComparison.OrdinalIgnoreCase) && !text.EndsWith(".png", StringComparison.OrdinalIgnoreCase) && !text.EndsWith(".webp", StringComparison.OrdinalIgnoreCase)
            && ListingUrl.Read(text, _baseAddress) is { Depth: > 0 },
        EmbeddedField.Year => CarFacts.Year(text) is not null,
        EmbeddedField.Make or EmbeddedField.Model or EmbeddedField.City => text.Any(char.IsLetter) || field == EmbeddedField.Model,
        EmbeddedField.Price => text.Any(char.IsDigit),
        _ => true,
    };

    private ListingDraft? ToDraft()
    {
        if (!_fields.ContainsKey(EmbeddedField.Price))
        {
            return null;
        }
        var title = PlainText.Of(Text(EmbeddedField.Title));
        var draft = new ListingDraft
        {
            Url = ListingUrl.Read(Text(EmbeddedField.Url), _baseAddress),
            Title = title.Length > 0 ? title : null,
            Make = Text(EmbeddedField.Make),
            Model = Text(EmbeddedField.Model),
            Year = CarFacts.Year(Text(EmbeddedField.Year)) ?? CarFacts.YearIn(title),
            MileageKm = CarFacts.Mileage(Text(EmbeddedField.Mileage), Text(EmbeddedField.MileageUnit)) ?? CarFacts.MileageIn(title),
            City = Text(EmbeddedField.City),
            PostedOn = AdDates.Read(Text(EmbeddedField.Date)),
            PowerHp = CarFacts.Power(Text(EmbeddedField.Power), ""),
            EngineLitres = CarFacts.Litres(Text(EmbeddedField.Displacement), ""),
            Fuel = SpecWords.Fuel(Text(EmbeddedField.Fuel)),
            Gearbox = SpecWords.Gearbox(Text(EmbeddedField.Gearbox)),
            Drive = SpecWords.Drive(Text(EmbeddedField.Drive)),
            IsSold = Text(EmbeddedField.Sold) is not null || SoldStates.Contains(Text(EmbeddedField.Status)?.ToLowerInvariant()),
        };
        if (draft.Year is null && draft.MileageKm is null && (draft.Make is null || draft.Model is null))
        {
            return null;
        }
        FillPrice(draft, Text(EmbeddedField.Price)!);
        return draft.Url is null && draft.Title is null && draft.Make is null ? null : draft;
    }

    private void FillPrice(ListingDraft draft, string text)
    {
        if (Money.Field(text) is not { } money)
        {
            draft.IsPriceOnRequest = true;
            return;
        }
        draft.Price = money.Amount;
        draft.Currency = Currencies.Find(Text(EmbeddedField.Currency)) ?? money.Currency;
    }

    private string? Text(EmbeddedField field) => _fields.TryGetValue(field, out var value) ? value.Text : null;

    private static string Normalize(string key)
    {
        var plain = new StringBuilder(key.Length);
        foreach (var letter in key)
        {
            if (char.IsLetter(letter))
            {
                plain.Append(char.ToLowerInvariant(letter));
            }
        }
        return plain.ToString();
    }
}

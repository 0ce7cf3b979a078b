namespace SaleAuto.Market;

/// <summary>What a schema.org Offer says: price, currency, whether it still stands, where.</summary>
internal static class OfferFacts
{
    private static readonly string[] Gone = ["SoldOut", "OutOfStock", "Discontinued"];

    public static void Fill(ListingDraft draft, SchemaItem offer)
    {
        var priced = offer.Text("price") is null && offer.Item("priceSpecification") is { } specification ? specification : offer;
        var price = priced.Text("price") ?? SinglePrice(offer);
        if (price is not null)
        {
            FillPrice(draft, price, priced.Text("priceCurrency") ?? offer.Text("priceCurrency"));
        }
        var availability = offer.Text("availability");
        draft.IsSold |= availability is not null && Gone.Any(gone => availability.EndsWith(gone, StringComparison.OrdinalIgnoreCase));
        draft.City ??= City(offer);
        draft.PostedOn ??= AdDates.Read(offer.Text("datePosted", "validFrom"));
    }

    private static void FillPrice(ListingDraft draft, string price, string? currency)
    {
        if (Money.Field(price) is { } money)
        {
            draft.Price = money.Amount;
            draft.Currency = Currencies.Find(currency) ?? money.Currency;
        }
        else
        {
            draft.IsPriceOnRequest = true; // 0, 1 or words instead of a sum
        }
    }

    // An aggregate over one car: both ends are its price.
    private static string? SinglePrice(SchemaItem offer) =>
        offer.Text("lowPrice") is { } low && (offer.Text("offerCount") == "1" || low == offer.Text("highPrice")) ? low : null;

    private static string? City(SchemaItem offer)
    {
        foreach (var place in (ReadOnlySpan<string>)["availableAtOrFrom", "areaServed", "seller", "offeredBy"])
        {
            var address = offer.Item(place)?.Item("address") ?? offer.Item(place);
            if (address?.Text("addressLocality") is { } city)
            {
                return city;
            }
        }
        return null;
    }
}

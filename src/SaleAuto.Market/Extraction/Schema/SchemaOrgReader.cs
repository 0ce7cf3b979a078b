namespace SaleAuto.Market;

/// <summary>Adverts out of schema.org items: cars with an offer, offers with a car, lists of either, and one product with many offers.</summary>
internal sealed class SchemaOrgReader(Uri baseAddress, Uri pageAddress, ListingDrafts drafts)
{
    private static readonly string[] Vehicles =
        ["car", "vehicle", "usedcar", "newcar", "motorizedvehicle", "motorvehicle", "individualproduct", "product", "productmodel", "someproducts"];

    private readonly HashSet<SchemaItem> _seen = [];

    public void Read(IEnumerable<SchemaItem> items)
    {
        foreach (var item in items)
        {
            if (!_seen.Add(item))
            {
                continue;
            }
            if (item.Is(Vehicles) || (item.Types.Count == 0 && item.Item("offers") is not null))
            {
                ReadVehicle(item);
            }
            else if (item.Is("offer", "demand"))
            {
                drafts.Add(OfOffer(item, null));
            }
            else
            {
                Read(item.Children);
            }
        }
    }

    private void ReadVehicle(SchemaItem vehicle)
    {
        var offers = vehicle.Items("offers").SelectMany(offer => offer.Items("offers").Any() ? offer.Items("offers") : [offer]).ToList();
        var addresses = offers.Select(offer => Address(offer, "url")?.Key).OfType<string>().Distinct().Count();
        if (addresses > 1 || offers.Any(offer => offer.Item("itemOffered") is not null))
        {
            foreach (var offer in offers)
            {
                drafts.Add(OfOffer(offer, vehicle));
            }
            return;
        }
        var draft = VehicleFacts.Read(vehicle);
        draft.Url = Address(vehicle, "url", "mainEntityOfPage", "@id");
        var own = offers.FirstOrDefault();
        if (own is not null)
        {
            OfferFacts.Fill(draft, own);
            var offerUrl = Address(own, "url", "@id");
            if (draft.Url is null || (offerUrl is not null && draft.Url.Key == ListingUrl.Read(pageAddress.AbsoluteUri, pageAddress)?.Key))
            {
                draft.Url = offerUrl ?? draft.Url;
            }
        }
        else
        {
            OfferFacts.Fill(draft, vehicle); // microdata without a scope of its own for the offer
        }
        draft.Url ??= LinkInside(vehicle);
        if (draft.Price is not null || own?.Is("aggregateoffer") != true) // a summary of the whole page is no advert
        {
            drafts.Add(draft);
        }
    }

    private ListingDraft OfOffer(SchemaItem offer, SchemaItem? group)
    {
        var car = offer.Item("itemOffered");
        var draft = car is null ? new ListingDraft { Title = VehicleFacts.Title(offer) } : VehicleFacts.Read(car);
        OfferFacts.Fill(draft, offer);
        draft.Url = Address(offer, "url") ?? (car is null ? null : Address(car, "url", "@id")) ?? Address(offer, "@id") ?? LinkInside(offer);
        draft.Title ??= VehicleFacts.Title(offer);
        if (group is not null)
        {
            draft.Make ??= group.Text("brand", "manufacturer");
            draft.Model ??= group.Text("model");
        }
        return draft;
    }

    private ListingUrl? Address(SchemaItem item, params ReadOnlySpan<string> properties)
    {
        foreach (var property in properties)
        {
            var text = item.Text(property);
            if (property == "@id" && text?.StartsWith("http", StringComparison.OrdinalIgnoreCase) != true)
            {
                continue; // an @id is often a name such as #car1
            }
            if (ListingUrl.Read(text, baseAddress) is { } url)
            {
                return url;
            }
        }
        return null;
    }

    private ListingUrl? LinkInside(SchemaItem item) => item.Element is null ? null : CardLinks.Best(item.Element, baseAddress);
}

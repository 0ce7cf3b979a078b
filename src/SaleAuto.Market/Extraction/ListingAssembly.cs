namespace SaleAuto.Market;

/// <summary>Makes listings of drafts: sold cars and those without a price go, names become canonical.</summary>
internal static class ListingAssembly
{
    public static List<MarketListing> Assemble(IEnumerable<ListingDraft> drafts, string source, VehicleNames names) =>
        drafts.Where(draft => draft is { IsSold: false, Price: not null, Url: not null }).Select(draft => ToListing(draft, source, names)).OfType<MarketListing>().ToList();

    /// <summary>Fields that more than half of the listings lack.</summary>
    public static HashSet<string> MissingFields(IReadOnlyList<MarketListing> listings)
    {
        var missing = new HashSet<string>();
        Check("make", listing => listing.Vehicle.Make is null);
        Check("model", listing => listing.Vehicle.Model is null);
        Check("year", listing => listing.Vehicle.Year is null);
        Check("mileageKm", listing => listing.Vehicle.MileageKm is null);
        Check("city", listing => listing.City is null);
        Check("postedOn", listing => listing.PostedOn is null);
        return missing;

        void Check(string field, Func<MarketListing, bool> isMissing)
        {
            if (listings.Count(isMissing) * 2 > listings.Count)
            {
                missing.Add(field);
            }
        }
    }

    private static MarketListing? ToListing(ListingDraft draft, string source, VehicleNames names)
    {
        if (draft.ShownTitle is not null && (draft.Title is null || (!names.Knows(draft.Title) && names.Knows(draft.ShownTitle))))
        {
            draft.Title = draft.ShownTitle;
        }
        var (make, model) = Name(draft, names);
        var title = draft.Title ?? (make is null ? null : $"{make} {model}".TrimEnd());
        if (title is null)
        {
            return null;
        }
        return new MarketListing
        {
            Source = source,
            Url = draft.Url!.ToString(),
            Title = title,
            Price = draft.Price!.Value,
            Currency = draft.Currency ?? "RUB",
            City = draft.City,
            PostedOn = draft.PostedOn,
            Vehicle = new ListedVehicle
            {
                Make = make,
                Model = model,
                Year = draft.Year ?? CarFacts.YearIn(title) ?? CarFacts.YearIn(draft.ShownTitle ?? ""),
                MileageKm = draft.MileageKm ?? CarFacts.MileageIn(title) ?? CarFacts.MileageIn(draft.ShownTitle ?? ""),
                PowerHp = draft.PowerHp,
                EngineLitres = draft.EngineLitres,
                Fuel = draft.Fuel,
                Gearbox = draft.Gearbox,
                Drive = draft.Drive,
            },
        };
    }

    // The site's own fields first, then its catalogue in the address, and the title last: "Kia Rio X-Line I" under /kia/rio/ is a Rio there.
    private static (string? Make, string? Model) Name(ListingDraft draft, VehicleNames names)
    {
        if (draft.Make is not null && draft.Model is not null)
        {
            return names.Normalize(draft.Make, draft.Model);
        }
        if (names.FindInAddress(draft.Url!.Address) is { } catalogue)
        {
            return catalogue;
        }
        var (make, model) = names.SplitTitle(draft.Title);
        if (draft.Make is null)
        {
            return (make, draft.Model is null ? model : names.Normalize(make, draft.Model).Model);
        }
        var named = names.Normalize(draft.Make, null);
        return (named.Make, named.Make == make ? model : named.Model);
    }
}

namespace SaleAuto.Deals;

/// <summary>Deals at the step that a test needs.</summary>
internal static class SampleDeals
{
    public const decimal Offer = 1_000_000;
    public const decimal Limit = 0.1m;

    public static readonly DateTime Now = new(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);
    public static readonly Guid Seller = Guid.CreateVersion7();
    public static readonly Guid Manager = Guid.CreateVersion7();
    public static readonly MeetingPlan InTwoDays = new() { StartsAt = Now.AddDays(2), Minutes = 90, TimeZone = "Europe/Moscow", Address = "Тверская, 1" };

    public static Deal Planned(decimal? offer = Offer) => new(
        Guid.CreateVersion7(), "D-000001", new DealParties(Guid.CreateVersion7(), Guid.CreateVersion7(), Seller, Manager, null), InTwoDays, new OfferedPrice(offer, offer), Now);

    public static Deal Inspected(decimal? offer = Offer)
    {
        var deal = Planned(offer);
        deal.Accept(Seller, Now);
        deal.BeginInspection(Seller, new InspectedCar(null, null, null, "Kia", "Rio", 2018), Now);
        return deal;
    }

    /// <summary>All shots and facts are there.</summary>
    public static Deal Complete(decimal? offer = Offer)
    {
        var deal = Inspected(offer);
        foreach (var shot in Enum.GetValues<DealShot>())
        {
            deal.AddPhoto(Guid.CreateVersion7(), shot, Guid.CreateVersion7(), shot.ToString(), null, Now);
        }
        deal.RecordCar(new InspectedCar(112_300, null, null, null, null, null));
        return deal;
    }

    public static Deal Signed()
    {
        var deal = Complete();
        deal.AgreePrice([], Offer, Limit, Seller, Now);
        deal.AddDocument(Guid.CreateVersion7(), DealDocumentKind.Contract, Guid.CreateVersion7(), "c", Now);
        deal.AddDocument(Guid.CreateVersion7(), DealDocumentKind.TransferAct, Guid.CreateVersion7(), "a", Now);
        deal.SignDocuments(Seller, hasElectronicContract: false, Now);
        return deal;
    }

    /// <summary>A free line with reason and photo.</summary>
    public static PriceLine Lower(this Deal deal, decimal amount, string key, bool isAddition = false) => deal.AddPriceLine(
        Guid.CreateVersion7(),
        new PriceLineFacts { Title = "Мотор", Reason = "Стучит", Amount = amount, PhotoId = deal.Photos[0].Id, IsAddition = isAddition },
        key,
        Now);
}

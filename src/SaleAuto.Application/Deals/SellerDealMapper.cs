using SaleAuto.Cars;

namespace SaleAuto.Deals;

internal static class SellerDealMapper
{
    public static SellerDealLineDto ToLine(SellerDealRow row) => new()
    {
        Id = row.Deal.Id,
        Number = row.Deal.Number,
        Status = row.Deal.Status,
        StartsAt = row.Deal.StartsAt,
        LocalStart = row.Deal.LocalStart,
        Address = row.Deal.Address,
        Car = ToCar(row.Deal, row.Car),
        IsOnTheWay = row.Deal.OnTheWayAt is not null,
    };

    /// <summary>What was seen goes before what is known from elsewhere.</summary>
    public static DealCarDto ToCar(Deal deal, KnownCar known) => new(
        deal.Make ?? known.Make, deal.Model ?? known.Model, deal.Year ?? known.Year, known.Plate is { } plate ? PlateNumber.Parse(plate).Display : null);

    public static IReadOnlyList<PriceLineDto> ToLines(Deal deal) =>
        [.. deal.PriceLines.OrderBy(x => x.At).ThenBy(x => x.Id).Select(x => new PriceLineDto(x.Id, x.RateCode, x.Title, x.Reason, x.Amount, x.IsAddition, x.PhotoId))];
}

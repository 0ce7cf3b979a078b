using SaleAuto.Valuations;

namespace SaleAuto.Leads;

internal static class ClientLeadMapper
{
    public static ClientLeadDto ToDto(ClientLeadRow row) => new()
    {
        Id = row.Id,
        Number = row.Number,
        Kind = row.Kind,
        Status = row.Status,
        Plate = row.Plate,
        MileageKm = row.MileageKm,
        Condition = row.Condition,
        Source = row.Source,
        CreatedAt = row.CreationTime,
        Valuation = row.ValuationStatus is { } status ? ToValuation(row, status) : null,
        Opinion = row.Opinion,
        ExpectedPrice = row.ExpectedPrice,
        CallDueAt = row.CallDueAt,
    };

    // Old figures of a lead that is being valued anew are not shown: they would look like the answer.
    private static ValuationDto ToValuation(ClientLeadRow row, ValuationStatus status) => new()
    {
        Status = status,
        Vehicle = row is { Make: { } make, Model: { } model, Year: { } year } ? new VehicleDto(make, model, year) : null,
        MarketAverage = status == ValuationStatus.Ready ? row.MarketAverage : null,
        Low = status == ValuationStatus.Ready ? row.OfferLow : null,
        High = status == ValuationStatus.Ready ? row.OfferHigh : null,
        SampleSize = status == ValuationStatus.Ready ? row.SampleSize : null,
        ValidUntil = status == ValuationStatus.Ready ? row.ValidUntil : null,
    };
}

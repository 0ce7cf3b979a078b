using SaleAuto.Cars;

namespace SaleAuto.Valuations;

/// <summary>Range offered to the client: the market range less margin, risk and expected repair, rounded down.</summary>
/// <param name="Low">Lower end, roubles.</param>
/// <param name="High">Upper end, roubles.</param>
/// <param name="Deductions">What lies between the lower end of the market range and the lower end of the offer.</param>
internal sealed record BuyoutOffer(decimal Low, decimal High, IReadOnlyList<AppraisalAdjustment> Deductions)
{
    public static BuyoutOffer Of(decimal marketLow, decimal marketHigh, CarCondition condition, ValuationSettings settings)
    {
        var repair = settings.RepairShare(condition);
        var left = 1 - settings.Margin - settings.Risk - repair;
        var low = Round(marketLow * left, settings);
        return new BuyoutOffer(
            low,
            Round(marketHigh * left, settings),
            [
                new AppraisalAdjustment(DeductionNames.Margin, -marketLow * settings.Margin),
                new AppraisalAdjustment(DeductionNames.Risk, -marketLow * settings.Risk),
                new AppraisalAdjustment(DeductionNames.Repair, -marketLow * repair),
                new AppraisalAdjustment(DeductionNames.Rounding, low - (marketLow * left)),
            ]);
    }

    private static decimal Round(decimal offer, ValuationSettings settings)
    {
        var step = offer < settings.FineRoundingBelow ? settings.FineRoundingStep : settings.RoundingStep;
        return Math.Floor(offer / step) * step;
    }
}

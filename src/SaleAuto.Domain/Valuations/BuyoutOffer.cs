using SaleAuto.Cars;

namespace SaleAuto.Valuations;

/// <summary>Range offered to the client: the market range less margin, risk and expected repair, rounded down.</summary>
internal sealed record BuyoutOffer(decimal Low, decimal High, IReadOnlyList<AppraisalAdjustment> Deductions)
{
    public static BuyoutOffer Of(decimal marketLow, decimal marketHigh, CarCondition condition, ValuationSettings settings)
    {
        var repair = settings.RepairShare(condition);
        var left = 1 - settings.Margin - settings.Risk - repair;
        return new BuyoutOffer(Round(marketLow * left, settings), Round(marketHigh * left, settings), []);
    }

    private static decimal Round(decimal offer, ValuationSettings settings)
    {
        var step = offer < settings.FineRoundingBelow ? settings.FineRoundingStep : settings.RoundingStep;
        return Math.Floor(offer / step) * step;
    }
}

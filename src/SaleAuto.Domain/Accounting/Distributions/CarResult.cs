namespace SaleAuto.Accounting.Distributions;

/// <summary>What a car brought that was sold or given up, how long it stood, and who worked on it.</summary>
public sealed record CarResult
{
    /// <summary>Resale less buyout and expenses, roubles; negative for a loss.</summary>
    public required decimal Profit { get; init; }

    /// <summary>Days from the purchase to the money of the resale or to giving up, by the company's calendar.</summary>
    public required int DaysInStock { get; init; }

    /// <summary>Who planned the purchase; null for a car entered by hand.</summary>
    public Guid? ManagerId { get; init; }

    /// <summary>Who bought it; null for a car entered by hand.</summary>
    public Guid? BuyingSellerId { get; init; }

    /// <summary>Who sold it; null for a car that was given up.</summary>
    public Guid? SellingSellerId { get; init; }
}

/// <summary>A part of a car's profit, with everything that a person needs to reckon it anew.</summary>
/// <param name="RulePlace">Which rule of the version, counted from one; null for what no rule gives.</param>
/// <param name="Share">Whom the rule names.</param>
/// <param name="StaffId">The person who gets it; null for the company and the reserve.</param>
/// <param name="Measure">Percent or roubles.</param>
/// <param name="Value">How many percent or roubles the rule gives.</param>
/// <param name="Base">What it was taken from, roubles.</param>
/// <param name="Amount">What comes of it, roubles; negative in a loss.</param>
/// <param name="Reason">Why.</param>
public sealed record ProfitShare(
    int? RulePlace, DistributionShare Share, Guid? StaffId, RuleMeasure Measure, decimal Value, decimal Base, decimal Amount, LineReason Reason)
{
    /// <summary>Whether it is the company's: no person gets it, and it is not put aside.</summary>
    public bool IsCompanys => StaffId is null && Share != DistributionShare.Reserve;
}

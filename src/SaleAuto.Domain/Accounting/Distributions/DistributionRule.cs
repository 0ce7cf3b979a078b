using SaleAuto.Errors;

namespace SaleAuto.Accounting.Distributions;

/// <summary>One line of the policy: whom, how much, and for which cars.</summary>
public sealed record DistributionRule
{
    /// <summary>Who gets it.</summary>
    public required DistributionShare Share { get; init; }

    /// <summary>The named person of <see cref="DistributionShare.Person"/>; null otherwise.</summary>
    public Guid? StaffId { get; init; }

    /// <summary>Percent or roubles.</summary>
    public required RuleMeasure Measure { get; init; }

    /// <summary>How many percent or roubles.</summary>
    public required decimal Value { get; init; }

    /// <summary>Only for cars with more profit than this, roubles; null for every car.</summary>
    public decimal? ProfitAbove { get; init; }

    /// <summary>Only for cars that stood at least so many days; null for every car.</summary>
    public int? FromDays { get; init; }

    /// <summary>Only for cars that stood at most so many days; null for every car.</summary>
    public int? ToDays { get; init; }

    /// <summary>Whether the rule is for this car.</summary>
    public bool Covers(CarResult car) => (ProfitAbove is not { } least || car.Profit > least) && CoversDays(car.DaysInStock);

    internal bool CoversDays(int days) => (FromDays is not { } from || days >= from) && (ToDays is not { } to || days <= to);

    internal IEnumerable<InputError> FindFaults(string at)
    {
        if (!Enum.IsDefined(Share))
        {
            yield return new InputError($"{at}.{nameof(Share)}", SaleAutoErrorCodes.Fields.NotAllowed);
        }
        if (Share == DistributionShare.Person && StaffId is null)
        {
            yield return new InputError($"{at}.{nameof(StaffId)}", SaleAutoErrorCodes.Distributions.PersonMissing);
        }
        if (!Enum.IsDefined(Measure))
        {
            yield return new InputError($"{at}.{nameof(Measure)}", SaleAutoErrorCodes.Fields.NotAllowed);
        }
        var (least, most) = Measure == RuleMeasure.Percent ? (DistributionConsts.MinPercent, DistributionConsts.Whole) : (0.01m, DistributionConsts.MaxAmount);
        if (FaultOf(Value, least, most) is { } wrongValue)
        {
            yield return wrongValue with { Field = $"{at}.{nameof(Value)}" };
        }
        if (ProfitAbove is { } above && FaultOf(above, 0, DistributionConsts.MaxAmount) is { } wrongBound)
        {
            yield return wrongBound with { Field = $"{at}.{nameof(ProfitAbove)}" };
        }
        foreach (var (name, days) in new[] { (nameof(FromDays), FromDays), (nameof(ToDays), ToDays) })
        {
            if (days is < 0 or > DistributionConsts.MaxDays)
            {
                yield return Outside(0, DistributionConsts.MaxDays) with { Field = $"{at}.{name}" };
            }
        }
        if (FromDays > ToDays)
        {
            yield return new InputError($"{at}.{nameof(ToDays)}", SaleAutoErrorCodes.Distributions.DaysReversed);
        }
    }

    private static InputError? FaultOf(decimal value, decimal least, decimal most) =>
        value < least || value > most ? Outside(least, most)
        : decimal.Round(value, 2) != value ? new InputError("", SaleAutoErrorCodes.Distributions.TooManyDecimals)
        : null;

    private static InputError Outside(decimal least, decimal most) => new("", SaleAutoErrorCodes.Distributions.ValueOutOfBounds)
    {
        Values = new Dictionary<string, object?> { ["Least"] = least, ["Most"] = most },
    };
}

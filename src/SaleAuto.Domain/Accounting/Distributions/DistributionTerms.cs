using SaleAuto.Errors;

namespace SaleAuto.Accounting.Distributions;

/// <summary>
/// What a version of the policy says. Fixed sums come first, in their order, while the profit lasts; percents are taken from what they leave.
/// Whatever the rules do not give away is the company's, so that shares always make 100 %.
/// </summary>
/// <param name="Loss">What becomes of a loss.</param>
/// <param name="Rules">The rules in their order.</param>
public sealed record DistributionTerms(LossRule Loss, IReadOnlyList<DistributionRule> Rules)
{
    /// <summary>What a new company starts with: a reserve, a tenth for the manager, a fifth for each seller, the rest to the company, which bears losses.</summary>
    public static DistributionTerms Delivered { get; } = new(
        LossRule.CompanyBears,
        [
            new DistributionRule { Share = DistributionShare.Reserve, Measure = RuleMeasure.Percent, Value = 10 },
            new DistributionRule { Share = DistributionShare.Manager, Measure = RuleMeasure.Percent, Value = 10 },
            new DistributionRule { Share = DistributionShare.BuyingSeller, Measure = RuleMeasure.Percent, Value = 20 },
            new DistributionRule { Share = DistributionShare.SellingSeller, Measure = RuleMeasure.Percent, Value = 20 },
        ]);

    /// <summary>What is wrong with the rules; empty when every car can be shared out by them.</summary>
    public IReadOnlyList<InputError> FindFaults()
    {
        var faults = Rules.SelectMany((rule, place) => rule.FindFaults($"{nameof(Rules)}[{place}]")).ToList();
        if (!Enum.IsDefined(Loss))
        {
            faults.Add(new InputError(nameof(Loss), SaleAutoErrorCodes.Fields.NotAllowed));
        }
        if (Rules.Count > DistributionConsts.MaxRules)
        {
            faults.Add(new InputError(nameof(Rules), SaleAutoErrorCodes.Distributions.TooManyRules) { Values = new Dictionary<string, object?> { ["Limit"] = DistributionConsts.MaxRules } });
        }
        if (faults.Count == 0 && HeaviestDay() is { Sum: > DistributionConsts.Whole } heaviest)
        {
            var code = Rules.Any(x => x.FromDays is not null || x.ToDays is not null) ? SaleAutoErrorCodes.Distributions.PercentsExceedByDays : SaleAutoErrorCodes.Distributions.PercentsExceed;
            faults.Add(new InputError(nameof(Rules), code)
            {
                Values = new Dictionary<string, object?> { ["Sum"] = heaviest.Sum, ["Days"] = heaviest.Days },
            });
        }
        return faults;
    }

    /// <summary>Passes when every car can be shared out by these rules.</summary>
    /// <exception cref="InputValidationException">Names what is wrong.</exception>
    public void Check()
    {
        if (FindFaults() is { Count: > 0 } faults)
        {
            throw new InputValidationException(faults);
        }
    }

    /// <summary>Shares out what a car brought; the lines sum up to its profit to the kopeck.</summary>
    public IReadOnlyList<ProfitShare> Distribute(CarResult car)
    {
        if (decimal.Round(car.Profit, 2) != car.Profit)
        {
            throw new ArgumentException("A profit has whole kopecks", nameof(car));
        }
        if (car.Profit < 0 && Loss == LossRule.CompanyBears)
        {
            return [new ProfitShare(null, DistributionShare.Company, null, RuleMeasure.Percent, DistributionConsts.Whole, car.Profit, car.Profit, LineReason.CompanyBearsLoss)];
        }
        var mine = Rules.Select((rule, place) => (Rule: rule, Place: place + 1)).Where(x => x.Rule.Covers(car)).ToList();
        var lines = new List<ProfitShare>();
        var left = car.Profit;
        foreach (var (rule, place) in mine.Where(x => x.Rule.Measure == RuleMeasure.FixedSum && left > 0))
        {
            var amount = Math.Min(rule.Value, left);
            lines.Add(Line(car, rule, place, left, amount, amount < rule.Value ? LineReason.ProfitRanOut : LineReason.Rule));
            left -= amount;
        }
        var restPercent = DistributionConsts.Whole;
        foreach (var (rule, place) in mine.Where(x => x.Rule.Measure == RuleMeasure.Percent))
        {
            restPercent -= rule.Value;
            lines.Add(Line(car, rule, place, left, WholeKopecks(left * rule.Value / DistributionConsts.Whole), LineReason.Rule));
        }
        lines.Add(new ProfitShare(null, DistributionShare.Company, null, RuleMeasure.Percent, restPercent, left, car.Profit - lines.Sum(x => x.Amount), LineReason.Rest));
        return [.. lines.Where(x => x.Amount != 0)];
    }

    // Towards zero, so that neither a kopeck of profit too much nor a kopeck of loss too much falls to a person.
    private static decimal WholeKopecks(decimal amount) => decimal.Round(amount, 2, MidpointRounding.ToZero);

    private static ProfitShare Line(CarResult car, DistributionRule rule, int place, decimal from, decimal amount, LineReason reason)
    {
        var staffId = rule.Share switch
        {
            DistributionShare.Manager => car.ManagerId,
            DistributionShare.BuyingSeller => car.BuyingSellerId,
            DistributionShare.SellingSeller => car.SellingSellerId,
            DistributionShare.Person => rule.StaffId,
            _ => null,
        };
        var isMissing = staffId is null && rule.Share is not (DistributionShare.Company or DistributionShare.Reserve);
        return new ProfitShare(place, rule.Share, staffId, rule.Measure, rule.Value, from, amount, isMissing ? LineReason.NobodyInRole : reason);
    }

    // Conditions on the profit only open upwards: a car with a very large profit meets all of them. Days may exclude each other, so the sum changes only where a span begins or ends.
    private (int Days, decimal Sum) HeaviestDay()
    {
        var percents = Rules.Where(x => x.Measure == RuleMeasure.Percent).ToList();
        return percents.SelectMany(x => new[] { x.FromDays ?? 0, (x.ToDays ?? -1) + 1 }).Append(0).Distinct()
            .Select(days => (Days: days, Sum: percents.Where(x => x.CoversDays(days)).Sum(x => x.Value)))
            .OrderByDescending(x => x.Sum).ThenBy(x => x.Days)
            .First();
    }
}

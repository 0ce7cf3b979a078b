using SaleAuto.Accounting.Distributions;

namespace SaleAuto.Simulation.Records;

/// <summary>How profit is shared out, as the owners understand it, reckoned in whole kopecks.</summary>
/// <param name="From">First day of sales that it is for.</param>
/// <param name="Loss">What becomes of a loss.</param>
/// <param name="Rules">Who gets what.</param>
public sealed record PlainPolicy(DateOnly From, LossRule Loss, IReadOnlyList<PlainRule> Rules)
{
    /// <summary>What the program is delivered with.</summary>
    public static PlainPolicy Delivered { get; } = new(
        DateOnly.MinValue,
        LossRule.CompanyBears,
        [
            new(DistributionShare.Reserve, RuleMeasure.Percent, 10), new(DistributionShare.Manager, RuleMeasure.Percent, 10),
            new(DistributionShare.BuyingSeller, RuleMeasure.Percent, 20), new(DistributionShare.SellingSeller, RuleMeasure.Percent, 20),
        ]);

    /// <summary>Who gets how much of a car's profit, roubles. Whatever nobody gets is the company's.</summary>
    public IReadOnlyDictionary<PlainReceiver, decimal> Share(decimal profit, Guid managerId, Guid sellerId)
    {
        var kopecks = (long)(profit * 100);
        var shares = new Dictionary<PlainReceiver, long>();
        if (kopecks >= 0 || Loss == LossRule.SharedByPercents)
        {
            var left = kopecks;
            foreach (var rule in Rules.Where(x => x.Measure == RuleMeasure.FixedSum))
            {
                var sum = Math.Min((long)(rule.Value * 100), Math.Max(0, left));
                left -= sum;
                Give(rule, sum);
            }
            foreach (var rule in Rules.Where(x => x.Measure == RuleMeasure.Percent))
            {
                Give(rule, left * (long)(rule.Value * 100) / 10_000); // a part of a kopeck is nobody's but the company's
            }
        }
        shares[PlainReceiver.Company] = kopecks - shares.Values.Sum() + shares.GetValueOrDefault(PlainReceiver.Company);
        return shares.Where(x => x.Value != 0).ToDictionary(x => x.Key, x => x.Value / 100m);

        void Give(PlainRule rule, long sum)
        {
            var receiver = rule.Share switch
            {
                DistributionShare.Manager => PlainReceiver.Of(managerId),
                DistributionShare.BuyingSeller or DistributionShare.SellingSeller => PlainReceiver.Of(sellerId),
                DistributionShare.Person => PlainReceiver.Of(rule.PersonId!.Value),
                DistributionShare.Reserve => PlainReceiver.Reserve,
                _ => PlainReceiver.Company,
            };
            shares[receiver] = shares.GetValueOrDefault(receiver) + sum;
        }
    }
}

/// <summary>Who gets what.</summary>
public sealed record PlainRule(DistributionShare Share, RuleMeasure Measure, decimal Value, Guid? PersonId = null);

/// <summary>A person, the reserve or the company.</summary>
public readonly record struct PlainReceiver(Guid? PersonId, bool IsReserve)
{
    public static PlainReceiver Company { get; } = new(null, false);

    public static PlainReceiver Reserve { get; } = new(null, true);

    public static PlainReceiver Of(Guid personId) => new(personId, false);
}

using System.Globalization;
using Xunit.Abstractions;

namespace SaleAuto.Accounting.Distributions;

/// <summary>Laws of sharing out, over random policies and cars. The seed is printed; <c>SALEAUTO_MODEL_SEED</c> repeats a run.</summary>
public class DistributionLaws_Tests(ITestOutputHelper output)
{
    private const int Policies = 2_000;
    private const int CarsOfEach = 10;

    [Fact]
    public void Should_Sum_Up_To_The_Kopeck_And_Give_Nobody_More_Than_The_Rules_Say() => Hold((terms, car) =>
    {
        var lines = terms.Distribute(car);

        lines.Sum(x => x.Amount).ShouldBe(car.Profit);
        lines.All(x => x.Amount != 0 && decimal.Round(x.Amount, 2) == x.Amount).ShouldBeTrue("whole kopecks");
        lines.All(x => x.IsCompanys || Math.Sign(x.Amount) == Math.Sign(car.Profit)).ShouldBeTrue("nobody pays for a profit, nobody earns by a loss");
        lines.Where(x => x.RulePlace is not null).All(x => Math.Abs(x.Amount) <= MostOf(x)).ShouldBeTrue("nobody gets more than the rule says");
        lines.Count(x => x.RulePlace is null).ShouldBeLessThanOrEqualTo(1);
    });

    [Fact]
    public void Should_Leave_The_Company_Its_Percent_And_Less_Than_A_Kopeck_For_Each_Line() => Hold((terms, car) =>
    {
        var lines = terms.Distribute(car);
        if (lines.SingleOrDefault(x => x.Reason == LineReason.Rest) is { } rest)
        {
            var exact = rest.Base * rest.Value / 100;
            Math.Abs(rest.Amount - exact).ShouldBeLessThan(0.01m * terms.Rules.Count + 0.01m);
            Math.Abs(rest.Amount).ShouldBeGreaterThanOrEqualTo(Math.Abs(exact));
        }
    });

    [Fact]
    public void Should_Follow_Exactly_The_Rules_That_Cover_The_Car() => Hold((terms, car) =>
    {
        foreach (var line in terms.Distribute(car).Where(x => x.RulePlace is not null))
        {
            var rule = terms.Rules[line.RulePlace!.Value - 1];
            rule.Covers(car).ShouldBeTrue();
            (line.Share, line.Measure, line.Value).ShouldBe((rule.Share, rule.Measure, rule.Value));
            (line.StaffId is null && line.Share is not (DistributionShare.Company or DistributionShare.Reserve)).ShouldBe(line.Reason == LineReason.NobodyInRole);
        }
        terms.Distribute(car).SequenceEqual(terms.Distribute(car)).ShouldBeTrue("nothing but the car and the rules decides");
    });

    [Fact]
    public void Should_Accept_Only_Rules_That_Never_Give_Away_More_Than_The_Whole()
    {
        var (accepted, refused) = (0, 0);
        Run((random, _) =>
        {
            var terms = AnyTerms(random, mostPercent: 45);
            var exceeds = Enumerable.Range(0, 70).Any(day => terms.Rules.Where(x => x.Measure == RuleMeasure.Percent && Covers(x, day)).Sum(x => x.Value) > 100);
            terms.FindFaults().Any(x => x.Field == nameof(terms.Rules)).ShouldBe(exceeds);
            (accepted, refused) = exceeds ? (accepted, refused + 1) : (accepted + 1, refused);
        });
        output.WriteLine($"{accepted} accepted, {refused} refused");
        Math.Min(accepted, refused).ShouldBeGreaterThan(Policies / 20, "both must be met often, or the law says little");

        static bool Covers(DistributionRule rule, int day) => day >= (rule.FromDays ?? 0) && day <= (rule.ToDays ?? int.MaxValue);
    }

    private static decimal MostOf(ProfitShare line) => line.Measure == RuleMeasure.FixedSum ? line.Value : Math.Abs(line.Base) * line.Value / 100;

    private void Hold(Action<DistributionTerms, CarResult> law) => Run((random, people) =>
    {
        var terms = AnyTerms(random, mostPercent: 25);
        if (terms.FindFaults().Count > 0)
        {
            return;
        }
        for (var i = 0; i < CarsOfEach; i++)
        {
            law(terms, AnyCar(random, people));
        }
    });

    private void Run(Action<Random, Guid[]> step)
    {
        var seed = Environment.GetEnvironmentVariable("SALEAUTO_MODEL_SEED") is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : Random.Shared.Next();
        output.WriteLine($"Seed {seed}");
        var people = Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7()).ToArray();
        for (var i = 0; i < Policies; i++)
        {
            try
            {
                step(new Random(unchecked(seed + i)), people);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Seed {seed}, policy {i}: {failure.Message}", failure);
            }
        }
    }

    private static DistributionTerms AnyTerms(Random random, int mostPercent) => new(
        random.Next(2) == 0 ? LossRule.CompanyBears : LossRule.SharedByPercents,
        [.. Enumerable.Range(0, random.Next(9)).Select(_ => AnyRule(random, mostPercent))]);

    private static DistributionRule AnyRule(Random random, int mostPercent)
    {
        var share = Enum.GetValues<DistributionShare>()[random.Next(6)];
        var from = random.Next(3) == 0 ? random.Next(60) : (int?)null;
        var measure = random.Next(3) == 0 ? RuleMeasure.FixedSum : RuleMeasure.Percent;
        return new DistributionRule
        {
            Share = share,
            StaffId = share == DistributionShare.Person ? Guid.CreateVersion7() : null,
            Measure = measure,
            Value = (measure == RuleMeasure.Percent ? random.Next(1, mostPercent * 100) : random.Next(1, 3_000_000)) / 100m,
            ProfitAbove = random.Next(4) == 0 ? random.Next(10_000_000) / 100m : null,
            FromDays = from,
            ToDays = random.Next(3) == 0 ? (from ?? 0) + random.Next(30) : null,
        };
    }

    private static CarResult AnyCar(Random random, Guid[] people)
    {
        return new CarResult
        {
            Profit = random.Next(6) switch { 0 => 0, 1 => -random.Next(1, 20_000_000), 2 => random.Next(1, 100), _ => random.Next(1, 40_000_000) } / 100m,
            DaysInStock = random.Next(90),
            ManagerId = Anybody(),
            BuyingSellerId = Anybody(),
            SellingSellerId = Anybody(),
        };

        Guid? Anybody() => random.Next(5) == 0 ? null : people[random.Next(people.Length)];
    }
}

using FsCheck;
using FsCheck.Fluent;
using SaleAuto.Cars;
using SaleAuto.Market;
using static SaleAuto.Valuations.SampleMarket;

namespace SaleAuto.Valuations;

/// <summary>Laws of the valuation over random markets. On failure FsCheck prints the market's seed and size, and its own seed for a rerun.</summary>
public class MarketAppraiser_Properties_Tests
{
    private const decimal AbsurdAdvertBound = 0.06m; // docs/valuation.md promises it,
    private const int ComparablesOfBound = 10; // from so many comparables on

    private static readonly ValuationSettings Settings = new();

    [Fact]
    public void More_Mileage_Never_Raises_The_Price() =>
        Hold(60, market =>
        {
            var adverts = market.Adverts();
            var figures = new[] { 0, 500, 2_000, 30_000, 75_000, 75_001, 150_000, 300_000, 700_000, 1_000_000 }
                .Select(km => Appraise(adverts, market.Car with { MileageKm = km }).Figures)
                .OfType<AppraisalFigures>()
                .ToList();
            return figures.Zip(figures.Skip(1)).All(pair =>
                pair.Second.MarketMedian <= pair.First.MarketMedian
                && pair.Second.MarketAverage <= pair.First.MarketAverage
                && pair.Second.MarketLow <= pair.First.MarketLow
                && pair.Second.MarketHigh <= pair.First.MarketHigh
                && pair.Second.OfferLow <= pair.First.OfferLow
                && pair.Second.OfferHigh <= pair.First.OfferHigh);
        });

    [Fact]
    public void A_Better_Condition_Never_Lowers_The_Offer() =>
        Hold(100, market =>
        {
            var adverts = market.Adverts();
            var offers = Enum.GetValues<CarCondition>().Select(c => Appraise(adverts, market.Car, c).Figures).OfType<AppraisalFigures>().ToList();
            return offers.Zip(offers.Skip(1)).All(pair => pair.Second.OfferLow <= pair.First.OfferLow && pair.Second.OfferHigh <= pair.First.OfferHigh);
        });

    [Fact]
    public void The_Order_Of_Adverts_Does_Not_Matter() =>
        Hold(100, market =>
        {
            var adverts = market.Adverts();
            var shuffled = adverts.ToArray();
            new Random(market.Seed).Shuffle(shuffled);
            var one = Appraise(adverts, market.Car);
            var other = Appraise(shuffled, market.Car);
            return one.Figures == other.Figures
                && one.ManualReason == other.ManualReason
                && one.Evidence.Used.SequenceEqual(other.Evidence.Used)
                && one.Evidence.Dropped.ToHashSet().SetEquals(other.Evidence.Dropped);
        });

    [Fact]
    public void One_Absurd_Advert_Does_Not_Move_The_Range_By_More_Than_The_Stated_Bound() =>
        Hold(60, market =>
        {
            var adverts = market.Adverts();
            var before = Appraise(adverts, market.Car).Figures;
            if (before is null || before.SampleSize < ComparablesOfBound)
            {
                return true;
            }
            return market.AbsurdAdverts().All(absurd =>
            {
                var after = Appraise([.. adverts, absurd], market.Car).Figures;
                return after is not null
                    && IsNear(after.MarketMedian, before.MarketMedian)
                    && IsNear(after.MarketLow, before.MarketLow)
                    && IsNear(after.MarketHigh, before.MarketHigh);
            });
        });

    [Fact]
    public void What_Is_Shown_Is_Always_In_Order_And_Above_Zero() =>
        Hold(150, market =>
        {
            var appraisal = Appraise(market.Adverts(), market.Car, CarCondition.NotRunning);
            var figures = appraisal.Figures;
            return figures is null
                ? appraisal.ManualReason is not null
                : figures.OfferLow >= Settings.MinOffer && figures.OfferLow <= figures.OfferHigh
                    && figures.MarketLow <= figures.MarketMedian && figures.MarketMedian <= figures.MarketHigh
                    && figures.OfferHigh < figures.MarketHigh && figures.SampleSize >= Settings.MinComparables
                    && figures.Confidence is >= 0 and <= 1;
        });

    private static bool IsNear(decimal value, decimal other) => Math.Abs(value - other) <= AbsurdAdvertBound * other;

    private static Appraisal Appraise(IReadOnlyList<MarketListing> adverts, VehicleSpec car, CarCondition? condition = null) =>
        new MarketAppraiser().Appraise(car, condition, adverts, Settings, Now);

    private static void Hold(int times, Func<RandomMarket, bool> law)
    {
        var markets =
            from seed in Gen.Choose(0, int.MaxValue - 1)
            from size in Gen.Choose(0, 60)
            select new RandomMarket(seed, size);
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(times), Prop.ForAll(markets.ToArbitrary(), law));
    }
}

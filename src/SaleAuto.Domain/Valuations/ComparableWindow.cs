namespace SaleAuto.Valuations;

/// <summary>Comparables of one widening step with the weights they have there.</summary>
internal sealed record ComparableWindow(int Years, IReadOnlyList<Comparable> Adverts, double[] Weights)
{
    /// <summary>Years on either side, one step after the other.</summary>
    private static readonly int[] Steps = [1, 2, 3, 5, 8, 12, 20, 30, 60];

    /// <summary>Name of the step kept in the evidence.</summary>
    public string Name => $"year±{Years}";

    /// <summary>The narrowest step that gives enough comparables, or the widest allowed one.</summary>
    public static ComparableWindow Choose(CarProfile target, IReadOnlyList<Comparable> adverts, ValuationSettings settings)
    {
        var widest = settings.Comparison.MaxWideningYears;
        foreach (var step in Steps)
        {
            var years = Math.Min(step, widest);
            var window = Of(target, adverts, years, settings.Comparison);
            var isEnough = window.Adverts.Count >= settings.MinComparables && window.Weights.Sum() >= settings.Comparison.WantedComparables;
            if (isEnough || years == widest)
            {
                return window;
            }
        }
        return Of(target, adverts, widest, settings.Comparison);
    }

    private static ComparableWindow Of(CarProfile target, IReadOnlyList<Comparable> adverts, int years, ComparisonSettings settings)
    {
        var inside = adverts.Where(a => Math.Abs(a.Car.Year - target.Year) <= years).ToList();
        var weights = inside.Select(a => Weight(target, a, years, settings)).ToArray();
        return new ComparableWindow(years, inside, weights);
    }

    private static double Weight(CarProfile target, Comparable advert, int years, ComparisonSettings settings)
    {
        var distance = (double)Math.Abs(advert.Car.Year - target.Year) / (years + 1);
        var near = 1 - (distance * distance);
        return near * near * advert.Quality * Likeness(target, advert.Car, settings);
    }

    private static double Likeness(CarProfile target, CarProfile car, ComparisonSettings settings)
    {
        var likeness = 1.0;
        if (target.Gearbox != GearboxKind.Unknown && target.Gearbox != car.Gearbox)
        {
            likeness *= settings.WeightOfOtherEquipment;
        }
        if (target.Drive != DriveKind.Unknown && target.Drive != car.Drive)
        {
            likeness *= settings.WeightOfOtherEquipment;
        }
        if (target.Fuel != FuelKind.Unknown && target.Fuel != car.Fuel)
        {
            likeness *= settings.WeightOfOtherEquipment;
        }
        if (!double.IsNaN(target.LogPower))
        {
            var difference = double.IsNaN(car.LogPower) ? settings.PowerReach : (car.LogPower - target.LogPower) / settings.PowerReach;
            likeness *= Math.Max(0.1, Math.Exp(-difference * difference / 2));
        }
        return likeness;
    }
}

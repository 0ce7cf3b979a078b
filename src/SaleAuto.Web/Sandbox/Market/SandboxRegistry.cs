using SaleAuto.Cars;

namespace SaleAuto.Sandbox;

/// <summary>A plate registry that knows a car for every plate but those of two regions, so that a newcomer may type any.</summary>
internal static class SandboxRegistry
{
    /// <summary>Plates of this region are unknown.</summary>
    public const string UnknownRegion = "199";

    /// <summary>For plates of this region the registry is out of order.</summary>
    public const string FailingRegion = "197";

    private const int FirstYear = 2005;
    private const int LastYear = 2024;
    private const string VinSigns = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ"; // ISO 3779: without I, O, Q

    /// <summary>Answers as registries do: a car, 404, 503, or 400 for what is no plate.</summary>
    public static IResult Find(string plate)
    {
        if (!PlateNumber.TryParse(plate, out var number))
        {
            return Results.BadRequest();
        }
        return number.Region switch
        {
            UnknownRegion => Results.NotFound(),
            FailingRegion => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
            _ => Results.Json(CarOf(number)),
        };
    }

    private static object CarOf(PlateNumber plate)
    {
        var random = new StableRandom(plate.Value);
        var model = random.Pick(SandboxModel.All);
        var first = Math.Max(model.FirstYear, FirstYear);
        var year = first + random.Below(Math.Min(model.LastYear, LastYear) - first + 1);
        var vin = string.Concat(Enumerable.Range(0, 12).Select(_ => VinSigns[random.Below(VinSigns.Length)]));
        return new
        {
            make = model.Make,
            model = model.Model,
            year,
            vin = $"X{vin}{random.Below(10_000):0000}",
            powerHp = model.PowerHp,
            engineLitres = model.EngineLitres,
            fuel = model.Fuel,
            gearbox = random.Pick(model.Gearboxes),
            drive = model.Drive,
        };
    }
}

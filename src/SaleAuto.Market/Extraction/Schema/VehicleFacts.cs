using System.Text.RegularExpressions;

namespace SaleAuto.Market;

/// <summary>What a schema.org Car, Vehicle or Product says of the car.</summary>
internal static partial class VehicleFacts
{
    public static ListingDraft Read(SchemaItem car)
    {
        var engine = car.Item("vehicleEngine") ?? car;
        var draft = new ListingDraft
        {
            Title = Title(car),
            Make = car.Text("brand", "manufacturer"),
            Model = car.Text("model"),
            Year = CarFacts.Year(car.Text("productionDate")) // modelDate may be the year of the generation
                ?? CarFacts.Year(car.Text("vehicleModelDate")) ?? CarFacts.Year(car.Text("modelDate")) ?? CarFacts.Year(car.Text("releaseDate")),
            MileageKm = Mileage(car),
            PowerHp = Power(engine) ?? Power(car),
            EngineLitres = Litres(engine) ?? Litres(car) ?? CarFacts.Litres(car.Text("vehicleEngine")),
            Fuel = SpecWords.Fuel(car.Text("fuelType") ?? engine.Text("fuelType", "engineType")),
            Gearbox = SpecWords.Gearbox(car.Text("vehicleTransmission")),
            Drive = SpecWords.Drive(car.Text("driveWheelConfiguration")),
            PostedOn = AdDates.Read(car.Text("datePosted", "datePublished", "dateCreated")),
        };
        FillFromProperties(draft, car);
        if (car.Text("description") is { } description && (draft.Year is null || draft.MileageKm is null))
        {
            draft.Year ??= CarFacts.Year(YearLabel().Match(description).Groups[1].Value);
            draft.MileageKm ??= CarFacts.MileageIn(PlainText.Of(MileageLabel().Match(description).Groups[1].Value));
        }
        return draft;
    }

    public static string? Title(SchemaItem item) => PlainText.Of(item.Text("name", "title")) is { Length: > 0 } title ? title : null;

    private static int? Mileage(SchemaItem car) =>
        car.Item("mileageFromOdometer") is { } quantity
            ? CarFacts.Mileage(quantity.Text("value", "name"), quantity.Text("unitCode", "unitText"))
            : CarFacts.Mileage(car.Text("mileageFromOdometer", "mileage"));

    private static int? Power(SchemaItem engine) =>
        engine.Item("enginePower") is { } quantity
            ? CarFacts.Power(quantity.Text("value"), quantity.Text("unitCode", "unitText") ?? "")
            : CarFacts.Power(engine.Text("enginePower"), "");

    private static decimal? Litres(SchemaItem engine) =>
        engine.Item("engineDisplacement") is { } quantity
            ? CarFacts.Litres(quantity.Text("value"), "")
            : CarFacts.Litres(engine.Text("engineDisplacement"), "");

    // additionalProperty: [{ "name": "Пробег", "value": "84 000 км" }]
    private static void FillFromProperties(ListingDraft draft, SchemaItem car)
    {
        foreach (var property in car.Items("additionalProperty"))
        {
            var name = property.Text("name", "propertyID") ?? "";
            var value = property.Text("value");
            if (name.StartsWith("Пробег", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Mileage", StringComparison.OrdinalIgnoreCase))
            {
                draft.MileageKm ??= CarFacts.Mileage(value, property.Text("unitCode", "unitText"));
            }
            else if (name.StartsWith("Год", StringComparison.OrdinalIgnoreCase) || name.EndsWith("Year", StringComparison.OrdinalIgnoreCase))
            {
                draft.Year ??= CarFacts.Year(value);
            }
        }
    }

    [GeneratedRegex(@"Год(?:\sвыпуска)?:?\s((?:19|20)\d\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex YearLabel();

    [GeneratedRegex(@"Пробег:?\s([\d\s]{1,12}(?:тыс\.?\s?)?км)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MileageLabel();
}

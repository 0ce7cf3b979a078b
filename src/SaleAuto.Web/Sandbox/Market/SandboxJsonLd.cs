using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace SaleAuto.Sandbox;

/// <summary>The adverts of a page as schema.org data in a script element.</summary>
internal static class SandboxJsonLd
{
    // The encoder escapes angle brackets, so that no text can end the script element.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Of(SandboxPage page)
    {
        var list = new Dictionary<string, object>
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "ItemList",
            ["itemListElement"] = page.Cars.Select((car, index) => new Dictionary<string, object>
            {
                ["@type"] = "ListItem",
                ["position"] = index + 1,
                ["item"] = Car(page, car),
            }),
        };
        return page.Cars.Count == 0 ? "" : $"<script type=\"application/ld+json\">{JsonSerializer.Serialize(list, Options)}</script>";
    }

    private static Dictionary<string, object> Car(SandboxPage page, SandboxCar car) => new()
    {
        ["@type"] = "Car",
        ["name"] = car.Title,
        ["url"] = SandboxPage.PathOf(page.Site, car),
        ["brand"] = new Dictionary<string, object> { ["@type"] = "Brand", ["name"] = car.Model.Make },
        ["model"] = car.Model.Model,
        ["productionDate"] = car.Year.ToString(CultureInfo.InvariantCulture),
        ["mileageFromOdometer"] = new Dictionary<string, object> { ["@type"] = "QuantitativeValue", ["value"] = car.MileageKm, ["unitCode"] = "KMT" },
        ["fuelType"] = SandboxTexts.Fuel(car),
        ["vehicleTransmission"] = SandboxTexts.Gearbox(car),
        ["driveWheelConfiguration"] = SandboxTexts.Drive(car),
        ["vehicleEngine"] = new Dictionary<string, object>
        {
            ["@type"] = "EngineSpecification",
            ["engineDisplacement"] = new Dictionary<string, object> { ["@type"] = "QuantitativeValue", ["value"] = car.Model.EngineLitres, ["unitCode"] = "LTR" },
            ["enginePower"] = new Dictionary<string, object> { ["@type"] = "QuantitativeValue", ["value"] = car.Model.PowerHp, ["unitCode"] = "BHP" },
        },
        ["offers"] = Offer(page, car),
    };

    private static Dictionary<string, object> Offer(SandboxPage page, SandboxCar car)
    {
        var offer = new Dictionary<string, object>
        {
            ["@type"] = "Offer",
            ["availability"] = car.IsSold ? "https://schema.org/SoldOut" : "https://schema.org/InStock",
            ["validFrom"] = SandboxTexts.IsoDay(page.Today, car),
            ["availableAtOrFrom"] = new Dictionary<string, object>
            {
                ["@type"] = "Place",
                ["address"] = new Dictionary<string, object> { ["@type"] = "PostalAddress", ["addressLocality"] = car.City },
            },
        };
        if (car.Price is { } price)
        {
            offer["price"] = price;
            offer["priceCurrency"] = "RUB";
        }
        return offer;
    }
}

using System.Globalization;
using System.Text;
using SaleAuto.Market;
using SaleAuto.Valuations;

namespace SaleAuto.Benchmarks.Valuations;

/// <summary>A car with its price, one row of the file.</summary>
internal sealed record PricedCar(int Row, bool IsTest, VehicleSpec Car, decimal Price);

/// <summary>A whole market in one CSV file, parted into adverts and test cars.</summary>
internal sealed class MarketFile
{
    private const decimal LeastPrice = 1_000; // "1 rouble" stands for a price on request

    private static readonly string[] RequiredColumns = ["make", "model", "year", "price_rub"];

    private MarketFile(IReadOnlyList<PricedCar> cars, int badRows, bool hasIds)
    {
        Cars = cars;
        BadRows = badRows;
        HasIds = hasIds;
    }

    public IReadOnlyList<PricedCar> Cars { get; }

    /// <summary>Rows left out: no make, model or year that can be read, or no real price.</summary>
    public int BadRows { get; }

    public bool HasIds { get; }

    /// <summary>Newest year of the file that can be true.</summary>
    public int NewestYear(int currentYear) => Cars.Select(c => c.Car.Year).Where(y => y <= currentYear + 1).DefaultIfEmpty(currentYear).Max();

    /// <exception cref="FormatException">A column is missing.</exception>
    public static MarketFile Parse(string text)
    {
        var table = CsvTable.Parse(text);
        var missing = RequiredColumns.Where(column => !table.Has(column)).ToList();
        if (missing.Count > 0)
        {
            throw new FormatException($"Missing columns: {string.Join(", ", missing)}.");
        }
        var cars = new List<PricedCar>();
        var bad = 0;
        for (var i = 0; i < table.Rows.Count; i++)
        {
            if (Read(table, table.Rows[i], i + 1) is { } car)
            {
                cars.Add(car);
            }
            else
            {
                bad++;
            }
        }
        return new MarketFile(cars, bad, table.Has("id"));
    }

    /// <summary>Whether the row is a test car: the number in the last six hexadecimal digits of its id is divisible by 5; without an id, every fifth row is one.</summary>
    public static bool IsTest(string? id, int row)
    {
        var digits = id is null ? "" : string.Concat(id.Where(char.IsAsciiHexDigit).TakeLast(6));
        return digits.Length == 0 ? row % 5 == 0 : int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture) % 5 == 0;
    }

    /// <summary>A number as people and programs write it: "1 250 000", "12000.0", "1,6", "150 л.с.".</summary>
    public static decimal? ReadNumber(string? cell)
    {
        if (cell is null)
        {
            return null;
        }
        var digits = new StringBuilder();
        foreach (var c in cell)
        {
            if (char.IsAsciiDigit(c) || c == '-')
            {
                digits.Append(c);
            }
            else if (c is '.' or ',')
            {
                digits.Append('.');
            }
            else if (!char.IsWhiteSpace(c) && digits.Length > 0)
            {
                break; // a unit follows
            }
        }
        var text = digits.ToString().TrimEnd('.');
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static PricedCar? Read(CsvTable table, string[] row, int number)
    {
        var make = table.Cell(row, "make");
        var model = table.Cell(row, "model");
        var year = ReadNumber(table.Cell(row, "year"));
        var price = ReadNumber(table.Cell(row, "price_rub"));
        if (make is null || model is null || year is not (>= 1900 and <= 2100) || price is not >= LeastPrice)
        {
            return null;
        }
        var car = new VehicleSpec
        {
            Make = make,
            Model = model,
            Year = (int)year.Value,
            MileageKm = ReadNumber(table.Cell(row, "mileage_km")) is { } km and >= 0 and <= int.MaxValue ? (int)km : null,
            PowerHp = ReadNumber(table.Cell(row, "power_hp")) is { } power and > 0 and < 10_000 ? (int)power : null,
            EngineLitres = ReadNumber(table.Cell(row, "engine_l")) is { } litres and > 0 ? litres : null,
            Fuel = table.Cell(row, "fuel"),
            Gearbox = table.Cell(row, "gearbox"),
            Drive = table.Cell(row, "drive"),
        };
        return new PricedCar(number, IsTest(table.Cell(row, "id"), number), car, price.Value);
    }
}

/// <summary>The adverts of a file by make and model, as the search of production hands them to the appraiser.</summary>
internal sealed class MarketIndex
{
    private readonly Dictionary<(string, string), List<MarketListing>> _models = [];

    public MarketIndex(IEnumerable<PricedCar> adverts)
    {
        foreach (var advert in adverts)
        {
            var key = (CarNames.Key(advert.Car.Make), CarNames.Key(advert.Car.Model));
            if (!_models.TryGetValue(key, out var listings))
            {
                _models.Add(key, listings = []);
            }
            listings.Add(ToListing(advert));
        }
    }

    public IReadOnlyList<MarketListing> Find(VehicleSpec car) =>
        _models.GetValueOrDefault((CarNames.Key(car.Make), CarNames.Key(car.Model))) ?? [];

    private static MarketListing ToListing(PricedCar advert) => new()
    {
        Source = "file",
        Url = $"file:{advert.Row:D9}",
        Title = $"{advert.Car.Make} {advert.Car.Model}, {advert.Car.Year}",
        Price = advert.Price,
        Currency = "RUB",
        Vehicle = new ListedVehicle
        {
            Make = advert.Car.Make,
            Model = advert.Car.Model,
            Year = advert.Car.Year,
            MileageKm = advert.Car.MileageKm,
            PowerHp = advert.Car.PowerHp,
            EngineLitres = advert.Car.EngineLitres,
            Fuel = advert.Car.Fuel,
            Gearbox = advert.Car.Gearbox,
            Drive = advert.Car.Drive,
        },
    };
}

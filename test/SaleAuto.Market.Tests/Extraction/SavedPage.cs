using System.Text.Json;

namespace SaleAuto.Market;

/// <summary>A saved page with what must be read from it.</summary>
internal sealed record SavedPage
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    public required Uri Url { get; init; }
    public required string Outcome { get; init; }
    public int Status { get; init; } = 200;
    public string? ContentType { get; init; }
    public string? Method { get; init; }
    public string? Next { get; init; }
    public IReadOnlyList<SavedListing> Listings { get; init; } = [];

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Pages");

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.html", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/')[..^".html".Length]).Order(StringComparer.Ordinal);

    public static SavedPage Expected(string name) => JsonSerializer.Deserialize<SavedPage>(File.ReadAllText(Path.Combine(Folder, name + ".expected.json")), Json)!;

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".html"));

    public FetchedPage Fetched(byte[] body) => new(Url, Status, ContentType, body);
}

/// <summary>What an expected.json names; what it leaves out may be anything.</summary>
internal sealed record SavedListing
{
    public required string Url { get; init; }
    public required string Title { get; init; }
    public string? Make { get; init; }
    public string? Model { get; init; }
    public int? Year { get; init; }
    public int? MileageKm { get; init; }
    public required decimal Price { get; init; }
    public required string Currency { get; init; }
    public string? City { get; init; }
    public DateOnly? PostedOn { get; init; }
    public int? PowerHp { get; init; }
    public decimal? EngineLitres { get; init; }
    public string? Fuel { get; init; }
    public string? Gearbox { get; init; }
    public string? Drive { get; init; }

    /// <summary>The listing, without those optional details that this expectation does not name.</summary>
    public SavedListing Of(MarketListing listing) => new()
    {
        Url = listing.Url,
        Title = listing.Title,
        Make = listing.Vehicle.Make,
        Model = listing.Vehicle.Model,
        Year = listing.Vehicle.Year,
        MileageKm = listing.Vehicle.MileageKm,
        Price = listing.Price,
        Currency = listing.Currency,
        City = City is null ? null : listing.City,
        PostedOn = PostedOn is null ? null : listing.PostedOn,
        PowerHp = PowerHp is null ? null : listing.Vehicle.PowerHp,
        EngineLitres = EngineLitres is null ? null : listing.Vehicle.EngineLitres,
        Fuel = Fuel is null ? null : listing.Vehicle.Fuel,
        Gearbox = Gearbox is null ? null : listing.Vehicle.Gearbox,
        Drive = Drive is null ? null : listing.Vehicle.Drive,
    };
}

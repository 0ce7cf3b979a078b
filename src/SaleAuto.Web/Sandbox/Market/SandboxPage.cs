using SaleAuto.Market;

namespace SaleAuto.Sandbox;

/// <summary>One page of results of a sandbox site.</summary>
public sealed record SandboxPage(SandboxSite Site, SandboxModel? Model, IReadOnlyList<SandboxCar> Cars, int Number, int PageCount, int YearFrom, int YearTo, DateOnly Today)
{
    private const int PageSize = 20;

    private static readonly SlugRules Slugs = new();

    private static readonly Dictionary<(string Make, string Model), SandboxModel> ModelsBySlug =
        SandboxModel.All.ToDictionary(model => (SlugOf(Slugs.OfMake(model.Make)), SlugOf(Slugs.OfModel(model.Make, model.Model))));

    /// <summary>Heading of the site.</summary>
    public string SiteName => NameOf(Site);

    /// <summary>Path of the next page, or null on the last.</summary>
    public string? Next => Number < PageCount ? PathOf(Number + 1) : null;

    /// <summary>Path of the page before, or null on the first.</summary>
    public string? Previous => Number > 1 ? PathOf(Number - 1) : null;

    /// <summary>The cars on one page; an unknown model gives an honest empty page.</summary>
    public static SandboxPage Of(SandboxSite site, string make, string model, int? yearFrom, int? yearTo, int number, DateOnly today)
    {
        var known = ModelsBySlug.GetValueOrDefault((SlugOf(make), SlugOf(model)));
        var (from, to) = (yearFrom ?? 0, yearTo ?? today.Year);
        var cars = known is null
            ? []
            : SandboxCars.Of(known, from, to, today.Year).Where(car => car.Sites.Contains(site)).OrderBy(car => car.DaysOnSale).ThenBy(car => car.Id, StringComparer.Ordinal).ToList();
        var shown = cars.Skip((number - 1) * PageSize).Take(PageSize).ToList();
        return new SandboxPage(site, known, shown, number, (cars.Count + PageSize - 1) / PageSize, from, to, today);
    }

    /// <summary>A car by the id in its address.</summary>
    public static SandboxCar? Find(string make, string model, string id, DateOnly today) =>
        ModelsBySlug.TryGetValue((SlugOf(make), SlugOf(model)), out var known)
            ? SandboxCars.Of(known, 0, today.Year, today.Year).FirstOrDefault(car => car.Id == id)
            : null;

    /// <summary>Path of all adverts of a model.</summary>
    public static string PathOf(SandboxSite site, SandboxModel model) =>
        $"/sandbox/market/{SandboxMarket.PathOf(site)}/{Slugs.OfMake(model.Make)}/{Slugs.OfModel(model.Make, model.Model)}";

    /// <summary>Path of one advert.</summary>
    public static string PathOf(SandboxSite site, SandboxCar car) => $"{PathOf(site, car.Model)}/{car.Id}";

    /// <summary>Name of a site for people.</summary>
    public static string NameOf(SandboxSite site) => site switch
    {
        SandboxSite.Ads => "Авто из рук в руки",
        SandboxSite.Board => "Доска объявлений",
        _ => "Салоны города",
    };

    private string PathOf(int number) => $"{PathOf(Site, Model!)}?yearFrom={YearFrom}&yearTo={YearTo}&page={number}";

    private static string SlugOf(string segment) => Uri.UnescapeDataString(segment).ToLowerInvariant();
}

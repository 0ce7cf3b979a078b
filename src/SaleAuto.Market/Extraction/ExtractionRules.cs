namespace SaleAuto.Market;

/// <summary>How one site shows its adverts. Everything but the name is optional: schema.org data and the usual class names are understood without rules.</summary>
public sealed record ExtractionRules
{
    /// <summary>Name of the source, such as <c>drom.ru</c>.</summary>
    public string Source { get; init; } = "";

    /// <summary>Hosts that the rules are for; subdomains included.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>CSS selector of one advert.</summary>
    public string? Card { get; init; }

    /// <summary>Inside a card: the title.</summary>
    public string? Title { get; init; }

    /// <summary>Inside a card: the link to the advert.</summary>
    public string? Link { get; init; }

    /// <summary>Inside a card: the price.</summary>
    public string? Price { get; init; }

    /// <summary>Inside a card: the year of production.</summary>
    public string? Year { get; init; }

    /// <summary>Inside a card: the odometer reading.</summary>
    public string? Mileage { get; init; }

    /// <summary>Inside a card: engine, gearbox and drive.</summary>
    public string? Specs { get; init; }

    /// <summary>Inside a card: the seller's city.</summary>
    public string? City { get; init; }

    /// <summary>Inside a card: the day of the advert.</summary>
    public string? Date { get; init; }

    /// <summary>Inside a card: present when the car is sold.</summary>
    public string? SoldMarker { get; init; }

    /// <summary>Link to the next page of results, when the page does not mark it in the usual ways (<c>rel=next</c>, "pagination … next").</summary>
    public string? Next { get; init; }

    /// <summary>Present when the site found nothing.</summary>
    public string? Empty { get; init; }

    /// <summary>Texts by which the site says that it found nothing, beside the usual ones.</summary>
    public IReadOnlyList<string> EmptyTexts { get; init; } = [];

    /// <summary>Present on a robot check.</summary>
    public string? Blocked { get; init; }

    /// <summary>Texts of a robot check, beside the usual ones.</summary>
    public IReadOnlyList<string> BlockedTexts { get; init; } = [];

    /// <summary>Pieces of markup that only robot checks carry.</summary>
    public IReadOnlyList<string> BlockedMarkers { get; init; } = [];
}

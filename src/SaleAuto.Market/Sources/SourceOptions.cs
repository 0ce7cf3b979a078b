namespace SaleAuto.Market;

/// <summary>One entry of <c>Market:Sources</c>: a site of adverts. What is left out comes from the preset of the same name, where there is one.</summary>
public sealed record SourceOptions
{
    /// <summary>Name in results, health records and the list of presets, such as <c>drom.ru</c>.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether it is asked.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Address that the paths are appended to.</summary>
    public string BaseAddress { get; init; } = "";

    /// <summary>Path of the first page of results, with <c>{make}</c>, <c>{model}</c>, <c>{yearFrom}</c>, <c>{yearTo}</c> and, where it stands in the first page too, <c>{page}</c>.</summary>
    public string SearchPath { get; init; } = "";

    /// <summary>Path of the further pages. Left out: the search path with its <c>{page}</c>, or else the page's own link to the next.</summary>
    public string? PagePath { get; init; }

    /// <summary>How the site writes makes and models in its addresses.</summary>
    public SlugRules Slugs { get; init; } = new();

    /// <summary>Where the adverts stand on its pages; hardly ever needed.</summary>
    public ExtractionRules Extraction { get; init; } = new();

    /// <summary>How gently it is asked.</summary>
    public PolitenessOptions Politeness { get; init; } = new();
}

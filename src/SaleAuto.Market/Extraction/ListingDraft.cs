namespace SaleAuto.Market;

/// <summary>An advert while it is put together from the parts of a page.</summary>
internal sealed class ListingDraft
{
    public ListingUrl? Url { get; set; }
    public string? Title { get; set; }

    /// <summary>Title of the card, which may be fuller than the embedded one.</summary>
    public string? ShownTitle { get; set; }

    public string? Make { get; set; }
    public string? Model { get; set; }
    public int? Year { get; set; }
    public int? MileageKm { get; set; }
    public decimal? Price { get; set; }
    public string? Currency { get; set; }
    public string? City { get; set; }
    public DateOnly? PostedOn { get; set; }
    public int? PowerHp { get; set; }
    public decimal? EngineLitres { get; set; }
    public string? Fuel { get; set; }
    public string? Gearbox { get; set; }
    public string? Drive { get; set; }
    public bool IsSold { get; set; }

    /// <summary>The page says that there is no price to read ("цена по запросу").</summary>
    public bool IsPriceOnRequest { get; set; }

    /// <summary>The price is the shown one, which may be lowered by discounts; an embedded price is the full one.</summary>
    public bool IsPriceShown { get; set; }

    /// <summary>Takes from another reading of the same advert what is missing here.</summary>
    public void FillFrom(ListingDraft other)
    {
        if (other.Price is not null && (Price is null || (IsPriceShown && !other.IsPriceShown)))
        {
            (Price, Currency, IsPriceShown) = (other.Price, other.Currency ?? Currency, other.IsPriceShown);
        }
        Currency ??= other.Currency;
        Url ??= other.Url;
        Title ??= other.Title;
        ShownTitle ??= other.ShownTitle;
        Make ??= other.Make;
        Model ??= other.Model;
        Year ??= other.Year;
        MileageKm ??= other.MileageKm;
        City ??= other.City;
        PostedOn ??= other.PostedOn;
        PowerHp ??= other.PowerHp;
        EngineLitres ??= other.EngineLitres;
        Fuel ??= other.Fuel;
        Gearbox ??= other.Gearbox;
        Drive ??= other.Drive;
        IsSold |= other.IsSold;
        IsPriceOnRequest |= other.IsPriceOnRequest;
    }
}

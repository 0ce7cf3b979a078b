namespace SaleAuto.Visits;

/// <summary>Names a campaign by the tag of its links; visits and requests are brought together by this name.</summary>
public static class CampaignName
{
    // Phones, ids of clicks and of people have more.
    private const int MostDigits = 6;

    /// <summary>The name; <see cref="VisitConsts.OtherCampaigns"/> for what is too long, or may tell who the visitor is.</summary>
    public static string Of(string? utmSource)
    {
        var name = utmSource?.Trim() ?? "";
        return name.Length <= VisitConsts.MaxCampaignLength && name.All(x => char.IsLetterOrDigit(x) || x is '.' or '-' or '_' or ' ') && name.Count(char.IsDigit) <= MostDigits
            ? name
            : VisitConsts.OtherCampaigns;
    }
}

namespace SaleAuto.Settings;

/// <summary>Who the company is: shown on the site and in documents.</summary>
public sealed record CompanySettings
{
    /// <summary>Name that clients know.</summary>
    public string BrandName { get; init; } = "SaleAuto";

    /// <summary>Registered name.</summary>
    public string LegalName { get; init; } = "ООО «СейлАвто»";

    /// <summary>Taxpayer number.</summary>
    public string Inn { get; init; } = "7700000000";

    /// <summary>Registration number.</summary>
    public string Ogrn { get; init; } = "1207700000000";

    /// <summary>Postal address.</summary>
    public string Address { get; init; } = "г. Москва";

    /// <summary>Phone for clients, E.164.</summary>
    public string Phone { get; init; } = "+74950000000";

    /// <summary>E-mail for clients and for withdrawing consents.</summary>
    public string Email { get; init; } = "info@example.org";

    /// <summary>IANA name of the time zone on screens and in working hours.</summary>
    public string TimeZone { get; init; } = "Europe/Moscow";
}

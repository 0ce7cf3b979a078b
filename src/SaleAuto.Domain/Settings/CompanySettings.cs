using System.ComponentModel.DataAnnotations;
using SaleAuto.Clients;

namespace SaleAuto.Settings;

/// <summary>Who the company is: shown on the site and in documents.</summary>
public sealed record CompanySettings : IRuledSettings
{
    /// <summary>Name that clients know.</summary>
    [Required, StringLength(100)]
    public string BrandName { get; init; } = "SaleAuto";

    /// <summary>Registered name.</summary>
    [Required, StringLength(200)]
    public string LegalName { get; init; } = "ООО «СейлАвто»";

    /// <summary>Taxpayer number.</summary>
    [Required, RegularExpression("[0-9]{10}|[0-9]{12}")]
    public string Inn { get; init; } = "7700000000";

    /// <summary>Registration number.</summary>
    [Required, RegularExpression("[0-9]{13}|[0-9]{15}")]
    public string Ogrn { get; init; } = "1207700000000";

    /// <summary>Postal address.</summary>
    [Required, StringLength(300)]
    public string Address { get; init; } = "г. Москва";

    /// <summary>Phone for clients, E.164.</summary>
    public string Phone { get; init; } = "+74950000000";

    /// <summary>E-mail for clients and for withdrawing consents.</summary>
    [Required, StringLength(200), EmailAddress]
    public string Email { get; init; } = "info@example.org";

    /// <summary>IANA name of the time zone on screens and in working hours.</summary>
    public string TimeZone { get; init; } = "Europe/Moscow";

    /// <inheritdoc />
    public IEnumerable<string> FindBrokenRules()
    {
        if (!PhoneNumber.TryParse(Phone, out _))
        {
            yield return nameof(Phone);
        }
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            yield return nameof(TimeZone);
        }
    }
}

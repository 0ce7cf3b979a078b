namespace SaleAuto.Company;

/// <summary>Who the company is, as clients see it.</summary>
public interface ICompanyProfile
{
    /// <summary>The details in force now.</summary>
    Task<CompanyProfileDto> GetAsync(CancellationToken cancellationToken);
}

/// <summary>The company's public details.</summary>
public sealed record CompanyProfileDto
{
    /// <summary>Name that clients know.</summary>
    public required string BrandName { get; init; }

    /// <summary>Registered name.</summary>
    public required string LegalName { get; init; }

    /// <summary>Taxpayer number.</summary>
    public required string Inn { get; init; }

    /// <summary>Registration number.</summary>
    public required string Ogrn { get; init; }

    /// <summary>Postal address.</summary>
    public required string Address { get; init; }

    /// <summary>Phone for clients, E.164.</summary>
    public required string Phone { get; init; }

    /// <summary>E-mail for clients and for withdrawing consents.</summary>
    public required string Email { get; init; }

    /// <summary>IANA name of the time zone in which clients are told the time.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Puts the details into a text that names the operator as {LegalName}, {Inn}, {Ogrn}, {Address}, {Email}.</summary>
    public string FillIn(string text) => text
        .Replace("{LegalName}", LegalName, StringComparison.Ordinal)
        .Replace("{Inn}", Inn, StringComparison.Ordinal)
        .Replace("{Ogrn}", Ogrn, StringComparison.Ordinal)
        .Replace("{Address}", Address, StringComparison.Ordinal)
        .Replace("{Email}", Email, StringComparison.Ordinal);
}

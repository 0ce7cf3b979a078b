using SaleAuto.Settings;

namespace SaleAuto.Company;

internal sealed class CompanyProfile(ISettingProvider settings) : ICompanyProfile
{
    public async Task<CompanyProfileDto> GetAsync(CancellationToken cancellationToken) =>
        Of(await settings.GetAsync<CompanySettings>(cancellationToken));

    /// <summary>The details that clients see.</summary>
    public static CompanyProfileDto Of(CompanySettings company) => new()
    {
        BrandName = company.BrandName,
        LegalName = company.LegalName,
        Inn = company.Inn,
        Ogrn = company.Ogrn,
        Address = company.Address,
        Phone = company.Phone,
        Email = company.Email,
        TimeZone = company.TimeZone,
    };
}

using SaleAuto.Settings;

namespace SaleAuto.Company;

internal sealed class CompanyProfile(ISettingProvider settings) : ICompanyProfile
{
    public async Task<CompanyProfileDto> GetAsync(CancellationToken cancellationToken)
    {
        var company = await settings.GetAsync<CompanySettings>(cancellationToken);
        return new CompanyProfileDto
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
}

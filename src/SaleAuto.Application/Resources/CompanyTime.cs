using SaleAuto.LowCode;
using SaleAuto.Settings;

namespace SaleAuto.Resources;

internal sealed class CompanyTime(ISettingProvider settings) : ICompanyTime
{
    public async ValueTask<TimeZoneInfo> GetZoneAsync(CancellationToken cancellationToken) => await settings.GetTimeZoneAsync(cancellationToken);
}

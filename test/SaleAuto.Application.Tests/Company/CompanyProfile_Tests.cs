using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Repositories;
using SaleAuto.Settings;

namespace SaleAuto.Company;

public sealed class CompanyProfile_Tests(SqliteDatabase database) : IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task Should_Show_The_Settings_In_Force()
    {
        await using var app = new TestApplication(database);
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<ISettingWriter>().Change(new CompanySettings { BrandName = "Быстрый выкуп", TimeZone = "Asia/Yekaterinburg" });
        await services.GetRequiredService<IUnitOfWork>().SaveChangesAsync(default);

        var profile = await services.GetRequiredService<ICompanyProfile>().GetAsync(default);

        profile.BrandName.ShouldBe("Быстрый выкуп");
        profile.TimeZone.ShouldBe("Asia/Yekaterinburg");
        profile.LegalName.ShouldBe(new CompanySettings().LegalName);
    }
}

using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Company;

namespace SaleAuto.Site;

[Collection(nameof(SiteCollection))] // not beside the others: one more program is enough
public class Failures_Tests
{
    [Fact]
    public async Task Should_Show_A_Page_That_Needs_Nothing_When_A_Page_Fails()
    {
        await using var host = new SiteHost(services => services.AddScoped<ICompanyProfile, BrokenProfile>());
        using var http = new HttpClient { BaseAddress = new Uri(host.Url) };

        using var answer = await http.GetAsync("/");
        var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        text.ShouldContain("Что-то сломалось у\u00A0нас");
        text.ShouldNotContain(nameof(BrokenProfile));
        answer.Headers.Contains("Content-Security-Policy").ShouldBeTrue();
    }

    private sealed class BrokenProfile : ICompanyProfile
    {
        public Task<CompanyProfileDto> GetAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("The database is gone");
    }
}

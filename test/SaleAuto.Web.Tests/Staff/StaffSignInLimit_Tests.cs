using System.Net;

namespace SaleAuto.Staff;

public sealed class StaffSignInLimit_Tests(StaffSite site) : IClassFixture<StaffSite>
{
    [Fact]
    public async Task Should_Refuse_An_Address_That_Tries_Too_Often()
    {
        using var browser = site.Open();
        var page = await browser.ReadAsync("/admin/signin");
        for (var i = 0; i < 30; i++)
        {
            using var tried = await browser.SubmitAsync(page, "/admin/signin", ("userName", "manager"), ("password", ""));
            tried.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }

        using var refused = await browser.SubmitAsync(page, "/admin/signin", ("userName", "manager"), ("password", ""));

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        (await StaffBrowser.ParseAsync(refused)).QuerySelector("[role=alert]").ShouldNotBeNull();
    }
}

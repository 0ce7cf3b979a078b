using System.Net;
using Microsoft.AspNetCore.Hosting;

namespace SaleAuto.Site;

public sealed class PublicFormLimit_Tests : IDisposable
{
    private readonly LimitedSite _site = new();

    [Fact]
    public async Task Should_Refuse_An_Address_That_Sends_Too_Many_Forms_And_Say_When_To_Come_Back()
    {
        using var browser = _site.Open();
        for (var i = 0; i < LimitedSite.FormsPerMinute; i++)
        {
            using var taken = await browser.Http.PostAsync("/callback", new FormUrlEncodedContent([]));
            taken.StatusCode.ShouldNotBe(HttpStatusCode.TooManyRequests);
        }

        using var refused = await browser.Http.PostAsync("/callback", new FormUrlEncodedContent([]));

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter.ShouldNotBeNull();
        (await StaffBrowser.ParseAsync(refused)).QuerySelector("h1")!.TextContent.ShouldBe("Слишком много отправок подряд");
        (await browser.GetAsync("/callback")).StatusCode.ShouldBe(HttpStatusCode.OK); // reading goes on
    }

    public void Dispose() => _site.Dispose();

    private sealed class LimitedSite : StaffSite
    {
        public const int FormsPerMinute = 3;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("RateLimits:FormsPerMinute", FormsPerMinute.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}

using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SaleAuto.Messages;
using SaleAuto.Sms.Messages;

namespace SaleAuto.Sms;

public sealed class TwilioStatusEndpoint_Tests : IAsyncLifetime
{
    private const string PublicUrl = "https://saleauto.example"; // the reverse proxy's address is the one that Twilio signs

    private readonly RecordedReports _reports = new();
    private WebApplication _app = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSms(TwilioSetup.Configuration("https://api.twilio.com", ("PublicUrl", PublicUrl)));
        builder.Services.AddSingleton<IDeliveryReports>(_reports);
        _app = builder.Build();
        _app.MapTwilioStatus();
        await _app.StartAsync();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("queued", DeliveryState.Queued, null)]
    [InlineData("sending", DeliveryState.Queued, null)]
    [InlineData("sent", DeliveryState.Sent, null)]
    [InlineData("delivered", DeliveryState.Delivered, null)]
    [InlineData("undelivered", DeliveryState.Undelivered, "twilio:30003")]
    [InlineData("failed", DeliveryState.Failed, "twilio:30003")]
    public async Task Should_Pass_On_A_Signed_Report(string status, DeliveryState state, string? error)
    {
        var id = Guid.NewGuid();

        var answer = await PostAsync($"?message={id}", Report(status));

        answer.ShouldBe(HttpStatusCode.NoContent);
        _reports.Taken.ShouldBe([new DeliveryReport { Channel = MessageChannel.Sms, ProviderId = "SM1", MessageId = id, State = state, Error = error }]);
    }

    [Theory]
    [InlineData("MessageStatus", "failed")]
    [InlineData("MessageSid", "SM2")]
    public async Task Should_Refuse_A_Report_That_Was_Tampered_With(string field, string value)
    {
        var report = Report("delivered");
        var signature = Sign("", report);
        report[field] = value;

        var answer = await PostAsync("", report, signature);

        answer.ShouldBe(HttpStatusCode.Forbidden);
        _reports.Taken.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    public async Task Should_Refuse_A_Report_Without_Twilios_Signature(string? signature)
    {
        var answer = await PostAsync("", Report("delivered"), signature ?? "none");

        answer.ShouldBe(HttpStatusCode.Forbidden);
        _reports.Taken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Refuse_A_Report_Signed_With_Another_Token()
    {
        var report = Report("delivered");

        var answer = await PostAsync("", report, TwilioSignature.Compute("other", PublicUrl + TwilioCallbacks.Path, report));

        answer.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Should_Refuse_A_Report_About_Another_Message_Under_The_Same_Signature()
    {
        var report = Report("delivered");
        var signature = Sign($"?message={Guid.NewGuid()}", report);

        var answer = await PostAsync($"?message={Guid.NewGuid()}", report, signature);

        answer.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Should_Leave_A_Status_That_It_Does_Not_Know_Alone()
    {
        var answer = await PostAsync("", Report("dreaming"));

        answer.ShouldBe(HttpStatusCode.NoContent);
        _reports.Taken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Refuse_What_Is_Not_A_Form()
    {
        using var http = new HttpClient();

        var answer = await http.PostAsync(_app.Urls.First() + TwilioCallbacks.Path, new StringContent("{}", null, "application/json"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static Dictionary<string, string> Report(string status)
    {
        var report = new Dictionary<string, string>
        {
            ["AccountSid"] = TwilioSetup.AccountSid,
            ["MessageSid"] = "SM1",
            ["MessageStatus"] = status,
            ["To"] = "+79161234567",
            ["From"] = "+15005550006",
        };
        if (status is "failed" or "undelivered")
        {
            report["ErrorCode"] = "30003";
        }
        return report;
    }

    private static string Sign(string query, Dictionary<string, string> report) =>
        TwilioSignature.Compute(TwilioSetup.AuthToken, PublicUrl + TwilioCallbacks.Path + query, report);

    private async Task<HttpStatusCode> PostAsync(string query, Dictionary<string, string> report, string? signature = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, _app.Urls.First() + TwilioCallbacks.Path + query) { Content = new FormUrlEncodedContent(report) };
        if (signature != "none")
        {
            request.Headers.TryAddWithoutValidation(TwilioSignature.Header, signature ?? Sign(query, report));
        }
        return (await http.SendAsync(request)).StatusCode;
    }

    private sealed class RecordedReports : IDeliveryReports
    {
        public List<DeliveryReport> Taken { get; } = [];

        public Task<bool> TakeAsync(DeliveryReport report, CancellationToken cancellationToken)
        {
            Taken.Add(report);
            return Task.FromResult(true);
        }
    }
}

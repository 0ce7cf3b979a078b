using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SaleAuto.Messages;

namespace SaleAuto.Sandbox;

public sealed class SandboxInbox_Tests(SqliteDatabase database) : IClassFixture<SqliteDatabase>, IAsyncLifetime
{
    private readonly SettableClock _clock = new();
    private WebApplication _app = null!;
    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        _app = Build("Development");
        _app.UseRequestLocalization(localization => localization.AddSupportedCultures("ru", "en").AddSupportedUICultures("ru", "en").SetDefaultCulture("ru"));
        _app.MapSandboxInbox();
        await _app.StartAsync();
        _http = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
        await using var scope = _app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SaleAutoDbContext>().Set<SandboxMessage>().ExecuteDeleteAsync();
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Should_Give_The_Newest_Message_First_With_All_Its_Fields()
    {
        await SendAsync(MessageChannel.Sms, "+79161234567", "Код 123456");
        await SendAsync(MessageChannel.Telegram, "1001", "Заявка", new MessageButton("Открыть", "http://localhost:5000/staff"));

        var messages = await GetAsync("");

        messages.Select(m => m.GetProperty("channel").GetString()).ShouldBe(["telegram", "sms"]);
        messages[0].ToString().ShouldBe("""{"channel":"telegram","to":"1001","text":"Заявка","buttons":[{"text":"Открыть","url":"http://localhost:5000/staff"}],"sentAt":"2026-11-20T09:00:02Z"}""");
    }

    [Theory]
    [InlineData("+79161234567")]
    [InlineData("%2B79161234567")]
    [InlineData("89161234567")]
    [InlineData("8 (916) 123-45-67")]
    [InlineData("9161234567")]
    public async Task Should_Find_A_Phone_In_Any_Spelling(string to)
    {
        await SendAsync(MessageChannel.Sms, "+79161234567", "мне");
        await SendAsync(MessageChannel.Sms, "+79160000000", "не мне");

        (await GetAsync(to)).Single().GetProperty("text").GetString().ShouldBe("мне");
    }

    [Fact]
    public async Task Should_Find_A_Chat()
    {
        await SendAsync(MessageChannel.Telegram, "-1001", "группа");
        await SendAsync(MessageChannel.Telegram, "1001", "человек");

        (await GetAsync("-1001")).Single().GetProperty("text").GetString().ShouldBe("группа");
    }

    [Fact]
    public async Task Should_Show_A_Message_Once_However_Often_It_Was_Tried()
    {
        var message = new MessageToSend(Guid.NewGuid(), "+79161234567", "Код 123456", []);

        await SendAsync(MessageChannel.Sms, message);
        await SendAsync(MessageChannel.Sms, message);

        (await GetAsync("")).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("ru", "Песочница", "SMS пока нет")]
    [InlineData("en", "Sandbox", "No SMS yet")]
    public async Task Should_Speak_The_Readers_Language(string language, string heading, string empty)
    {
        _http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        var page = await new HtmlParser().ParseDocumentAsync(await _http.GetStringAsync("/sandbox"));

        page.DocumentElement.GetAttribute("lang").ShouldBe(language);
        page.QuerySelector("h1")!.TextContent.ShouldBe(heading);
        page.QuerySelector(".sandbox-phone")!.TextContent.ShouldContain(empty);
    }

    [Fact]
    public async Task Should_Show_The_Code_Big_And_The_Text_As_Text()
    {
        await SendAsync(MessageChannel.Sms, "+79161234567", "Код 123456 <b>\n@saleauto.test #123456");

        var list = await new HtmlParser().ParseDocumentAsync(await _http.GetStringAsync("/sandbox/list?to=79161234567"));

        list.QuerySelector(".sandbox-code span")!.TextContent.ShouldBe("123456");
        list.QuerySelector(".sandbox-text")!.TextContent.ShouldBe("Код 123456 <b>\n@saleauto.test #123456");
        list.QuerySelector("time")!.TextContent.ShouldBe("12:00:01"); // Moscow
    }

    [Fact]
    public void Should_Be_Refused_Outside_Development()
    {
        var production = Build("Production");

        Should.Throw<InvalidOperationException>(() => production.MapSandboxInbox()).Message.ShouldContain("Development");
    }

    private WebApplication Build(string environment)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(_clock);
        database.AddTo(builder.Services);
        builder.Services.AddSandboxInbox(builder.Configuration);
        return builder.Build();
    }

    private Task SendAsync(MessageChannel channel, string recipient, string text, params MessageButton[] buttons) =>
        SendAsync(channel, new MessageToSend(Guid.CreateVersion7(), recipient, text, buttons));

    private async Task SendAsync(MessageChannel channel, MessageToSend message)
    {
        _clock.Advance(TimeSpan.FromSeconds(1));
        await using var scope = _app.Services.CreateAsyncScope();
        var sender = scope.ServiceProvider.GetServices<IMessageSender>().Single(s => s.Channel == channel);
        (await sender.SendAsync(message, default)).Outcome.ShouldBe(SendOutcome.Sent);
    }

    private async Task<IReadOnlyList<JsonElement>> GetAsync(string to) =>
        (await _http.GetFromJsonAsync<List<JsonElement>>($"/sandbox/messages.json{(to.Length == 0 ? "" : $"?to={to}")}"))!;
}

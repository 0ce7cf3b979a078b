using System.Net;
using SaleAuto.Sandbox.Telegram;

namespace SaleAuto.Telegram;

public sealed class BotApiStandIn_Tests : IAsyncLifetime
{
    private const long Chat = 2001;

    private BotApiStandIn _telegram = null!;
    private BotApiTester _bot = null!;

    public async Task InitializeAsync()
    {
        _telegram = await BotApiStandIn.StartAsync();
        _telegram.Api.Open(new SandboxPerson(Chat, "Игорь Панов"));
        _bot = new BotApiTester(new HttpClient { BaseAddress = new Uri(_telegram.Address), Timeout = TimeSpan.FromSeconds(2) }, _telegram.Token);
    }

    public async Task DisposeAsync()
    {
        _bot.Dispose();
        await _telegram.DisposeAsync();
    }

    [Fact]
    public async Task Should_Fail_As_Ordered_And_Then_Work()
    {
        _telegram.Fail("sendMessage", BotApiFault.TooMany(17), BotApiFault.Blocked, BotApiFault.BadRequest("chat not found"));
        var call = new { chat_id = Chat, text = "x" };

        (await _bot.RefusedAsync("sendMessage", call)).ShouldBe((429, "Too Many Requests: retry after 17"));
        (await _bot.RefusedAsync("sendMessage", call)).Code.ShouldBe(403);
        (await _bot.RefusedAsync("sendMessage", call)).ShouldBe((400, "Bad Request: chat not found"));
        await _bot.CallAsync("sendMessage", call);

        _telegram.Api.GetMessages(Chat).Count.ShouldBe(1);
        _telegram.Calls.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Should_Break_The_Connection_After_The_Work_Or_Never_Answer()
    {
        _telegram.Fail("sendMessage", BotApiFault.LostAnswer, BotApiFault.Silence);
        var call = new { chat_id = Chat, text = "x" };

        await Should.ThrowAsync<HttpRequestException>(() => _bot.CallAsync("sendMessage", call));
        await Should.ThrowAsync<TaskCanceledException>(() => _bot.CallAsync("sendMessage", call));

        _telegram.Api.GetMessages(Chat).Count.ShouldBe(1); // the lost one arrived
    }

    [Fact]
    public async Task Should_Fail_The_Download_Of_A_Photo_Once()
    {
        _telegram.Api.SendPhotos(Chat, [new SandboxPhoto(TestPng.Of(40, 30))]);
        _telegram.Fail(BotApiStandIn.File, BotApiFault.BadGateway);
        var id = _telegram.Api.GetMessages(Chat).Single().Photo![0].FileId;
        var path = (await _bot.CallAsync("getFile", new { file_id = id })).GetProperty("file_path").GetString()!;

        (await _bot.DownloadAsync(path)).StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        (await _bot.DownloadAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Should_Double_And_Reverse_Updates()
    {
        _telegram.Api.SendText(Chat, "один");
        _telegram.Api.SendText(Chat, "два");
        (_telegram.DoublesUpdates, _telegram.ReversesUpdates) = (true, true);

        var updates = await _bot.CallAsync("getUpdates");

        updates.EnumerateArray().Select(x => x.GetProperty("message").GetProperty("text").GetString()).ShouldBe(["два", "два", "один", "один"]);
    }

    [Fact]
    public async Task Should_Refuse_And_Keep_What_The_Tables_Do_Not_Know()
    {
        (await _bot.RefusedAsync("sendMessage", new { chat_id = Chat, text = "x", parse = "HTML" })).Code.ShouldBe(400);
        await _bot.UploadAsync("sendPhoto", Chat, "photo", TestPng.Of(40, 30), "x.png", "1");

        _telegram.Mistakes.ShouldBe(["sendMessage: parse is unknown"]);
        _telegram.Api.GetMessages(Chat).Single().Caption.ShouldBe("1");
    }

    [Fact]
    public async Task Should_Post_To_The_Webhook_Until_It_Is_Taken()
    {
        await _bot.CallAsync("setWebhook", new { url = "https://saleauto.example/telegram/updates", secret_token = "s3" });
        _telegram.Api.SendText(Chat, "один");
        var program = new Program503Once();

        (await _telegram.DeliverAsync(new HttpClient(program) { BaseAddress = new Uri("https://saleauto.example") })).ShouldBe([503, 200]);

        program.Requests.ShouldBe(["/telegram/updates s3", "/telegram/updates s3"]);
        _telegram.Api.Pending.ShouldBeEmpty();
    }

    private sealed class Program503Once : HttpMessageHandler
    {
        public List<string> Requests { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add($"{request.RequestUri!.AbsolutePath} {request.Headers.GetValues("X-Telegram-Bot-Api-Secret-Token").Single()}");
            return Task.FromResult(new HttpResponseMessage(Requests.Count == 1 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK));
        }
    }
}

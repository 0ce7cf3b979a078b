using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SaleAuto.Messages;
using SaleAuto.Servers;

namespace SaleAuto.Sms;

public class TwilioSender_Tests(TwilioPrism prism) : IClassFixture<TwilioPrism>
{
    [Fact]
    public async Task Should_Send_What_Twilios_Own_Description_Accepts()
    {
        var sent = await TwilioSetup.Sender(prism.Address, ("PublicUrl", "https://saleauto.example")).SendAsync(Message("Код 123456"), default);

        sent.Outcome.ShouldBe(SendOutcome.Sent, sent.Error);
        sent.ProviderId.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("Body=x&From=%2B15005550006", true, 422)] // no recipient
    [InlineData("To=%2B79161234567&From=%2B15005550006&Body=x", false, 401)]
    [InlineData("To=%2B79161234567&From=%2B15005550006&Body=x", true, 201)]
    public async Task Should_Be_Held_To_Twilios_Own_Description(string form, bool withPassword, int status)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{prism.Address}/2010-04-01/Accounts/{TwilioSetup.AccountSid}/Messages.json");
        request.Content = new StringContent(form, null, "application/x-www-form-urlencoded");
        request.Headers.Authorization = withPassword ? new("Basic", Convert.ToBase64String("a:b"u8)) : null;

        using var answer = await http.SendAsync(request);

        ((int)answer.StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task Should_Sign_In_And_Name_The_Callback_That_Knows_The_Message()
    {
        await using var twilio = await StandIn.StartAsync((_, _) => new StandInAnswer(201, """{ "sid": "SM1", "status": "queued" }"""));
        var message = Message("Код 123456");

        var sent = await TwilioSetup.Sender(twilio.Address, ("PublicUrl", "https://saleauto.example/")).SendAsync(message, default);

        sent.ShouldBe(SendResult.Sent("SM1"));
        var (path, body, headers) = twilio.Requests.Single();
        path.ShouldBe($"/2010-04-01/Accounts/{TwilioSetup.AccountSid}/Messages.json");
        headers.Authorization.ToString().ShouldBe("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{TwilioSetup.AccountSid}:{TwilioSetup.AuthToken}")));
        QueryHelpers.ParseQuery(body).ToDictionary(f => f.Key, f => f.Value.ToString()).ShouldBe(
            new Dictionary<string, string>
            {
                ["To"] = "+79161234567",
                ["From"] = "+15005550006",
                ["Body"] = "Код 123456",
                ["StatusCallback"] = $"https://saleauto.example/api/twilio/status?message={message.Id}",
            },
            ignoreOrder: true);
    }

    [Fact]
    public void Should_Give_The_Real_Twilio_No_Callback_To_This_Machine()
    {
        new TwilioCallbacks(new Uri("http://localhost:5000"), new Uri("https://api.twilio.com")).AddressFor(Guid.NewGuid()).ShouldBeNull();
        new TwilioCallbacks(null, new Uri("https://api.twilio.com")).AddressFor(Guid.NewGuid()).ShouldBeNull();
    }

    [Theory]
    [InlineData(400, 21211, SendOutcome.Refused)] // not a number
    [InlineData(400, 21614, SendOutcome.Refused)] // not a mobile
    [InlineData(400, 21610, SendOutcome.Refused)] // opted out
    [InlineData(400, 21602, SendOutcome.Refused)] // no text
    [InlineData(401, 20003, SendOutcome.Retry)] // wrong password: an operator mends it
    [InlineData(400, 21603, SendOutcome.Retry)] // no sender: an operator mends it
    [InlineData(404, 20404, SendOutcome.Retry)] // wrong account
    [InlineData(429, 20429, SendOutcome.Retry)]
    [InlineData(500, 20500, SendOutcome.Retry)]
    public async Task Should_Tell_A_Refusal_For_Good_From_One_That_Passes(int status, int code, SendOutcome outcome)
    {
        await using var twilio = await StandIn.StartAsync((_, _) => new StandInAnswer(status, $$"""{ "code": {{code}}, "message": "…", "status": {{status}} }"""));

        var answer = await TwilioSetup.Sender(twilio.Address).SendAsync(Message("Текст"), default);

        (answer.Outcome, answer.Error).ShouldBe((outcome, $"twilio:{code}"));
    }

    [Fact]
    public async Task Should_Pass_On_How_Long_Twilio_Asks_To_Wait()
    {
        await using var twilio = await StandIn.StartAsync((_, _) =>
            new StandInAnswer(429, """{ "code": 20429, "status": 429 }""") { Headers = { ["Retry-After"] = "11" } });

        var answer = await TwilioSetup.Sender(twilio.Address).SendAsync(Message("Текст"), default);

        answer.ShouldBe(SendResult.Retry("twilio:20429", TimeSpan.FromSeconds(11)));
    }

    [Fact]
    public async Task Should_Try_Again_When_A_Proxy_Answers_In_Twilios_Place()
    {
        await using var twilio = await StandIn.StartAsync((_, _) => new StandInAnswer(503, "<html>maintenance</html>"));

        var answer = await TwilioSetup.Sender(twilio.Address).SendAsync(Message("Текст"), default);

        answer.ShouldBe(SendResult.Retry("twilio:503"));
    }

    [Theory]
    [InlineData(null, "t", "+1", "Production", "Twilio:AccountSid")]
    [InlineData("AC0123456789abcdef0123456789abcdef", null, "+1", "Development", "Twilio:AuthToken")]
    [InlineData("AC0123456789abcdef0123456789abcdef", "t", "", "Production", "Twilio:From")]
    [InlineData("somebody", "t", "+1", "Development", "Twilio:AccountSid")]
    public void Should_Name_The_Setting_That_Is_Missing_Or_Wrong(string? account, string? token, string? from, string environment, string setting)
    {
        var provider = TwilioSetup.Build("https://api.twilio.com", environment, ("Twilio:AccountSid", account), ("Twilio:AuthToken", token), ("Twilio:From", from));

        var fault = Should.Throw<OptionsValidationException>(() => provider.GetRequiredService<IOptions<TwilioOptions>>().Value);

        fault.Message.ShouldContain(setting);
    }

    [Fact]
    public void Should_Leave_The_Channel_To_The_Sandbox_In_Development()
    {
        var provider = TwilioSetup.Build("https://api.twilio.com", Environments.Development, ("Twilio:AccountSid", null));

        provider.GetRequiredService<IOptions<TwilioOptions>>().Value.IsConfigured.ShouldBeFalse();
        provider.GetServices<IMessageSender>().ShouldBeEmpty();
    }

    private static MessageToSend Message(string text) => new(Guid.NewGuid(), "+79161234567", text, []);
}

using System.Net;
using System.Text;

namespace SaleAuto.Errors;

public sealed class ApiErrors_Tests(ApiOn<SqliteDatabase> api) : IClassFixture<ApiOn<SqliteDatabase>>
{
    private readonly ApiHost _host = api.Host;

    [Fact]
    public async Task Should_Name_Every_Wrong_Field()
    {
        var answer = await _host.NewClient().PostAsync("/api/client/leads", new { plate = "Ы1", name = "7", phone = "123", mileageKm = -1, consents = Array.Empty<string>() });

        var problem = answer.ShouldBeProblem(HttpStatusCode.BadRequest, SaleAutoErrorCodes.Requests.Invalid);
        problem["codes"]!.AsObject().ToDictionary(x => x.Key, x => (string?)x.Value![0]).ShouldBe(
            new Dictionary<string, string?>
            {
                ["plate"] = SaleAutoErrorCodes.Leads.PlateInvalid,
                ["name"] = SaleAutoErrorCodes.Leads.NameInvalid,
                ["phone"] = SaleAutoErrorCodes.Clients.PhoneInvalid,
                ["mileageKm"] = SaleAutoErrorCodes.Leads.MileageOutOfRange,
                ["consents"] = SaleAutoErrorCodes.Clients.ConsentRequired,
            },
            ignoreOrder: true);
        ((string?)problem["errors"]!["plate"]![0])!.ShouldContain("госномер");
    }

    [Theory]
    [InlineData("ru", "Ничего не нашлось")]
    [InlineData("en-GB,en;q=0.9", "Nothing was found")]
    [InlineData("de", "Ничего не нашлось")]
    public async Task Should_Speak_The_Language_Of_The_Request(string language, string detail)
    {
        var problem = (await _host.NewClient(language).GetAsync("/api/client/nothing")).ShouldBeProblem(HttpStatusCode.NotFound, SaleAutoErrorCodes.Requests.NotFound);

        ((string?)problem["detail"])!.ShouldStartWith(detail);
    }

    [Theory]
    [InlineData("""{"plate":""")]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task Should_Refuse_A_Body_That_Is_No_Request(string body) =>
        (await _host.NewClient().PostAsync("/api/client/leads", body)).Status.ShouldBe(HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("condition", "3", SaleAutoErrorCodes.Fields.NotAllowed)]
    [InlineData("condition", "\"3\"", SaleAutoErrorCodes.Fields.NotAllowed)]
    [InlineData("condition", "\"shiny\"", SaleAutoErrorCodes.Fields.NotAllowed)]
    [InlineData("consents", "[\"everything\"]", SaleAutoErrorCodes.Fields.NotAllowed)]
    [InlineData("mileageKm", "\"120000\"", SaleAutoErrorCodes.Fields.Malformed)]
    [InlineData("mileageKm", "1.5", SaleAutoErrorCodes.Fields.Malformed)]
    [InlineData("mileageKm", "99999999999", SaleAutoErrorCodes.Fields.Malformed)]
    public async Task Should_Name_The_Field_That_Cannot_Be_Read(string field, string json, string code)
    {
        var answer = await _host.NewClient().PostAsync("/api/client/leads", $$"""{"plate":"А123ВС77","{{field}}":{{json}}}""");

        var problem = answer.ShouldBeProblem(HttpStatusCode.BadRequest, SaleAutoErrorCodes.Requests.Invalid);
        ((string?)problem["codes"]![field]![0]).ShouldBe(code);
    }

    [Fact]
    public async Task Should_Ignore_What_It_Does_Not_Know()
    {
        var client = _host.NewClient();

        var answer = await client.PostAsync("/api/client/otp", new { phone = client.Phone.Value, colour = "red" });

        answer.Status.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Should_Refuse_What_Is_Not_Json()
    {
        using var form = new FormUrlEncodedContent([new("phone", "+79161234567")]);

        (await _host.NewClient().PostAsync("/api/client/otp", form)).ShouldBeProblem(HttpStatusCode.UnsupportedMediaType, SaleAutoErrorCodes.Requests.Invalid);
    }

    [Fact]
    public async Task Should_Refuse_A_Body_That_Is_Too_Large()
    {
        using var large = new StringContent($$"""{"phone":"{{new string('7', 100_000)}}"}""", Encoding.UTF8, "application/json");

        (await _host.NewClient().PostAsync("/api/client/otp", large)).ShouldBeProblem(HttpStatusCode.RequestEntityTooLarge, SaleAutoErrorCodes.Requests.Invalid);
    }

    [Fact]
    public async Task Should_Refuse_Another_Method() =>
        (await _host.NewClient().SendAsync(HttpMethod.Delete, "/api/client/otp")).ShouldBeProblem(HttpStatusCode.MethodNotAllowed, SaleAutoErrorCodes.Requests.WrongMethod);

    [Fact]
    public async Task Should_Refuse_A_Phone_Of_A_Country_That_Is_Not_Served() =>
        (await _host.NewClient().PostAsync("/api/client/otp", new { phone = "+77011234567" }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, SaleAutoErrorCodes.Clients.CountryNotServed);

    [Fact]
    public async Task Should_Slow_Strangers_Down()
    {
        using var strict = new ApiHost(api.Database, ("RateLimits:LeadsPerMinute", "2"));
        var client = strict.NewClient();
        await client.PostAsync("/api/client/leads", client.LeadBody);
        await client.PostAsync("/api/client/leads", client.LeadBody);

        var answer = await client.PostAsync("/api/client/leads", client.LeadBody);

        answer.ShouldBeProblem(HttpStatusCode.TooManyRequests, SaleAutoErrorCodes.Requests.TooMany);
        answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
    }

    [Theory]
    [InlineData("10.9.8.7", HttpStatusCode.TooManyRequests)] // somebody else's word for it
    [InlineData("127.0.0.1", HttpStatusCode.Created)]
    public async Task Should_Believe_Forwarded_Addresses_Only_From_Its_Own_Proxies(string proxy, HttpStatusCode expected)
    {
        using var host = new ApiHost(api.Database, ("RateLimits:LeadsPerMinute", "1"), ("ForwardedHeaders:KnownProxies:0", proxy));
        var client = host.NewClient();
        client.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.1");
        await client.PostAsync("/api/client/leads", client.LeadBody);
        client.Http.DefaultRequestHeaders.Remove("X-Forwarded-For");
        client.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.2");

        (await client.PostAsync("/api/client/leads", client.LeadBody)).Status.ShouldBe(expected);
    }
}

using System.Net;
using System.Text.Json.Nodes;

namespace SaleAuto.Clients;

public sealed class ClientSignInApi_On_Sqlite_Tests(ApiOn<SqliteDatabase> api) : ClientSignInApi_Tests(api.Host), IClassFixture<ApiOn<SqliteDatabase>>;

public sealed class ClientSignInApi_On_PostgreSql_Tests(ApiOn<PostgreSqlDatabase> api) : ClientSignInApi_Tests(api.Host), IClassFixture<ApiOn<PostgreSqlDatabase>>;

public abstract class ClientSignInApi_Tests(ApiHost host)
{
    private readonly ApiHost _host = host;

    [Fact]
    public async Task Should_Answer_Every_Phone_Alike()
    {
        var known = _host.NewClient();
        await known.SignInAsync();
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        var unknown = _host.NewClient();

        var toKnown = await known.PostAsync("/api/client/otp", new { phone = known.Phone.Value });
        var toUnknown = await unknown.PostAsync("/api/client/otp", new { phone = unknown.Phone.Value });

        toKnown.Status.ShouldBe(HttpStatusCode.Accepted);
        toKnown.Body.ShouldBe("""{"expiresInSeconds":600,"resendAfterSeconds":60}""");
        (toUnknown.Status, toUnknown.Body).ShouldBe((toKnown.Status, toKnown.Body));
    }

    [Fact]
    public async Task Should_Say_When_The_Next_Code_May_Be_Asked_For()
    {
        var client = _host.NewClient();
        await client.GetCodeAsync();
        _host.Clock.Advance(TimeSpan.FromSeconds(18.5));

        var answer = await client.PostAsync("/api/client/otp", new { phone = client.Phone.Value });

        answer.ShouldBeProblem(HttpStatusCode.TooManyRequests, SaleAutoErrorCodes.SignIn.TooManyCodes);
        answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(42));
    }

    [Fact]
    public async Task Should_Refuse_Wrong_Codes_And_Then_Every_Code()
    {
        var client = _host.NewClient();
        var code = await client.GetCodeAsync();
        var wrong = (code[0] == '9' ? '0' : (char)(code[0] + 1)) + code[1..];
        for (var attempt = 0; attempt < 5; attempt++)
        {
            (await client.PostAsync("/api/client/token", new { phone = client.Phone.Value, code = wrong }))
                .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, SaleAutoErrorCodes.SignIn.CodeInvalid);
        }

        var answer = await client.PostAsync("/api/client/token", new { phone = client.Phone.Value, code });

        answer.ShouldBeProblem(HttpStatusCode.TooManyRequests, SaleAutoErrorCodes.SignIn.TooManyAttempts);
        answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Should_Let_One_Of_Fifty_Confirmations_In()
    {
        var client = _host.NewClient();
        var code = await client.GetCodeAsync();

        var outcomes = await Race.RunAsync(50, _ => client.PostAsync("/api/client/token", new { phone = client.Phone.Value, code }));

        outcomes.Count(x => x.Result?.Status == HttpStatusCode.OK).ShouldBe(1);
        outcomes.Count(x => x.Result?.Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.TooManyRequests).ShouldBe(49);
    }

    [Fact]
    public async Task Should_Log_Nobody_Out_When_Fifty_Requests_Refresh_At_Once()
    {
        var client = _host.NewClient();
        var tokens = await client.SignInAsync();

        var outcomes = await Race.RunAsync(50, _ => RefreshAsync(client, tokens));

        outcomes.ShouldAllBe(x => x.Failure == null && x.Result!.Status == HttpStatusCode.OK);
        (await RefreshAsync(client, outcomes[0].Result!.Json)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Should_End_The_Sign_In_When_An_Old_Token_Comes_Back()
    {
        var client = _host.NewClient();
        var first = await client.SignInAsync();
        var second = (await RefreshAsync(client, first)).Json;
        _host.Clock.Advance(TimeSpan.FromSeconds(16));

        (await RefreshAsync(client, first)).ShouldBeProblem(HttpStatusCode.Unauthorized, SaleAutoErrorCodes.SignIn.RefreshTokenInvalid);
        (await RefreshAsync(client, second)).ShouldBeProblem(HttpStatusCode.Unauthorized, SaleAutoErrorCodes.SignIn.RefreshTokenInvalid);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_Sign_Out_By_Either_Token(bool byRefreshToken)
    {
        var client = _host.NewClient();
        var tokens = await client.SignInAsync();
        if (byRefreshToken)
        {
            client.Http.DefaultRequestHeaders.Authorization = null;
        }

        var answer = await client.PostAsync("/api/client/logout", byRefreshToken ? new { refreshToken = (string)tokens["refreshToken"]! } : null);

        answer.Status.ShouldBe(HttpStatusCode.NoContent, answer.Body);
        (await RefreshAsync(client, tokens)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Should_Not_Sign_Out_Nobody() =>
        (await _host.NewClient().PostAsync("/api/client/logout")).ShouldBeProblem(HttpStatusCode.Unauthorized, SaleAutoErrorCodes.Requests.NotSignedIn);

    [Fact]
    public async Task Should_Ask_Strangers_To_Sign_In()
    {
        var client = _host.NewClient();

        var without = await client.GetAsync("/api/client/leads");
        client.Bring("eyJhbGciOiJub25lIn0.e30.");
        var forged = await client.GetAsync("/api/client/leads");

        without.ShouldBeProblem(HttpStatusCode.Unauthorized, SaleAutoErrorCodes.Requests.NotSignedIn);
        without.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
        forged.ShouldBeProblem(HttpStatusCode.Unauthorized, SaleAutoErrorCodes.Requests.NotSignedIn);
        forged.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer error=\"invalid_token\"");
    }

    [Fact]
    public async Task Should_Ask_To_Sign_In_Again_When_The_Access_Token_Has_Run_Out()
    {
        var client = _host.NewClient();
        await client.SignInAsync();
        _host.Clock.Advance(TimeSpan.FromMinutes(11));

        (await client.GetAsync("/api/client/leads")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Should_Keep_Phones_And_Codes_Out_Of_The_Logs()
    {
        var client = _host.NewClient();
        await client.PostAsync("/api/client/leads", client.LeadBody);
        var tokens = await client.SignInAsync();
        await client.PostAsync("/api/client/token", new { phone = client.Phone.Value, code = "000000" });
        await client.PostAsync("/api/client/leads", $$"""{"phone":"{{client.Phone.Value}}","name":"Анна\u0001 7","consents":7}""");
        var code = _host.Sms.LastCode(client.Phone);

        string[] secrets = [client.Phone.Value, client.Phone.Value[2..], client.Phone.Display, $"#{code}", (string)tokens["refreshToken"]!, "Анна"];
        _host.Logs.Lines.ShouldNotBeEmpty();
        _host.Logs.Lines.Where(line => secrets.Any(line.Contains)).ShouldBeEmpty();
    }

    private static Task<ApiAnswer> RefreshAsync(ApiClient client, JsonNode tokens) =>
        client.PostAsync("/api/client/token/refresh", new { refreshToken = (string)tokens["refreshToken"]! });
}

using System.Net;

namespace SaleAuto.Leads;

public sealed class ClientLeadApi_On_Sqlite_Tests(ApiOn<SqliteDatabase> api) : ClientLeadApi_Tests(api.Host), IClassFixture<ApiOn<SqliteDatabase>>;

public sealed class ClientLeadApi_On_PostgreSql_Tests(ApiOn<PostgreSqlDatabase> api) : ClientLeadApi_Tests(api.Host), IClassFixture<ApiOn<PostgreSqlDatabase>>;

public abstract class ClientLeadApi_Tests(ApiHost host)
{
    private readonly ApiHost _host = host;

    [Fact]
    public async Task Should_Take_A_Client_From_The_Form_To_The_Promised_Call()
    {
        var client = _host.NewClient();

        var created = await client.PostAsync("/api/client/leads", client.LeadBody);
        var code = await client.GetCodeAsync();
        var signedIn = await client.PostAsync("/api/client/token", new { phone = client.Phone.Value, code });
        client.Bring((string)signedIn.Json["accessToken"]!);
        var lead = await client.GetAsync(created.Headers.Location!.ToString());
        var leads = await client.GetAsync("/api/client/leads");

        created.Status.ShouldBe(HttpStatusCode.Created);
        created.Json.AsObject().Select(x => x.Key).ShouldBe(["id", "number", "status"], ignoreOrder: true);
        ((string?)created.Json["status"]).ShouldBe("draft");
        ((string?)created.Json["number"])!.ShouldMatch("^L-[0-9]{6}$");
        signedIn.Status.ShouldBe(HttpStatusCode.OK);
        signedIn.Json.AsObject().Select(x => x.Key).ShouldBe(["accessToken", "expiresInSeconds", "refreshToken"], ignoreOrder: true);
        signedIn.Headers.CacheControl!.NoStore.ShouldBeTrue();
        lead.Status.ShouldBe(HttpStatusCode.OK);
        ((string?)lead.Json["status"]).ShouldBe("new");
        ((string?)lead.Json["plate"]).ShouldBe("А123ВС77");
        ((string?)lead.Json["condition"]).ShouldBe("notRunning");
        ((string?)lead.Json["valuation"]!["status"]).ShouldBe("pending");
        ((string?)lead.Json["callDueAt"]).ShouldBe($"{_host.Clock.Now.AddMinutes(5):yyyy-MM-ddTHH:mm:ssZ}");
        leads.Json.AsArray().ShouldHaveSingleItem()!["id"]!.ToString().ShouldBe(created.Json["id"]!.ToString());
    }

    [Fact]
    public async Task Should_Hide_The_Leads_Of_Others()
    {
        var owner = _host.NewClient();
        var lead = await owner.PostAsync("/api/client/leads", owner.LeadBody);
        await owner.SignInAsync();
        var stranger = _host.NewClient();
        await stranger.SignInAsync();
        var path = $"/api/client/leads/{lead.Json["id"]}";

        (await owner.GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK);
        (await stranger.GetAsync(path)).ShouldBeProblem(HttpStatusCode.NotFound, SaleAutoErrorCodes.Requests.NotFound);
        (await stranger.PostAsync($"{path}/opinion", new { answer = "accepted" })).ShouldBeProblem(HttpStatusCode.NotFound, SaleAutoErrorCodes.Requests.NotFound);
        (await stranger.GetAsync("/api/client/leads")).Json.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Refuse_An_Opinion_While_There_Is_No_Price()
    {
        var client = _host.NewClient();
        var lead = await client.PostAsync("/api/client/leads", client.LeadBody);
        await client.SignInAsync();

        var answer = await client.PostAsync($"/api/client/leads/{lead.Json["id"]}/opinion", new { answer = "declined", expectedPrice = 650000 });

        answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, SaleAutoErrorCodes.Leads.NothingToJudge);
    }

    [Fact]
    public async Task Should_Answer_Fifty_Posts_With_One_Key_By_One_Lead()
    {
        var client = _host.NewClient();
        var key = Guid.NewGuid().ToString();

        var outcomes = await Race.RunAsync(50, _ => client.PostAsync("/api/client/leads", client.LeadBody, key));

        outcomes.ShouldAllBe(x => x.Failure == null && x.Result!.Status == HttpStatusCode.Created);
        outcomes.Select(x => x.Result!.Body).Distinct().ShouldHaveSingleItem();
        outcomes.Select(x => x.Result!.Headers.Location).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Should_Refuse_A_Key_With_Another_Body()
    {
        var client = _host.NewClient();
        var key = Guid.NewGuid().ToString();
        await client.PostAsync("/api/client/leads", client.LeadBody, key);

        var answer = await client.PostAsync("/api/client/leads", new { plate = "В456ЕК77", name = "Анна", phone = client.Phone.Value, consents = new[] { "personalData" } }, key);

        answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, SaleAutoErrorCodes.Requests.IdempotencyKeyReused);
    }

    [Fact]
    public async Task Should_Refuse_A_Key_That_Is_Too_Long()
    {
        var client = _host.NewClient();

        var answer = await client.PostAsync("/api/client/leads", client.LeadBody, new string('k', 256));

        var problem = answer.ShouldBeProblem(HttpStatusCode.BadRequest, SaleAutoErrorCodes.Requests.Invalid);
        ((string?)problem["codes"]!["Idempotency-Key"]![0]).ShouldBe(SaleAutoErrorCodes.Requests.IdempotencyKeyInvalid);
    }

    [Fact]
    public async Task Should_Promise_A_Call_Within_Fifteen_Minutes()
    {
        var client = _host.NewClient();

        var answer = await client.PostAsync("/api/client/callbacks", new { phone = client.Phone.Value, consents = new[] { "personalData" } });

        answer.Status.ShouldBe(HttpStatusCode.Accepted);
        ((string?)answer.Json["callDueAt"]).ShouldBe($"{_host.Clock.Now.AddMinutes(15):yyyy-MM-ddTHH:mm:ssZ}");
    }

    [Fact]
    public async Task Should_Survive_Fifty_Submissions_At_Once()
    {
        var client = _host.NewClient();

        var outcomes = await Race.RunAsync(50, _ => client.PostAsync("/api/client/leads", client.LeadBody));
        await client.SignInAsync();

        outcomes.ShouldAllBe(x => x.Failure == null && x.Result!.Status == HttpStatusCode.Created);
        (await client.GetAsync("/api/client/leads")).Json.AsArray().ShouldHaveSingleItem(); // the same car: the others joined
    }
}

using System.Text.Json.Nodes;

namespace SaleAuto.OpenApi;

public sealed class ClientApiDescription_Tests(ApiOn<SqliteDatabase> api) : IClassFixture<ApiOn<SqliteDatabase>>
{
    private readonly ApiHost _host = api.Host;

    [Fact]
    public async Task Should_Describe_Every_Endpoint_With_Its_Answers()
    {
        var paths = (await ReadAsync())["paths"]!;

        Statuses(paths["/api/client/leads"]!["post"]!).ShouldBe(["201", "400", "409", "413", "415", "422", "429", "500"]);
        Statuses(paths["/api/client/otp"]!["post"]!).ShouldBe(["202", "400", "404", "413", "415", "422", "429", "500"]);
        Statuses(paths["/api/client/token"]!["post"]!).ShouldBe(["200", "400", "413", "415", "422", "429", "500"]);
        Statuses(paths["/api/client/token/refresh"]!["post"]!).ShouldBe(["200", "400", "401", "413", "415", "429", "500"]);
        Statuses(paths["/api/client/logout"]!["post"]!).ShouldBe(["204", "400", "401", "413", "415", "429", "500"]);
        Statuses(paths["/api/client/leads"]!["get"]!).ShouldBe(["200", "401", "500"]);
        Statuses(paths["/api/client/leads/{id}"]!["get"]!).ShouldBe(["200", "401", "404", "500"]);
        Statuses(paths["/api/client/leads/{id}/opinion"]!["post"]!).ShouldBe(["200", "400", "401", "404", "409", "413", "415", "422", "500"]);
        Statuses(paths["/api/client/callbacks"]!["post"]!).ShouldBe(["202", "400", "409", "413", "415", "429", "500"]);
        paths.AsObject().Count.ShouldBe(8);
    }

    [Fact]
    public async Task Should_Describe_Choices_Limits_And_What_Is_Required()
    {
        var schemas = (await ReadAsync())["components"]!["schemas"]!;
        var lead = schemas["CreateLeadInput"]!;

        lead["required"]!.AsArray().Select(x => (string?)x).ShouldBe(["plate", "name", "phone", "consents"], ignoreOrder: true);
        ((int?)lead["properties"]!["mileageKm"]!["maximum"]).ShouldBe(1_000_000);
        ((int?)lead["properties"]!["name"]!["maxLength"]).ShouldBe(100);
        Choices(schemas["CarCondition"]!).ShouldBe(["excellent", "good", "fair", "poor", "notRunning"]);
        Choices(schemas["LeadSource"]!).ShouldBe(["search", "classifieds", "socialNetworks", "friends", "outdoorAd", "returning", "other"]);
        Choices(schemas["ConsentKind"]!).ShouldBe(["personalData", "advertising"]);
        Choices(schemas["LeadOpinionInput"]!["properties"]!["answer"]!).ShouldBe(["accepted", "declined"]);
        Choices(schemas["ValuationStatus"]!).ShouldBe(["pending", "ready", "manual"]);
    }

    [Fact]
    public async Task Should_Ask_For_A_Token_Where_One_Is_Needed()
    {
        var paths = (await ReadAsync())["paths"]!;

        paths["/api/client/leads"]!["get"]!["security"]![0]!["bearer"].ShouldNotBeNull();
        paths["/api/client/leads"]!["post"]!["security"]![0]!.AsObject().ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Satisfy_The_Linter() => await Linter.ShouldFindNothingAsync((await _host.NewClient().GetAsync("/openapi/v1.json")).Body);

    private async Task<JsonNode> ReadAsync() => (await _host.NewClient().GetAsync("/openapi/v1.json")).Json;

    private static IEnumerable<string> Statuses(JsonNode operation) => operation["responses"]!.AsObject().Select(x => x.Key).Order();

    private static IEnumerable<string?> Choices(JsonNode schema) => schema["enum"]!.AsArray().Select(x => (string?)x);
}

using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.LowCode;
using SaleAuto.OpenApi;

namespace SaleAuto.Resources;

public sealed class ResourceApiDescription_Tests(ResourceApiOn<SqliteDatabase> api) : IClassFixture<ResourceApiOn<SqliteDatabase>>
{
    private readonly ApiHost _host = api.Host;

    [Fact]
    public async Task Should_Satisfy_The_Linter() => await Linter.ShouldFindNothingAsync((await _host.NewClient().GetAsync("/openapi/app.json")).Body);

    [Fact]
    public async Task Should_Say_Exactly_What_May_Be_Written_And_Is_Read()
    {
        var schemas = (await ReadAsync())["components"]!["schemas"]!;

        var (create, update, item) = (schemas["AcquaintancesCreate"]!, schemas["AcquaintancesUpdate"]!, schemas["AcquaintancesItem"]!);
        Names(create["required"]!).ShouldBe(["name", "phone"], ignoreOrder: true);
        create["properties"]!.AsObject().Select(x => x.Key).ShouldBe(["name", "phone"], ignoreOrder: true);
        ((int?)create["properties"]!["phone"]!["maxLength"]).ShouldBe(16);
        update["properties"]!.AsObject().Select(x => x.Key).ShouldBe(["name"]);
        ((bool?)update["additionalProperties"]).ShouldBe(false);
        Names(item["required"]!).ShouldBe(["id", "version"]);
        ((string?)item["properties"]!["creationTime"]!["format"]).ShouldBe("date-time");
        Names(item["properties"]!["phoneConfirmedAt"]!["type"]!).ShouldBe(["string", "null"]);
        Names(schemas["AcquaintancesGreetInput"]!["required"]!).ShouldBe(["title"]);
    }

    [Fact]
    public async Task Should_Describe_Exactly_The_Endpoints_That_A_Resource_Offers()
    {
        var document = await ReadAsync();
        var resources = _host.Services.GetRequiredService<IResourceRegistry>().All;

        var paths = document["paths"]!.AsObject();
        foreach (var resource in resources)
        {
            paths.ContainsKey($"/api/app/{resource.Name}").ShouldBeTrue(resource.Name);
            (paths[$"/api/app/{resource.Name}"]!["post"] is not null).ShouldBe(resource.CanCreate, resource.Name);
            (paths[$"/api/app/{resource.Name}/{{id}}"]!["patch"] is not null).ShouldBe(resource.CanUpdate, resource.Name);
            (paths[$"/api/app/{resource.Name}/{{id}}"]!["delete"] is not null).ShouldBe(resource.CanDelete, resource.Name);
            foreach (var action in resource.Actions)
            {
                paths.ContainsKey($"/api/app/{resource.Name}/{{id}}/actions/{action.Path}").ShouldBeTrue(action.Path);
            }
        }
        paths["/api/app/acquaintances/bulk"].ShouldNotBeNull();
        var filter = paths["/api/app/acquaintances"]!["get"]!["parameters"]!.AsArray().Single(x => (string?)x!["name"] == "filter")!;
        ((string)filter["description"]!).ShouldContain("name: contains, startsWith, endsWith, eq");
    }

    private async Task<JsonNode> ReadAsync() => (await _host.NewClient().GetAsync("/openapi/app.json")).Json;

    private static IEnumerable<string?> Names(JsonNode names) => names.AsArray().Select(x => (string?)x);
}

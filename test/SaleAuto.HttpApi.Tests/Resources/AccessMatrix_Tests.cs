using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.LowCode;

namespace SaleAuto.Resources;

/// <summary>
/// Every endpoint of the staff's API, for every resource and action, against everybody. What is expected stands in AccessMatrix.md, one line each.
/// Records that are asked for do not exist: 404, 400 and 422 mean that the caller may, 401 and 403 that it may not.
/// With SALEAUTO_WRITE_MATRIX=1 the file is written anew; read the difference before it is committed.
/// </summary>
public sealed class AccessMatrix_Tests(DemoApi api) : IClassFixture<DemoApi>
{
    private static readonly string?[] Callers = [null, "seller", "manager", "owner", "admin"];

    private static readonly string Table = Path.Combine(Repository.Root, "test", "SaleAuto.HttpApi.Tests", "Resources", "AccessMatrix.md");

    [Fact]
    public async Task Should_Answer_Everybody_As_The_Table_Says()
    {
        var callers = new List<ApiClient>();
        foreach (var caller in Callers)
        {
            callers.Add(await api.Host.StaffAsync(caller));
        }
        var table = new StringBuilder("| resource | operation | stranger | seller | manager | owner | administrator |\n|---|---|---|---|---|---|---|\n");
        foreach (var probe in AllProbes())
        {
            table.Append(CultureInfo.InvariantCulture, $"| {probe.Resource} | {probe.Name} |");
            foreach (var caller in callers)
            {
                var answer = await probe.SendAsync(caller);
                answer.Status.ShouldNotBe(HttpStatusCode.InternalServerError, $"{probe.Resource} {probe.Name}");
                table.Append(CultureInfo.InvariantCulture, $" {(int)answer.Status} |");
            }
            table.Append('\n');
        }

        if (Environment.GetEnvironmentVariable("SALEAUTO_WRITE_MATRIX") == "1")
        {
            await File.WriteAllTextAsync(Table, table.ToString());
        }
        var expected = (await File.ReadAllLinesAsync(Table)).Where(line => line.StartsWith('|'));
        table.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(expected);
    }

    [Fact]
    public void Should_Have_A_Probe_For_Every_Endpoint()
    {
        var endpoints = api.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith("/api/app", StringComparison.Ordinal) == true)
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {endpoint.RoutePattern.RawText!.TrimEnd('/')}"))
            .Distinct();

        endpoints.Except(AllProbes().Select(probe => probe.Endpoint)).ShouldBeEmpty("endpoints that nobody tries");
    }

    private List<Probe> AllProbes()
    {
        var probes = new List<Probe>(Probe.Common());
        foreach (var resource in api.Host.Services.GetRequiredService<IResourceRegistry>().All)
        {
            probes.AddRange(Probe.Of(resource));
        }
        return probes;
    }
}

/// <summary>The program with its demo rows and the resources of the product, on SQLite.</summary>
public sealed class DemoApi : IAsyncLifetime
{
    private readonly SqliteDatabase _database = new();

    public ApiHost Host { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        Host = new ApiHost(_database, ("Demo:Enabled", "true"));
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await _database.DisposeAsync();
    }
}

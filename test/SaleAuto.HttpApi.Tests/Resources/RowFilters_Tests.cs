using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.LowCode;

namespace SaleAuto.Resources;

/// <summary>Every row filter of the product, tried by somebody whom it holds back, with rows of the demo that belong to others.</summary>
public sealed class RowFilters_Tests(DemoApi api) : IClassFixture<DemoApi>
{
    [Fact]
    public async Task Should_Hold_Everywhere()
    {
        var administrator = await api.Host.StaffAsync("admin");
        var tried = new List<string>();
        foreach (var resource in api.Host.Services.GetRequiredService<IResourceRegistry>().All)
        {
            foreach (var filter in resource.RowFilters)
            {
                foreach (var user in Holders(filter.Role))
                {
                    if (await TryAsync(administrator, await api.Host.StaffAsync(user), resource))
                    {
                        tried.Add(resource.Name);
                    }
                }
            }
        }

        tried.ShouldContain("deals"); // of the others the demo may have no foreign rows
        tried.ShouldContain("cars");
    }

    private static IEnumerable<string> Holders(string role) => Demo.DemoStaff.All.Where(x => x.Role == role).Select(x => x.UserName);

    private static async Task<bool> TryAsync(ApiClient administrator, ApiClient held, ResourceModel resource)
    {
        var root = $"/api/app/{resource.Name}";
        var (all, own) = (await IdsAsync(administrator, root), await IdsAsync(held, root));
        own.ShouldBeSubsetOf(all);
        var foreign = all.Except(own).FirstOrDefault();
        if (foreign is null)
        {
            return false;
        }
        var before = (await administrator.GetAsync($"{root}/{foreign}")).Body;

        ((int?)(await held.GetAsync($"{root}?count=true&pageSize=1")).Json["totalCount"]).ShouldBe(own.Count, resource.Name);
        foreach (var path in new[] { "", "/history", "/actions", $"/files/{Guid.NewGuid()}" })
        {
            (await held.GetAsync($"{root}/{foreign}{path}")).Status.ShouldBe(HttpStatusCode.NotFound, resource.Name + path);
        }
        var export = await held.GetAsync($"{root}/export?format=json");
        (export.Status == HttpStatusCode.Forbidden || !export.Body.Contains(foreign)).ShouldBeTrue(resource.Name);
        foreach (var action in resource.Actions)
        {
            ((int)(await held.PostAsync($"{root}/{foreign}/actions/{action.Path}", new { })).Status).ShouldBeOneOf(400, 403, 404);
        }
        ((int)(await held.PatchAsync($"{root}/{foreign}", new { })).Status).ShouldBeOneOf(403, 404);
        ((int)(await held.DeleteAsync($"{root}/{foreign}")).Status).ShouldBeOneOf(403, 404);
        (await administrator.GetAsync($"{root}/{foreign}")).Body.ShouldBe(before);
        return true;
    }

    private static async Task<List<string>> IdsAsync(ApiClient caller, string root)
    {
        var page = await caller.GetAsync($"{root}?fields=id&pageSize=200");
        page.Status.ShouldBe(HttpStatusCode.OK, page.Body);
        return [.. page.Json["items"]!.AsArray().Select(x => (string)x!["id"]!)];
    }
}

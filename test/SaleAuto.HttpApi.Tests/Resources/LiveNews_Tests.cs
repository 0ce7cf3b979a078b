using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Accounting;
using SaleAuto.Admin.Live;
using SaleAuto.Cars;
using SaleAuto.Leads;
using SaleAuto.LowCode;

namespace SaleAuto.Resources;

/// <summary>Open pages hear of rows of others that their own rows show in a column; which these are follows from the SQL.</summary>
public sealed class LiveNews_Tests(DemoApi api) : IClassFixture<DemoApi>
{
    [Fact]
    public void Should_Know_Which_Resources_Read_A_Table()
    {
        var tables = api.Host.Services.GetRequiredService<ResourceTables>();

        tables.ReadersOf(typeof(LedgerEntry)).Select(r => r.Name).ShouldContain("cars"); // the cost
        tables.ReadersOf(typeof(Calls.CallTask)).Select(r => r.Name).ShouldContain("leads"); // the deadline
        tables.ReadersOf(typeof(Lead)).Select(r => r.Name).ShouldContain("deals"); // the plate
        tables.ReadersOf(typeof(Car)).Select(r => r.Name).ShouldNotContain("cars");
    }

    [Fact]
    public async Task Should_Tell_Pages_With_Cars_Of_An_Expense()
    {
        var owner = await api.Host.StaffAsync("owner");
        var car = (string)(await owner.GetAsync("/api/app/cars?fields=number&filter=status.eq.Restoration&pageSize=1")).Json["items"]![0]!["id"]!;
        using var receipt = new MultipartFormDataContent { { new ByteArrayContent("%PDF-1.4\n%%EOF\n"u8.ToArray()), "file", "чек.pdf" } };
        var uploaded = await owner.SendAsync(HttpMethod.Post, "/api/app/files", receipt);
        var evidenceFileId = (string)uploaded.Json["id"]!;
        var hub = api.Host.Services.GetRequiredService<LiveHub>();
        var page = hub.Open();
        try
        {
            var spent = await owner.PostAsync("/api/app/expenses", new { carId = car, category = "parts", amount = 1000, spentOn = "2026-11-19", evidenceFileId });
            spent.Status.ShouldBe(HttpStatusCode.Created, spent.Body);

            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            var heard = new List<LiveChange>();
            while (!heard.Exists(x => x.Resource.Name == "expenses") || !heard.Exists(x => x.Resource.Name == "cars"))
            {
                heard.Add(await page.Reader.ReadAsync(patience.Token)); // the program's own work tells of cars as well
            }
            heard.ShouldContain(x => x.Resource.Name == "expenses" && x.HasNew && !x.IsRelated);
            heard.Where(x => x.Resource.Name == "cars").ShouldAllBe(x => x.IsRelated);
        }
        finally
        {
            hub.Close(page);
        }
    }
}

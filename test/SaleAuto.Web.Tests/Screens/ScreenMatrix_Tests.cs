using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Demo;

namespace SaleAuto.Screens;

/// <summary>
/// Every page, fragment and form of the admin, for every resource and action, against everybody. What is expected stands in ScreenMatrix.md, one line each.
/// Records that are asked for do not exist and forms are sent empty: 404, 400 and 422 mean that the person may, 403 that it may not, 302 leads to the sign-in.
/// With SALEAUTO_WRITE_MATRIX=1 the file is written anew; read the difference before it is committed.
/// </summary>
public sealed class ScreenMatrix_Tests(StaffSite site) : IClassFixture<StaffSite>
{
    private static readonly string?[] People = [null, "seller", "manager", "owner", "admin"];

    private static readonly string Table = Path.Combine(Repository.Root, "test", "SaleAuto.Web.Tests", "Screens", "ScreenMatrix.md");

    [Fact]
    public async Task Should_Answer_Everybody_As_The_Table_Says()
    {
        var rows = ScreenProbe.All(site.Services).Select(probe => (Probe: probe, Answers: new StringBuilder())).ToList();
        foreach (var person in People)
        {
            using var browser = site.Open();
            if (person is not null)
            {
                (await browser.SignInAsync(person, DemoStaff.Password)).Dispose();
            }
            var token = await TokenAsync(browser, person is null ? "/admin/signin" : "/admin/account");
            foreach (var (probe, answers) in rows)
            {
                var status = await SendAsync(browser, probe, token);
                status.ShouldNotBe(HttpStatusCode.InternalServerError, $"{person} {probe.Endpoint} {probe.Path}");
                answers.Append(CultureInfo.InvariantCulture, $" {(int)status} |");
            }
        }
        var table = new StringBuilder("| screen | stranger | seller | manager | owner | administrator |\n|---|---|---|---|---|---|\n");
        rows.ForEach(row => table.Append(CultureInfo.InvariantCulture, $"| {row.Probe.Name} |{row.Answers}\n"));

        if (Environment.GetEnvironmentVariable("SALEAUTO_WRITE_MATRIX") == "1")
        {
            await File.WriteAllTextAsync(Table, table.ToString());
        }
        var expected = (await File.ReadAllLinesAsync(Table)).Where(line => line.StartsWith('|'));
        table.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(expected);
    }

    private static async Task<string> TokenAsync(StaffBrowser browser, string path) =>
        (await browser.ReadAsync(path)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static async Task<HttpStatusCode> SendAsync(StaffBrowser browser, ScreenProbe probe, string token)
    {
        using var request = new HttpRequestMessage(probe.Method, probe.Path);
        if (probe.Method == HttpMethod.Post)
        {
            request.Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), .. probe.Form]);
        }
        using var response = await browser.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead); // the live stream never ends
        return response.StatusCode;
    }
}

using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Cars;
using SaleAuto.Leads;

namespace SaleAuto.Admin;

/// <summary>Cards dragged on the board of leads, and forms that outlive a session.</summary>
public sealed class BoardAndDrafts_Tests(StaffSite site) : IClassFixture<StaffSite>
{
    [Theory]
    [InlineData(LeadStatus.Lost, "Recall", "recall")]
    [InlineData(LeadStatus.New, "Closed", "close")]
    public async Task Should_Open_The_Dialog_Of_The_Columns_Action(LeadStatus from, string to, string action)
    {
        using var browser = await EnterAsync();
        var lead = await LeadAsync(from);

        using var answer = await MoveAsync(browser, lead, to);

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        var trigger = answer.Headers.GetValues("HX-Trigger").Single();
        trigger.ShouldContain($"/admin/leads/{lead}/actions/{action}");
        var dialog = await browser.ReadAsync($"/admin/leads/{lead}/actions/{action}");
        if (action == "recall")
        {
            dialog.QuerySelector("[name=callAt]").ShouldNotBeNull();
            dialog.QuerySelector("[name=note]").ShouldNotBeNull();
        }
    }

    [Theory]
    [InlineData(LeadStatus.New, "Recall", "Сначала возьмите звонок")]
    [InlineData(LeadStatus.Won, "Recall", "уже куплен")]
    [InlineData(LeadStatus.New, "Won", "когда сделка завершена")]
    [InlineData(LeadStatus.New, "DealPlanned", "по итогам звонка")]
    public async Task Should_Say_Why_A_Card_Cannot_Go_There(LeadStatus from, string to, string reason)
    {
        using var browser = await EnterAsync();
        var lead = await LeadAsync(from);

        using var answer = await MoveAsync(browser, lead, to);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var told = JsonDocument.Parse(answer.Headers.GetValues("HX-Trigger").Single());
        told.RootElement.GetProperty("toast").GetProperty("text").GetString()!.ShouldContain(reason);
    }

    [Fact]
    public async Task Should_Build_A_Kept_Form_Anew_With_The_Names_Of_Its_Lookups()
    {
        using var browser = await EnterAsync("owner");
        var page = await browser.ReadAsync("/admin/expenses/new");
        await using var scope = site.Services.CreateAsyncScope();
        var car = await scope.ServiceProvider.GetRequiredService<SaleAutoDbContext>().Set<Car>().FirstAsync();
        var form = page.Forms.Single(x => x.Id == "record-form");
        form.GetAttribute("data-restore").ShouldBe("/admin/expenses/new/restore");

        using var answer = await SendAsync(browser, page, "/admin/expenses/new/restore", ("carId", car.Id.ToString()), ("amount", "1 234,50"), ("note", "Из прошлого сеанса"), ("formToken", "abc"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        var restored = await StaffBrowser.ParseAsync(answer);
        restored.QuerySelector("form")!.GetAttribute("data-dirty").ShouldBe("true");
        var chosen = restored.QuerySelector("select[name=carId] option[selected]")!;
        (chosen.GetAttribute("value"), chosen.TextContent.Trim()).ShouldBe((car.Id.ToString(), car.Number));
        restored.QuerySelector("[name=note]")!.TextContent.ShouldBe("Из прошлого сеанса");
        restored.QuerySelector("input[name=formToken]")!.GetAttribute("value").ShouldBe("abc");
    }

    private static Task<HttpResponseMessage> MoveAsync(StaffBrowser browser, Guid lead, string to) => Task.Run(async () =>
        await SendAsync(browser, await browser.ReadAsync("/admin/account"), "/admin/leads/move", ("id", lead.ToString()), ("to", to)));

    private static async Task<HttpResponseMessage> SendAsync(StaffBrowser browser, AngleSharp.Html.Dom.IHtmlDocument page, string path, params (string Name, string Value)[] values)
    {
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), .. values.Select(x => KeyValuePair.Create(x.Name, x.Value))]),
        };
        request.Headers.Add("HX-Request", "true");
        return await browser.Http.SendAsync(request);
    }

    private async Task<Guid> LeadAsync(LeadStatus status)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SaleAutoDbContext>();
        return await db.Set<Lead>().Where(x => x.Status == status).Select(x => x.Id).FirstAsync();
    }

    private async Task<StaffBrowser> EnterAsync(string user = "manager")
    {
        var browser = site.Open();
        (await browser.SignInAsync(user, Demo.DemoStaff.Password)).Dispose();
        return browser;
    }
}

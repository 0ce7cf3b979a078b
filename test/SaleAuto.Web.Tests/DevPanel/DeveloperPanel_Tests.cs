using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SaleAuto.Auditing;
using SaleAuto.Clients;
using SaleAuto.Staff;

namespace SaleAuto.DevPanel;

public abstract class DeveloperPanel_Tests(DeveloperSite site) : IDisposable
{
    private readonly DeveloperVisit _developer = site.Visit();

    public void Dispose() => _developer.Dispose();

    [Fact]
    public async Task Should_List_Every_Table_Of_The_Model()
    {
        var expected = await site.InDatabaseAsync(db => Task.FromResult(db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct()));

        var page = await _developer.ReadAsync("/dev");

        page.QuerySelectorAll("tbody a").Select(link => link.TextContent).ShouldBe(expected, ignoreOrder: true);
        page.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("a")!.TextContent == "Leads").QuerySelector("td.number")!.TextContent.ShouldNotBe("0");
    }

    [Fact]
    public async Task Should_Open_Every_Table_And_Save_Every_Kind_Of_Row_Without_Changing_It()
    {
        var before = await CountAuditAsync();
        var tables = (await _developer.ReadAsync("/dev")).QuerySelectorAll("tbody a").Select(link => link.GetAttribute("href")!).ToList();
        var saved = 0;

        foreach (var table in tables)
        {
            (await _developer.ReadAsync(table + "/new")).QuerySelector("form.row").ShouldNotBeNull();
            var rows = await _developer.ReadAsync(table);
            if (rows.QuerySelector("td a[href*='/row?']")?.GetAttribute("href") is { } address)
            {
                using var answer = await _developer.SubmitAsync(await _developer.ReadAsync(address));
                answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, $"{address} {await answer.Content.ReadAsStringAsync()}");
                (await _developer.ReadAsync(address.Replace("/row?", "/delete?", StringComparison.Ordinal))).QuerySelector("#confirmation").ShouldNotBeNull();
                saved++;
            }
        }

        saved.ShouldBeGreaterThan(10);
        (await CountAuditAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Should_Create_Change_And_Delete_A_Row_And_Tell_The_Audit_Log()
    {
        var form = await _developer.ReadAsync("/dev/tables/Clients/new");
        var id = Guid.Parse(form.QuerySelector<IHtmlInputElement>("[name='c.Id']")!.Value);

        using var created = await _developer.SubmitAsync(form, ("c.Phone", "+79005550101"), ("c.Name", "Пётр"));
        created.StatusCode.ShouldBe(HttpStatusCode.Redirect, await created.Content.ReadAsStringAsync());
        var row = created.Headers.Location!.ToString();
        using var changed = await _developer.SubmitAsync(await _developer.ReadAsync(row), ("c.Name", "Пётр Ильич"), ("c.PhoneConfirmedAt", "2026-11-20T09:30"));
        changed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var client = await site.InDatabaseAsync(db => db.Set<Client>().SingleAsync(x => x.Id == id));
        using var refused = await _developer.SubmitAsync(await _developer.ReadAsync(row.Replace("/row?", "/delete?", StringComparison.Ordinal)), ("confirmation", "clients"));
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var deleted = await _developer.SubmitAsync(await _developer.ReadAsync(row.Replace("/row?", "/delete?", StringComparison.Ordinal)), ("confirmation", "Clients"));

        deleted.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        client.Name.ShouldBe("Пётр Ильич");
        client.Version.ShouldBe(2);
        client.PhoneConfirmedAt.ShouldBe(new DateTime(2026, 11, 20, 9, 30, 0, DateTimeKind.Utc));
        (await site.InDatabaseAsync(db => db.Set<Client>().IgnoreQueryFilters().AnyAsync(x => x.Id == id))).ShouldBeFalse();
        var lines = await site.InDatabaseAsync(db => db.Set<AuditEntry>().Where(x => x.TargetId == id).OrderBy(x => x.Id).ToListAsync());
        lines.Select(x => x.Action).ShouldBe([AuditActions.Created, AuditActions.Updated, AuditActions.Deleted]);
        lines.ShouldAllBe(x => x.ActorName == "developer:ada" && x.TargetType == nameof(Client) && x.Address != null);
        lines[1].Changes!.ShouldContain("Пётр Ильич");
        lines[1].Changes!.ShouldNotContain("+79005550101");
    }

    [Fact]
    public async Task Should_Never_Show_Search_Or_Change_A_Secret()
    {
        var manager = await site.InDatabaseAsync(db => db.Users.SingleAsync(x => x.UserName == "manager"));
        var row = $"/dev/tables/Staff/row?Id={manager.Id}";
        var form = await _developer.ReadAsync(row);
        string[] pages =
        [
            form.DocumentElement.OuterHtml,
            (await _developer.ReadAsync("/dev/tables/Staff")).DocumentElement.OuterHtml,
            (await _developer.ReadAsync($"/dev/tables/Staff/delete?Id={manager.Id}")).DocumentElement.OuterHtml,
        ];
        var guess = await _developer.ReadAsync("/dev/tables/Staff?column=PasswordHash&op=Contains&value=A");
        var found = await _developer.ReadAsync($"/dev/tables/Staff?q={Uri.EscapeDataString(manager.PasswordHash!)}");
        var keys = await _developer.ReadAsync("/dev/tables/DataProtectionKeys");

        using var saved = await _developer.SubmitAsync(form, ("c.PasswordHash", "mine"), ("c.SecurityStamp", "mine"), ("c.FullName", "Мария С."));

        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        pages.ShouldAllBe(page => !page.Contains(manager.PasswordHash!) && !page.Contains(manager.SecurityStamp!) && !page.Contains(manager.ConcurrencyStamp!));
        pages[1].ShouldContain("••••••");
        guess.QuerySelector("[role=alert]").ShouldNotBeNull();
        found.QuerySelector("tbody").ShouldBeNull();
        keys.Body!.TextContent.ShouldNotContain("<key");
        var after = await site.InDatabaseAsync(db => db.Users.SingleAsync(x => x.Id == manager.Id));
        after.FullName.ShouldBe("Мария С.");
        after.PasswordHash.ShouldBe(manager.PasswordHash);
        after.SecurityStamp.ShouldBe(manager.SecurityStamp);
        var line = await site.InDatabaseAsync(db => db.Set<AuditEntry>().Where(x => x.TargetId == manager.Id).OrderByDescending(x => x.Id).FirstAsync());
        line.Changes.ShouldNotBeNull();
        line.Changes.ShouldNotContain("Stamp");
    }

    [Fact]
    public async Task Should_Refuse_To_Save_Over_A_Newer_Row()
    {
        var client = await AnyClientAsync();
        var form = await _developer.ReadAsync($"/dev/tables/Clients/row?Id={client.Id}");
        var same = await _developer.ReadAsync($"/dev/tables/Clients/row?Id={client.Id}");
        (await _developer.SubmitAsync(form, ("c.Name", "Первый"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        using var late = await _developer.SubmitAsync(same, ("c.Name", "Второй"));

        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await StaffBrowser.ParseAsync(late);
        page.QuerySelector<IHtmlInputElement>("[name='c.Name']")!.Value.ShouldBe("Второй");
        page.QuerySelectorAll(".field__fault").ShouldContain(x => x.TextContent.Contains("Первый"));
        (await site.InDatabaseAsync(db => db.Set<Client>().SingleAsync(x => x.Id == client.Id))).Name.ShouldBe("Первый");
        (await _developer.SubmitAsync(page)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await site.InDatabaseAsync(db => db.Set<Client>().SingleAsync(x => x.Id == client.Id))).Name.ShouldBe("Второй");
    }

    [Fact]
    public async Task Should_Say_In_Words_What_The_Database_Refuses()
    {
        var client = await AnyClientAsync();
        var entry = await site.InDatabaseAsync(db => db.Set<AuditEntry>().OrderBy(x => x.Id).FirstAsync());

        using var twice = await _developer.SubmitAsync(await _developer.ReadAsync("/dev/tables/Clients/new"), ("c.Phone", client.Phone), ("n.Name", "set"));
        using var orphan = await _developer.SubmitAsync(await _developer.ReadAsync("/dev/tables/StaffRoles/new"), ("c.UserId", Guid.NewGuid().ToString()), ("c.RoleId", Guid.NewGuid().ToString()));
        using var rewritten = await _developer.SubmitAsync(await _developer.ReadAsync($"/dev/tables/AuditEntries/row?Id={entry.Id}"), ("c.Action", "Nothing"));
        using var wrong = await _developer.SubmitAsync(
            await _developer.ReadAsync("/dev/tables/Clients/new"), ("c.Phone", "+790055501020000000"), ("c.CreationTime", "yesterday"), ("c.Version", ""));

        (await AlertAsync(twice, HttpStatusCode.UnprocessableEntity)).ShouldContain("единственным");
        (await AlertAsync(orphan, HttpStatusCode.UnprocessableEntity)).ShouldContain("связь");
        (await AlertAsync(rewritten, HttpStatusCode.UnprocessableEntity)).ShouldContain("только добавлять");
        var faults = await AlertAsync(wrong, HttpStatusCode.BadRequest);
        faults.ShouldContain("Phone: слишком длинно");
        faults.ShouldContain("CreationTime: значение не того вида");
        faults.ShouldContain("Version: нужно значение");
    }

    [Fact]
    public async Task Should_Check_Json_And_Choices()
    {
        var lead = await site.InDatabaseAsync(db => db.Set<Leads.Lead>().FirstAsync());
        var editors = (await _developer.ReadAsync("/dev/tables/MarketSnapshots/new")).QuerySelectorAll("textarea").Select(x => x.GetAttribute("name"));

        using var choice = await _developer.SubmitAsync(await _developer.ReadAsync($"/dev/tables/Leads/row?Id={lead.Id}"), ("c.Status", "Sold"));
        using var json = await _developer.SubmitAsync(await _developer.ReadAsync("/dev/tables/MarketSnapshots/new"), ("c.Listings", "[{"));

        (await AlertAsync(choice, HttpStatusCode.BadRequest)).ShouldContain("Status:");
        (await AlertAsync(json, HttpStatusCode.BadRequest)).ShouldContain("Listings: это не JSON");
        editors.ShouldContain("c.Listings");
    }

    [Theory]
    [InlineData("Id", false)]
    [InlineData("Id", true)]
    [InlineData("ClientId", false)]
    [InlineData("ClientId", true)]
    public async Task Should_Page_Through_Every_Row_Once(string sort, bool descending)
    {
        await site.InDatabaseAsync(async db =>
        {
            var known = await db.Set<Client>().CountAsync();
            for (var i = known; i < 120; i++)
            {
                var client = (Client)Activator.CreateInstance(typeof(Client), nonPublic: true)!;
                db.Entry(client).Property(x => x.Id).CurrentValue = Guid.CreateVersion7();
                db.Entry(client).Property(x => x.Phone).CurrentValue = $"+7901{i:0000000}";
                db.Add(client);
            }
            return await db.SaveChangesAsync();
        });
        var table = sort == "Id" ? "Clients" : "Leads";
        var count = await site.InDatabaseAsync(db => sort == "Id" ? db.Set<Client>().IgnoreQueryFilters().CountAsync() : db.Set<Leads.Lead>().IgnoreQueryFilters().CountAsync());
        var seen = new List<string>();

        for (var address = $"/dev/tables/{table}?sort={(descending ? "-" : "")}{sort}"; address is not null;)
        {
            var page = await _developer.ReadAsync(address);
            seen.AddRange(page.QuerySelectorAll("tbody tr td:first-child a").Select(link => link.GetAttribute("href")!));
            address = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        seen.Count.ShouldBe(count);
        seen.Distinct().Count().ShouldBe(count);
    }

    [Fact]
    public async Task Should_Filter_And_Search()
    {
        var manager = await site.InDatabaseAsync(db => db.Users.SingleAsync(x => x.UserName == "manager2"));

        var byColumn = await _developer.ReadAsync("/dev/tables/Staff?column=UserName&op=Equal&value=manager2");
        var byText = await _developer.ReadAsync("/dev/tables/Staff?q=MANAGER2");
        var byId = await _developer.ReadAsync($"/dev/tables/StaffRoles?q={manager.Id}");
        var nonsense = await _developer.ReadAsync("/dev/tables/Leads?column=CreationTime&op=AtLeast&value=soon");
        var wildcard = await _developer.ReadAsync("/dev/tables/Staff?q=%25nobody_");

        byColumn.QuerySelectorAll("tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain("manager2");
        byColumn.QuerySelectorAll(".chips li").ShouldHaveSingleItem();
        byText.QuerySelectorAll("tbody tr").ShouldHaveSingleItem();
        byId.QuerySelectorAll("tbody tr").ShouldHaveSingleItem().QuerySelectorAll($"a[href='/dev/tables/Staff/row?Id={manager.Id}']").Length.ShouldBe(1);
        nonsense.QuerySelector("[role=alert]").ShouldNotBeNull();
        wildcard.QuerySelector("tbody").ShouldBeNull();
    }

    [Fact]
    public async Task Should_Handle_Rows_With_Two_Keys()
    {
        var (staff, role) = await site.InDatabaseAsync(async db => ((await db.Users.SingleAsync(x => x.UserName == "seller")).Id, (await db.Roles.SingleAsync(x => x.Name == StaffRoles.Owner)).Id));

        using var added = await _developer.SubmitAsync(await _developer.ReadAsync("/dev/tables/StaffRoles/new"), ("c.UserId", staff.ToString()), ("c.RoleId", role.ToString()));
        var row = added.Headers.Location!.ToString();
        using var deleted = await _developer.SubmitAsync(await _developer.ReadAsync(row.Replace("/row?", "/delete?", StringComparison.Ordinal)), ("confirmation", "StaffRoles"));

        added.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        deleted.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await site.InDatabaseAsync(db => db.UserRoles.AnyAsync(x => x.UserId == staff && x.RoleId == role))).ShouldBeFalse();
    }

    [Fact]
    public async Task Should_Refuse_Forms_From_Elsewhere()
    {
        var client = await AnyClientAsync();

        using var refused = await _developer.Http.PostAsync(
            $"/dev/tables/Clients/row?Id={client.Id}", new FormUrlEncodedContent([KeyValuePair.Create("c.Name", "Чужой")]));

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await site.InDatabaseAsync(db => db.Set<Client>().SingleAsync(x => x.Id == client.Id))).Name.ShouldNotBe("Чужой");
    }

    [Theory]
    [InlineData("/dev/tables/Nothing")]
    [InlineData("/dev/tables/Leads;DROP")]
    [InlineData("/dev/tables/Leads/row?Id=1")]
    [InlineData("/dev/tables/Leads/row")]
    public async Task Should_Say_That_There_Is_Nothing_At_An_Unknown_Address(string address) =>
        (await _developer.ReadAsync(address, HttpStatusCode.NotFound)).QuerySelector("h1")!.TextContent.ShouldContain("нет");

    [Fact]
    public async Task Should_Speak_English_And_Keep_Foreign_Code_Out()
    {
        var page = await _developer.ReadAsync("/dev/tables/Leads");
        using var changed = await _developer.SubmitAsync(page);
        using var response = await _developer.Http.GetAsync(changed.Headers.Location);
        var english = await StaffBrowser.ParseAsync(response);

        changed.Headers.Location!.ToString().ShouldBe("/dev/tables/Leads");
        english.DocumentElement.GetAttribute("lang").ShouldBe("en");
        english.QuerySelectorAll("style, [style], script").ShouldBeEmpty();
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'none'");
        (await _developer.Http.GetAsync("/css/dev.css")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private Task<Client> AnyClientAsync() => site.InDatabaseAsync(db => db.Set<Client>().OrderBy(x => x.Id).FirstAsync());

    private Task<int> CountAuditAsync() => site.InDatabaseAsync(db => db.Set<AuditEntry>().CountAsync());

    private static async Task<string> AlertAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        response.StatusCode.ShouldBe(status, await response.Content.ReadAsStringAsync());
        return (await StaffBrowser.ParseAsync(response)).QuerySelector("[role=alert]")!.TextContent;
    }
}

public sealed class DeveloperPanel_OnSqlite_Tests(DeveloperSiteOn<SqliteDatabase> on) : DeveloperPanel_Tests(on.Site), IClassFixture<DeveloperSiteOn<SqliteDatabase>>;

public sealed class DeveloperPanel_OnPostgreSql_Tests(DeveloperSiteOn<PostgreSqlDatabase> on) : DeveloperPanel_Tests(on.Site), IClassFixture<DeveloperSiteOn<PostgreSqlDatabase>>;

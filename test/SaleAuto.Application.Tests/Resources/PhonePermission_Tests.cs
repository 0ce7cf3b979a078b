using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Auditing;
using SaleAuto.Calls;
using SaleAuto.Clients;
using SaleAuto.Deals;
using SaleAuto.Errors;
using SaleAuto.Leads;
using SaleAuto.LowCode;
using SaleAuto.Messages;
using SaleAuto.Permissions;
using SaleAuto.Staff;

namespace SaleAuto.Resources;

/// <summary>A client's phone is one fact with one permission, wherever it stands. Whoever lacks it neither reads it nor finds anything by it.</summary>
public abstract class PhonePermission_Tests(TestDatabase database) : IAsyncLifetime
{
    private static int _days; // each test plans on a day of its own

    private readonly TestApplication _app = new(database, services => services.AddScoped<LeadCreation>());
    private readonly PhoneNumber _phone = SalesWorld.NewPhone();
    private CallTask _task = null!;
    private Guid _with;
    private Guid _without;

    private string Digits => _phone.Value[2..];

    public async Task InitializeAsync()
    {
        await _app.TakeDemoAsync();
        _with = await _app.AddStaffAsync(StaffRoles.Manager, StaffRoles.Owner);
        _without = await _app.AddStaffAsync(StaffRoles.Manager, StaffRoles.Owner);
        await _app.SetAsync(new PermissionHolder(PermissionHolderKind.Staff, _without), ClientPermissions.Phone, PermissionState.Denied);
        _task = await _app.AskAsync(SalesWorld.NewPlate(), "Фаина Раневская", _phone);
        await _app.AsAsync(_with, desk => desk.ClaimAsync(_task.Id, default));
        await _app.AsAsync(_with, desk => desk.PlanDealAsync(_task.Id, SalesWorld.Meeting(_app, SalesWorld.Seller2, inDays: 20 + Interlocked.Increment(ref _days), hour: 9), default));
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("leads", "phone")]
    [InlineData("clients", "phone")]
    [InlineData("deals", "clientPhone")]
    [InlineData("messages", "recipient")]
    public async Task Should_Not_Exist_In_Lists_Records_Searches_And_Files(string name, string field)
    {
        var resource = Resource(name);
        var id = await RowAsync(name);

        (await ReadAsync(_with, r => r.GetAsync(resource, id, default))).Value(field).ShouldBe(_phone.Value);
        var record = await ReadAsync(_without, r => r.GetAsync(resource, id, default));
        record.Page.Fields.Select(f => f.Name).ShouldNotContain(field);
        record.Row.Label.ShouldNotContain(Digits);
        record.Row.Values.OfType<string>().ShouldAllBe(text => !text.Contains(Digits));

        foreach (var query in new[]
        {
            new ListQuery { Fields = [field] },
            new ListQuery { Sort = [new SortItem(field, false)] },
            new ListQuery { Filter = new FilterCondition(field, FilterOperator.Eq, [_phone.Value]) },
        })
        {
            (await Should.ThrowAsync<InputValidationException>(() => ReadAsync(_without, r => r.GetListAsync(resource, query, default)))).Errors[0].Code.ShouldBe(LowCodeErrorCodes.Unknown);
        }
        var all = await ReadAsync(_without, r => r.GetListAsync(resource, new ListQuery(), default));
        all.Fields.Select(f => f.Name).ShouldNotContain(field);
        all.Rows.ShouldNotBeEmpty();
        if (resource.CanSearch && name != "deals")
        {
            foreach (var words in new[] { _phone.Value, _phone.Display, Digits, Digits[^4..] })
            {
                var query = new ListQuery { Search = words, PageSize = ListQuery.MaxPageSize };
                (await ReadAsync(_with, r => r.GetListAsync(resource, query, default))).Rows.Select(x => x.Id).ShouldContain(id);
                (await ReadAsync(_without, r => r.GetListAsync(resource, query, default))).Rows.Select(x => x.Id).ShouldNotContain(id);
            }
        }
        (await ExportAsync(_with, resource)).ShouldContain(Digits);
        (await ExportAsync(_without, resource)).ShouldNotContain(Digits);
    }

    [Fact]
    public async Task Should_Be_Found_By_Nobody_Else_In_The_Search_Over_Everything_And_In_Lookups()
    {
        (await ReadAsync(_with, r => r.SearchEverywhereAsync(_phone.Display, default))).Select(x => x.Resource.Name).ShouldBe(["leads", "clients", "messages"], ignoreOrder: true);
        (await ReadAsync(_without, r => r.SearchEverywhereAsync(_phone.Display, default))).ShouldBeEmpty();
        var byName = await ReadAsync(_without, r => r.SearchEverywhereAsync("раневская", default));
        byName.Select(x => x.Resource.Name).Distinct().ShouldBe(["leads", "clients"], ignoreOrder: true);
        byName.ShouldAllBe(hit => !hit.Label.Contains(Digits) && !hit.Text.Contains(Digits));

        var leads = Resource("leads");
        var merge = leads.FindAction("Merge")!;
        foreach (var (person, count) in new[] { (_with, 1), (_without, 0) })
        {
            (await ReadAsync(person, r => r.LookupAsync(leads, merge.Fields[0], merge, Digits, new Dictionary<string, string>(), default))).Count.ShouldBe(count);
        }
    }

    [Fact]
    public async Task Should_Not_Stand_In_Histories_And_The_Log()
    {
        foreach (var name in new[] { "leads", "clients" })
        {
            var id = await RowAsync(name);
            (await HistoryAsync(_with, name, id)).ShouldContain(_phone.Value);
            (await HistoryAsync(_without, name, id)).ShouldNotContain(_phone.Value);
        }
        var audit = Resource("audit");
        var line = await _app.InDatabaseAsync(db => db.Set<AuditEntry>().Where(x => x.TargetId == _task.LeadId && x.Action == AuditActions.Created).Select(x => x.Id).SingleAsync());

        ((string)(await ReadAsync(_with, r => r.GetAsync(audit, line, default))).Value("changes")!).ShouldContain(Digits);
        (await ReadAsync(_without, r => r.GetAsync(audit, line, default))).Page.Fields.Select(f => f.Name).ShouldNotContain("changes");
        (await ReadAsync(_with, r => r.GetListAsync(audit, new ListQuery { Search = Digits }, default))).Rows.Select(x => x.Id).ShouldContain(line);
        (await ReadAsync(_without, r => r.GetListAsync(audit, new ListQuery { Search = Digits }, default))).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Not_Be_Shown_At_The_Call_Desk_And_In_Lists_Of_Calls()
    {
        var waiting = await _app.AskAsync(SalesWorld.NewPlate(), "Ждёт", SalesWorld.NewPhone());

        (await _app.AsAsync(_with, desk => desk.GetAsync(waiting.Id, default))).Call.Phone.ShouldNotBeNull();
        (await _app.AsAsync(_without, desk => desk.GetAsync(waiting.Id, default))).Call.Phone.ShouldBeNull();
        (await _app.AsAsync(_without, desk => desk.GetQueueAsync(default))).Calls.ShouldAllBe(call => call.Phone == null);
    }

    [Fact]
    public async Task Should_Let_A_Seller_Call_The_Clients_Of_The_Own_Deals()
    {
        var deal = await RowAsync("deals");

        (await ReadAsync(SalesWorld.Seller2, r => r.GetAsync(Resource("deals"), deal, default))).Value("clientPhone").ShouldBe(_phone.Value);
        await Should.ThrowAsync<AuthorizationException>(() => ReadAsync(SalesWorld.Seller2, r => r.GetListAsync(Resource("clients"), new ListQuery(), default)));
    }

    [Fact]
    public async Task Should_Search_Old_Rows_In_Two_Parts_As_Well()
    {
        var leads = Resource("leads");
        await _app.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE \"Leads\" SET \"SearchText\" = NULL, \"GuardedSearchText\" = NULL"));
        await _app.RunAsync<SearchTextFiller, int>(filler => filler.FillAsync(default));

        foreach (var (person, count) in new[] { (_with, 1), (_without, 0) })
        {
            (await ReadAsync(person, r => r.GetListAsync(leads, new ListQuery { Search = Digits }, default))).Rows.Count.ShouldBe(count);
        }
        (await ReadAsync(_without, r => r.GetListAsync(leads, new ListQuery { Search = "фаина" }, default))).Rows.Select(x => x.Id).ShouldContain(_task.LeadId);
    }

    private ResourceModel Resource(string name) => _app.Services.GetRequiredService<IResourceRegistry>().Get(name);

    private Task<Guid> RowAsync(string name) => name switch
    {
        "leads" => Task.FromResult(_task.LeadId),
        "clients" => _app.InDatabaseAsync(db => db.Set<Client>().Where(x => x.Phone == _phone.Value).Select(x => x.Id).SingleAsync()),
        "deals" => _app.InDatabaseAsync(db => db.Set<Deal>().Where(x => x.LeadId == _task.LeadId).Select(x => x.Id).SingleAsync()),
        _ => _app.InDatabaseAsync(db => db.Set<OutgoingMessage>().Where(x => x.Recipient == _phone.Value).Select(x => x.Id).FirstAsync()),
    };

    private Task<T> ReadAsync<T>(Guid staffId, Func<IResourceReader, Task<T>> read)
    {
        _app.User.StaffId = staffId;
        return _app.RunAsync(read);
    }

    private async Task<string> ExportAsync(Guid staffId, ResourceModel resource)
    {
        await _app.SetAsync(new PermissionHolder(PermissionHolderKind.Staff, staffId), resource.ExportPermission, PermissionState.Granted);
        _app.User.StaffId = staffId;
        return await _app.RunAsync<IResourceExport, string>(async export =>
        {
            var prepared = await export.PrepareAsync(resource, new ExportRequest { Query = new ListQuery(), Format = ExportFormat.Json }, default);
            var output = new MemoryStream();
            await export.WriteAsync(prepared, output, default);
            return Encoding.UTF8.GetString(output.ToArray());
        });
    }

    private async Task<IReadOnlyList<string?>> HistoryAsync(Guid staffId, string name, Guid id)
    {
        _app.User.StaffId = staffId;
        var page = await _app.RunAsync<IResourceHistory, HistoryPage>(history => history.GetAsync(Resource(name), id, new HistoryQuery { PageSize = HistoryQuery.MaxPageSize }, default));
        return [.. page.Entries.SelectMany(x => x.Changes).SelectMany(x => new[] { x.Before as string, x.After as string })];
    }
}

public sealed class PhonePermission_OnSqlite_Tests(SqliteDatabase database) : PhonePermission_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class PhonePermission_OnPostgreSql_Tests(PostgreSqlDatabase database) : PhonePermission_Tests(database), IClassFixture<PostgreSqlDatabase>;

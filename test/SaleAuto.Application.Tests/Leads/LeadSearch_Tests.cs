using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Calls;
using SaleAuto.Clients;
using SaleAuto.Errors;
using SaleAuto.Permissions;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Leads;

public abstract class LeadSearch_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database, services => services.AddScoped<LeadCreation>());

    public Task InitializeAsync() => _app.TakeDemoAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Find_The_Newest_First_And_Ten_At_Most()
    {
        var phone = NewPhone();
        var tasks = new List<CallTask>();
        for (var i = 0; i < LeadConsts.MostFound + 2; i++)
        {
            _app.Clock.Advance(TimeSpan.FromSeconds(1));
            tasks.Add(await _app.AskAsync(NewPlate(), phone: phone));
        }

        var found = await FindAsync(Manager, phone.Value);

        found.Select(x => x.Id).ShouldBe(Enumerable.Reverse(tasks).Take(LeadConsts.MostFound).Select(x => x.LeadId));
        found.Select(x => x.CallTaskId).ShouldBe(Enumerable.Reverse(tasks).Take(LeadConsts.MostFound).Select(x => (Guid?)x.Id));
    }

    [Fact]
    public async Task Should_Find_By_Phone_Plate_And_Number_Whole_Or_In_Part()
    {
        var (phone, plate) = (NewPhone(), NewPlate());
        var task = await _app.AskAsync(plate, phone: phone);
        var lead = await _app.LeadAsync(task.LeadId);

        foreach (var text in new[] { phone.Value, phone.Display, phone.Value[^6..], plate, plate[..6], lead.Number, lead.Number[^5..] })
        {
            (await FindAsync(Manager, text)).Select(x => x.Id).ShouldContain(lead.Id, text);
        }
    }

    [Fact]
    public async Task Should_Leave_Drafts_Out()
    {
        var phone = NewPhone();
        await _app.RunAsync((LeadCreation creation) => creation.DraftAsync(phone));

        (await FindAsync(Manager, phone.Value)).ShouldBeEmpty();
        (await FindAsync(Manager, phone.Value[^6..])).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Refuse_Whoever_May_Not_See_Leads()
    {
        var task = await _app.AskAsync(NewPlate());

        (await Should.ThrowAsync<AuthorizationException>(() => FindAsync(Seller, "А123ВС77"))).Permission.ShouldBe(LeadPermissions.Default);
        _app.User.StaffId = Seller;
        await Should.ThrowAsync<AuthorizationException>(() => _app.RunAsync((ILeadSearchAppService leads) => leads.GetAsync(task.LeadId, default)));
    }

    [Fact]
    public async Task Should_Tell_Nothing_Of_Phones_To_Whoever_May_Not_See_Them()
    {
        var (phone, plate) = (NewPhone(), NewPlate());
        var task = await _app.AskAsync(plate, phone: phone);
        var person = await _app.AddStaffAsync(SaleAuto.Staff.StaffRoles.Manager);
        await _app.SetAsync(new PermissionHolder(PermissionHolderKind.Staff, person), ClientPermissions.Phone, PermissionState.Denied);

        (await Should.ThrowAsync<AuthorizationException>(() => FindAsync(person, phone.Value))).Permission.ShouldBe(ClientPermissions.Phone);
        (await FindAsync(person, phone.Value[^6..])).ShouldBeEmpty();
        (await FindAsync(person, plate)).ShouldHaveSingleItem().Phone.ShouldBeNull();
        (await _app.RunAsync((ILeadSearchAppService leads) => leads.GetAsync(task.LeadId, default))).Phone.ShouldBeNull();
    }

    [Fact]
    public async Task Should_Say_What_Can_Be_Looked_For()
    {
        var refused = await Should.ThrowAsync<InputValidationException>(() => FindAsync(Manager, "Анна"));

        refused.Errors.ShouldHaveSingleItem().Code.ShouldBe(SaleAutoErrorCodes.Leads.SearchInvalid);
    }

    private Task<IReadOnlyList<FoundLeadDto>> FindAsync(Guid staffId, string text)
    {
        _app.User.StaffId = staffId;
        return _app.RunAsync((ILeadSearchAppService leads) => leads.FindAsync(text, default));
    }
}

public sealed class LeadSearch_OnSqlite_Tests(SqliteDatabase database) : LeadSearch_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class LeadSearch_OnPostgreSql_Tests(PostgreSqlDatabase database) : LeadSearch_Tests(database), IClassFixture<PostgreSqlDatabase>;

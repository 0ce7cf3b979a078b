using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Auditing;
using SaleAuto.Calls;
using SaleAuto.Clients;
using SaleAuto.Deals;
using SaleAuto.Errors;
using SaleAuto.LowCode;
using SaleAuto.Permissions;
using SaleAuto.Staff;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Leads;

/// <summary>Requests that the staff take down by phone, and phones that were taken down wrongly.</summary>
public abstract class LeadIntake_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database, services => services.AddScoped<LeadCreation>());

    private static int _days;

    public async Task InitializeAsync()
    {
        await _app.TakeDemoAsync();
        _app.User.StaffId = Manager;
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Make_Client_Lead_And_Promise_When_A_Client_Phones()
    {
        var (phone, plate) = (NewPhone(), NewPlate());

        var id = await CreateAsync(new { phone = phone.Display, name = "Пётр", plate, mileageKm = 90_000, note = "Едет в отпуск" });

        var lead = await _app.LeadAsync(id);
        (lead.Kind, lead.Status, lead.Phone, lead.Plate, lead.CreatorId).ShouldBe((LeadKind.Buyout, LeadStatus.New, phone.Value, plate, Manager));
        var client = await _app.InDatabaseAsync(db => db.Set<Client>().SingleAsync(x => x.Phone == phone.Value));
        (lead.ClientId, client.Name, client.PhoneConfirmedAt).ShouldBe((client.Id, "Пётр", null));
        var task = await _app.OpenTaskAsync(id);
        (task.Kind, task.DueAt).ShouldBe((CallTaskKind.FirstCall, _app.Clock.Now.AddMinutes(5)));
        lead.History.Select(x => (x.To, x.ActorId)).ShouldBe([(LeadStatus.Draft, Manager), (LeadStatus.New, Manager)], ignoreOrder: true);
        lead.History.Single(x => x.Kind == LeadHistoryKind.Created).Note.ShouldBe("Едет в отпуск");
        (await _app.InDatabaseAsync(db => db.Set<Consent>().AnyAsync(x => x.LeadId == id))).ShouldBeFalse(); // nobody has shown the person a text
    }

    [Fact]
    public async Task Should_Plan_The_Call_When_The_Client_Wants_It()
    {
        var wished = _app.Clock.Now.AddDays(2);

        var id = await CreateAsync(new { phone = NewPhone().Value, callAt = wished });

        (await _app.LeadAsync(id)).Kind.ShouldBe(LeadKind.CallRequest); // no plate: a wish to be called
        (await _app.OpenTaskAsync(id)).DueAt.ShouldBe(wished);
        (await RefusalAsync(new { phone = NewPhone().Value, callAt = _app.Clock.Now.AddMinutes(-1) })).Code.ShouldBe(SaleAutoErrorCodes.Calls.RepeatInThePast);
        (await RefusalAsync(new { name = "Без телефона" })).Field.ShouldBe("Phone");
        (await RefusalAsync(new { phone = "12" })).Code.ShouldBe(SaleAutoErrorCodes.Clients.PhoneInvalid);
        (await RefusalAsync(new { phone = NewPhone().Value, plate = "ЩЩЩ" })).Code.ShouldBe(SaleAutoErrorCodes.Leads.PlateInvalid);
    }

    [Fact]
    public async Task Should_Join_A_Repeated_Request_As_The_Site_Does()
    {
        var (phone, plate) = (NewPhone(), NewPlate());
        var open = await _app.AskAsync(plate, "Анна", phone);
        _app.User.StaffId = Manager;
        _app.Clock.Advance(TimeSpan.FromMinutes(1));

        var again = await CreateAsync(new { phone = phone.Value, plate, mileageKm = 120_000 });
        var callback = await CreateAsync(new { phone = phone.Value });
        var otherCar = await CreateAsync(new { phone = phone.Value, plate = NewPlate() });

        (await _app.LeadAsync(again)).JoinedLeadId.ShouldBe(open.LeadId);
        (await _app.LeadAsync(callback)).JoinedLeadId.ShouldNotBeNull();
        (await _app.LeadAsync(otherCar)).Status.ShouldBe(LeadStatus.New);
        (await _app.LeadAsync(open.LeadId)).MileageKm.ShouldBe(120_000);
    }

    [Fact]
    public async Task Should_Be_Closed_To_Whoever_May_Not()
    {
        _app.User.StaffId = Seller;
        await Should.ThrowAsync<AuthorizationException>(() => CreateAsync(new { phone = NewPhone().Value }));
        var blind = await _app.AddStaffAsync(StaffRoles.Manager);
        await _app.SetAsync(new PermissionHolder(PermissionHolderKind.Staff, blind), ClientPermissions.Phone, PermissionState.Denied);
        _app.User.StaffId = blind;
        (await RefusalAsync(new { phone = NewPhone().Value })).Code.ShouldBe(LowCodeErrorCodes.NotAllowed); // whoever may not see phones writes none
    }

    [Fact]
    public async Task Should_Correct_The_Phone_Of_A_Lead_And_Of_Its_Only_Client()
    {
        var (wrong, right, plate) = (NewPhone(), NewPhone(), NewPlate());
        var task = await _app.AskAsync(plate, "Анна", wrong);
        var similar = await _app.AskAsync(NewPlate(), "Анна", right);
        await DeleteClientAsync(right);

        await ChangePhoneAsync("leads", task.LeadId, right);

        var lead = await _app.LeadAsync(task.LeadId);
        lead.Phone.ShouldBe(right.Value);
        (await _app.InDatabaseAsync(db => db.Set<Client>().SingleAsync(x => x.Id == lead.ClientId))).Phone.ShouldBe(right.Value);
        var change = lead.History.Single(x => x.Field == LeadField.Phone);
        (change.Before, change.After, change.Note, change.ActorId).ShouldBe((wrong.Value, right.Value, "Ошиблись цифрой", Manager));
        (await SimilarAsync(task.LeadId)).ShouldContain(x => x.Id == similar.LeadId && x.SamePhone);
        var line = await _app.InDatabaseAsync(db => db.Set<AuditEntry>().OrderByDescending(x => x.Id).FirstAsync(x => x.TargetId == task.LeadId && x.Action == "ChangePhone"));
        line.Note.ShouldBe("Ошиблись цифрой");
    }

    [Fact]
    public async Task Should_Hand_The_Lead_And_Its_Meeting_Over_To_The_Client_With_That_Phone()
    {
        var (phone, other) = (NewPhone(), NewPhone());
        var task = await _app.AskAsync(NewPlate(), "Анна", phone);
        var known = await _app.AskAsync(NewPlate(), "Борис", other);
        await _app.AsAsync(Manager, x => x.ClaimAsync(task.Id, default));
        await _app.AsAsync(Manager, x => x.PlanDealAsync(task.Id, Meeting(_app, Seller2, 30 + Interlocked.Increment(ref _days), 16), default));

        await ChangePhoneAsync("leads", task.LeadId, other);

        var owner = (await _app.LeadAsync(known.LeadId)).ClientId;
        (await _app.LeadAsync(task.LeadId)).ClientId.ShouldBe(owner);
        (await _app.InDatabaseAsync(db => db.Set<Deal>().SingleAsync(x => x.LeadId == task.LeadId))).ClientId.ShouldBe(owner!.Value);
        (await _app.InDatabaseAsync(db => db.Set<Client>().SingleAsync(x => x.Phone == phone.Value))).Name.ShouldBe("Анна"); // stays, without the lead
    }

    [Fact]
    public async Task Should_Refuse_A_Phone_That_Would_Repeat_An_Open_Request()
    {
        var (plate, other) = (NewPlate(), NewPhone());
        var (task, open) = (await _app.AskAsync(plate), await _app.AskAsync(plate, "Анна", other));

        var refusal = await Should.ThrowAsync<BusinessException>(() => ChangePhoneAsync("leads", task.LeadId, other));

        refusal.Code.ShouldBe(SaleAutoErrorCodes.Leads.AnotherIsOpen);
        refusal.Values["Number"].ShouldBe((await _app.LeadAsync(open.LeadId)).Number);
        (await _app.LeadAsync(task.LeadId)).Phone.ShouldNotBe(other.Value);
        await Should.ThrowAsync<InputValidationException>(() => RunAsync("leads", "ChangePhone", task.LeadId, new { phone = NewPhone().Value })); // without a reason
        _app.User.StaffId = Seller;
        await Should.ThrowAsync<AuthorizationException>(() => RunAsync("leads", "ChangePhone", task.LeadId, new { phone = NewPhone().Value, reason = "x" }));
    }

    [Fact]
    public async Task Should_Correct_The_Phone_Of_A_Client_With_All_Open_Leads()
    {
        var (before, after) = (NewPhone(), NewPhone());
        var (first, second) = (await _app.AskAsync(NewPlate(), "Анна", before), await _app.AskAsync(NewPlate(), "Анна", before));
        var taken = await _app.AskAsync(NewPlate());
        var client = (await _app.LeadAsync(first.LeadId)).ClientId!.Value;

        await ChangePhoneAsync("clients", client, after);

        (await _app.LeadAsync(first.LeadId)).Phone.ShouldBe(after.Value);
        (await _app.LeadAsync(second.LeadId)).Phone.ShouldBe(after.Value);
        var row = await _app.InDatabaseAsync(db => db.Set<Client>().SingleAsync(x => x.Id == client));
        (row.Phone, row.PhoneConfirmedAt).ShouldBe((after.Value, null)); // nobody has proved to hold it
        var held = PhoneNumber.Parse((await _app.LeadAsync(taken.LeadId)).Phone);
        (await Should.ThrowAsync<BusinessException>(() => ChangePhoneAsync("clients", client, held))).Code.ShouldBe(SaleAutoErrorCodes.Clients.PhoneTaken);
    }

    [Fact]
    public async Task Should_Plan_A_Call_Back_With_Time_And_Reason()
    {
        var task = await _app.AskAsync(NewPlate());
        var when = _app.Clock.Now.AddDays(3);
        await Should.ThrowAsync<BusinessException>(() => RecallAsync(task.LeadId, when)); // nobody has talked yet

        await _app.AsAsync(Manager, x => x.ClaimAsync(task.Id, default));
        _app.User.StaffId = Manager2;
        (await Should.ThrowAsync<BusinessException>(() => RecallAsync(task.LeadId, when))).Code.ShouldBe(SaleAutoErrorCodes.Calls.NotYours);
        _app.User.StaffId = Manager;
        (await Should.ThrowAsync<InputValidationException>(() => RecallAsync(task.LeadId, _app.Clock.Now))).Errors[0].Field.ShouldBe("CallAt");
        await RecallAsync(task.LeadId, when);

        (await _app.LeadAsync(task.LeadId)).Status.ShouldBe(LeadStatus.Recall);
        var next = await _app.OpenTaskAsync(task.LeadId);
        (next.Kind, next.DueAt, next.ResponsibleId).ShouldBe((CallTaskKind.Repeat, when, Manager));
        var attempt = await _app.InDatabaseAsync(db => db.Set<CallAttempt>().SingleAsync(x => x.LeadId == task.LeadId));
        (attempt.Outcome, attempt.Note).ShouldBe((CallOutcome.Thinking, "Просил позже"));
    }

    [Fact]
    public async Task Should_Open_A_Lost_Lead_With_The_Call_When_It_Is_Wanted()
    {
        var task = await _app.AskAsync(NewPlate());
        await _app.AsAsync(Manager, x => x.ClaimAsync(task.Id, default));
        await _app.AsAsync(Manager, x => x.LoseAsync(task.Id, new CallNoteInput(), default));
        var when = _app.Clock.Now.AddDays(5);

        await RecallAsync(task.LeadId, when);

        (await _app.LeadAsync(task.LeadId)).Status.ShouldBe(LeadStatus.Recall);
        (await _app.OpenTaskAsync(task.LeadId)).DueAt.ShouldBe(when);
    }

    private Task RecallAsync(Guid leadId, DateTime at) => RunAsync("leads", "Recall", leadId, new { callAt = at, note = "Просил позже" });

    private Task ChangePhoneAsync(string resource, Guid id, PhoneNumber phone)
    {
        _app.User.StaffId = Manager;
        return RunAsync(resource, "ChangePhone", id, new { phone = phone.Display, reason = "Ошиблись цифрой" });
    }

    private Task<SavedRow> RunAsync(string resource, string action, Guid id, object input)
    {
        var model = Resource(resource);
        var verb = model.FindAction(action)!;
        return _app.RunAsync<IResourceCommands, SavedRow>(c => c.RunActionAsync(model, verb, id, Read(input, verb.Fields), null, default));
    }

    private async Task<Guid> CreateAsync(object input)
    {
        var leads = Resource("leads");
        return (await _app.RunAsync<IResourceCommands, SavedRow>(c => c.CreateAsync(leads, Read(input, leads.FormFields), default))).Id;
    }

    private async Task<InputError> RefusalAsync(object input) => (await Should.ThrowAsync<InputValidationException>(() => CreateAsync(input))).Errors.ShouldHaveSingleItem();

    private Task<IReadOnlyList<SimilarLeadDto>> SimilarAsync(Guid id)
    {
        _app.User.StaffId = Manager;
        return _app.RunAsync<ILeadWorkAppService, IReadOnlyList<SimilarLeadDto>>(x => x.GetSimilarAsync(id, default));
    }

    private Task DeleteClientAsync(PhoneNumber phone) => _app.InDatabaseAsync(async db =>
    {
        await db.Set<Lead>().Where(x => x.Phone == phone.Value).ExecuteUpdateAsync(x => x.SetProperty(l => l.ClientId, (Guid?)null));
        return await db.Set<Client>().Where(x => x.Phone == phone.Value).ExecuteDeleteAsync();
    });

    private ResourceModel Resource(string name) => _app.Services.GetRequiredService<IResourceRegistry>().Get(name);

    private static ResourceInput Read(object input, IEnumerable<FieldModel> fields) => ResourceInput.FromJson(JsonSerializer.SerializeToElement(input), fields);
}

public sealed class LeadIntake_OnSqlite_Tests(SqliteDatabase database) : LeadIntake_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class LeadIntake_OnPostgreSql_Tests(PostgreSqlDatabase database) : LeadIntake_Tests(database), IClassFixture<PostgreSqlDatabase>;

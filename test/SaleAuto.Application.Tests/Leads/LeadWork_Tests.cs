using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Calls;
using SaleAuto.Deals;
using SaleAuto.Errors;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Leads;

public abstract class LeadWork_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database, services => services.AddScoped<LeadCreation>());

    public Task InitializeAsync() => _app.TakeDemoAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Find_Similar_Requests_By_Phone_Plate_And_Name()
    {
        var (phone, plate, name) = (NewPhone(), NewPlate(), $"Кирилл {Guid.CreateVersion7():N}"[..30].Replace('0', 'а'));
        var lead = await _app.AskAsync(plate, name, phone);
        var samePhone = await _app.AskAsync(NewPlate(), "Другой", phone);
        var samePlate = await _app.AskAsync(plate, "Третий");
        var sameName = await _app.AskAsync(NewPlate(), name.ToUpperInvariant());

        var similar = await WorkAsync(Manager, x => x.GetSimilarAsync(lead.LeadId, default));

        similar.Select(x => x.Id).ShouldBe([samePhone.LeadId, samePlate.LeadId, sameName.LeadId]);
        similar.Select(x => (x.SamePhone, x.SamePlate, x.SameName)).ShouldBe([(true, false, false), (false, true, false), (false, false, true)]);
        await Should.ThrowAsync<AuthorizationException>(() => WorkAsync(Seller, x => x.GetSimilarAsync(lead.LeadId, default)));
    }

    [Fact]
    public async Task Should_Take_Apart_What_Was_Merged_By_Mistake_With_Its_Call()
    {
        var plate = NewPlate();
        var (duplicate, survivor) = (await _app.AskAsync(plate), await _app.AskAsync(plate));

        await MergeAsync(duplicate.LeadId, survivor.LeadId);
        (await _app.InDatabaseAsync(db => db.Set<CallTask>().CountAsync(x => x.LeadId == survivor.LeadId && x.Status == CallTaskStatus.Pending))).ShouldBe(1); // the client is called once
        (await WorkAsync(Manager, x => x.GetSimilarAsync(survivor.LeadId, default))).Single(x => x.Id == duplicate.LeadId).MayBeUnmerged.ShouldBeTrue();
        await UnmergeAsync(duplicate.LeadId);

        (await _app.LeadAsync(duplicate.LeadId)).Status.ShouldBe(LeadStatus.New);
        (await _app.OpenTaskAsync(duplicate.LeadId)).Status.ShouldBe(CallTaskStatus.Pending);
        (await _app.OpenTaskAsync(survivor.LeadId)).Status.ShouldBe(CallTaskStatus.Pending);
    }

    [Fact]
    public async Task Should_Bring_The_Same_Call_Back_When_It_Had_Moved()
    {
        var plate = NewPlate();
        var (duplicate, survivor) = (await _app.AskAsync(plate), await _app.AskAsync(plate));
        await _app.InDatabaseAsync(db => db.Set<CallTask>().Where(x => x.Id == survivor.Id).ExecuteUpdateAsync(x => x.SetProperty(t => t.Status, CallTaskStatus.Cancelled)));

        await MergeAsync(duplicate.LeadId, survivor.LeadId);
        (await _app.OpenTaskAsync(survivor.LeadId)).Id.ShouldBe(duplicate.Id);
        await UnmergeAsync(duplicate.LeadId);

        (await _app.OpenTaskAsync(duplicate.LeadId)).Id.ShouldBe(duplicate.Id);
    }

    [Fact]
    public async Task Should_Not_Merge_What_A_Colleague_Is_Talking_About()
    {
        var plate = NewPlate();
        var (duplicate, survivor) = (await _app.AskAsync(plate), await _app.AskAsync(plate));
        await _app.AsAsync(Manager2, x => x.ClaimAsync(duplicate.Id, default));

        var refusal = await Should.ThrowAsync<BusinessException>(() => MergeAsync(duplicate.LeadId, survivor.LeadId));

        refusal.Code.ShouldBe(SaleAutoErrorCodes.Calls.TakenBy);
        (await _app.LeadAsync(duplicate.LeadId)).Status.ShouldBe(LeadStatus.InWork);
    }

    [Fact]
    public async Task Should_Merge_A_Duplicate_Found_During_A_Call_And_Call_Again_When_Undone()
    {
        var plate = NewPlate();
        var (duplicate, survivor) = (await _app.AskAsync(plate), await _app.AskAsync(plate));
        await _app.AsAsync(Manager, x => x.ClaimAsync(duplicate.Id, default));

        var result = await _app.AsAsync(Manager, x => x.MarkDuplicateAsync(duplicate.Id, new DuplicateCallInput { OfLeadId = survivor.LeadId }, default));
        result.LeadStatus.ShouldBe(LeadStatus.Closed);
        await UnmergeAsync(duplicate.LeadId);

        (await _app.LeadAsync(duplicate.LeadId)).Status.ShouldBe(LeadStatus.Recall);
        (await _app.OpenTaskAsync(duplicate.LeadId)).Id.ShouldNotBe(duplicate.Id);
    }

    [Fact]
    public async Task Should_Not_Take_Apart_When_The_Client_Has_Asked_Again_Meanwhile()
    {
        var (phone, plate) = (NewPhone(), NewPlate());
        var duplicate = await _app.AskAsync(plate, phone: phone);
        var survivor = await _app.AskAsync(NewPlate());
        await MergeAsync(duplicate.LeadId, survivor.LeadId);
        var newer = await _app.AskAsync(plate, phone: phone);

        var refusal = await Should.ThrowAsync<BusinessException>(() => UnmergeAsync(duplicate.LeadId));

        refusal.Code.ShouldBe(SaleAutoErrorCodes.Leads.AnotherIsOpen);
        refusal.Values["Number"].ShouldBe((await _app.LeadAsync(newer.LeadId)).Number);
    }

    [Fact]
    public async Task Should_Call_Off_Calls_And_Meeting_Of_A_Closed_Lead_And_Call_When_It_Is_Opened_Again()
    {
        var task = await _app.AskAsync(NewPlate());
        await _app.AsAsync(Manager, x => x.ClaimAsync(task.Id, default));
        await _app.AsAsync(Manager, x => x.PlanDealAsync(task.Id, Meeting(_app, Seller, 30, 12), default));

        await WorkAsync(Manager, async x =>
        {
            await x.CloseAsync(task.LeadId, new CloseLeadInput { Reason = LeadCloseReason.Refused, Note = "Передумал" }, default);
            return true;
        });
        (await _app.InDatabaseAsync(db => db.Set<Deal>().SingleAsync(x => x.LeadId == task.LeadId))).Status.ShouldBe(DealStatus.RejectedByClient);
        (await _app.LeadAsync(task.LeadId)).Status.ShouldBe(LeadStatus.Closed);
        await WorkAsync(Manager, async x =>
        {
            await x.ReopenAsync(task.LeadId, new CallNoteInput(), default);
            return true;
        });

        (await _app.LeadAsync(task.LeadId)).Status.ShouldBe(LeadStatus.Recall);
        (await _app.OpenTaskAsync(task.LeadId)).ResponsibleId.ShouldBe(Manager);
    }

    [Fact]
    public async Task Should_Show_An_Open_Lead_With_Nothing_Planned_In_Red()
    {
        var task = await _app.AskAsync(NewPlate());
        (await WorkAsync(Manager, x => x.GetPromiseAsync(task.LeadId, default))).ShouldBe(new LeadPromiseDto(false, task.DueAt));
        await Should.ThrowAsync<AuthorizationException>(() => WorkAsync(Seller, x => x.GetPromiseAsync(task.LeadId, default)));
        await _app.AsAsync(Manager, x => x.ClaimAsync(task.Id, default));
        await _app.AsAsync(Manager, x => x.PlanDealAsync(task.Id, Meeting(_app, Seller, 31, 12), default));
        (await WorkAsync(Manager, x => x.GetPromiseAsync(task.LeadId, default))).IsWithoutNextAction.ShouldBeFalse();

        _app.Clock.Advance(TimeSpan.FromDays(32)); // the meeting passed and nobody told what came of it

        (await WorkAsync(Manager, x => x.GetPromiseAsync(task.LeadId, default))).IsWithoutNextAction.ShouldBeTrue();
    }

    private Task MergeAsync(Guid duplicate, Guid survivor) => WorkAsync(Manager, async x =>
    {
        await x.MergeAsync(duplicate, new MergeLeadInput { IntoLeadId = survivor }, default);
        return true;
    });

    private Task UnmergeAsync(Guid duplicate) => WorkAsync(Manager, async x =>
    {
        await x.UnmergeAsync(duplicate, default);
        return true;
    });

    private Task<T> WorkAsync<T>(Guid staffId, Func<ILeadWorkAppService, Task<T>> work)
    {
        _app.User.StaffId = staffId;
        return _app.RunAsync(work);
    }
}

public sealed class LeadWork_OnSqlite_Tests(SqliteDatabase database) : LeadWork_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class LeadWork_OnPostgreSql_Tests(PostgreSqlDatabase database) : LeadWork_Tests(database), IClassFixture<PostgreSqlDatabase>;

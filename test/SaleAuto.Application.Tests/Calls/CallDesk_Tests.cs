using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Deals;
using SaleAuto.Errors;
using SaleAuto.Leads;
using SaleAuto.Messages;
using SaleAuto.Valuations;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Calls;

public abstract class CallDesk_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database, services => services.AddScoped<LeadCreation>());

    public Task InitializeAsync() => _app.TakeDemoAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Refuse_Whoever_May_Not_Call()
    {
        var task = await _app.AskAsync(NewPlate());

        (await Should.ThrowAsync<AuthorizationException>(() => _app.AsAsync(Seller, x => x.GetQueueAsync(default)))).Permission.ShouldBe(CallPermissions.Work);
        await Should.ThrowAsync<AuthorizationException>(() => _app.AsAsync(Seller, x => x.ClaimAsync(task.Id, default)));
        await Should.ThrowAsync<AuthorizationException>(() => _app.AsAsync(Seller, x => x.LoseAsync(task.Id, new CallNoteInput(), default)));
        await Should.ThrowAsync<AuthorizationException>(() => _app.AsAsync(Guid.CreateVersion7(), x => x.GetAsync(task.Id, default)));
        (await _app.LeadAsync(task.LeadId)).Status.ShouldBe(LeadStatus.New);
    }

    [Fact]
    public async Task Should_Let_One_Of_Two_Managers_Win_And_Tell_The_Other_Who()
    {
        var task = await _app.AskAsync(NewPlate());
        await using var other = new TestApplication(database);
        (_app.User.StaffId, other.User.StaffId) = (Manager, Manager2);

        var outcomes = await Race.RunAsync(8, i => (i % 2 == 0 ? _app : other).RunAsync((ICallDeskAppService desk) => desk.ClaimAsync(task.Id, default)));

        var winner = outcomes.First(x => x.Failure is null).Result!.Call.ManagerName!;
        outcomes.Count(x => x.Failure is null).ShouldBe(4); // the winner's double clicks count as one
        var refusals = outcomes.Select(x => x.Failure).OfType<BusinessException>().ToList();
        refusals.Count.ShouldBe(4);
        refusals.ShouldAllBe(x => x.Code == SaleAutoErrorCodes.Calls.TakenBy && (string)x.Values["ManagerName"]! == winner);
        (await _app.LeadAsync(task.LeadId)).History.Count(x => x.To == LeadStatus.InWork).ShouldBe(1);
    }

    [Fact]
    public async Task Should_Show_The_Queue_By_Deadline_With_What_Is_Late()
    {
        var task = await _app.AskAsync(NewPlate());
        _app.Clock.Advance(TimeSpan.FromMinutes(6));

        var queue = await _app.AsAsync(Manager, x => x.GetQueueAsync(default));

        queue.Now.ShouldBe(_app.Clock.Now);
        queue.Calls.Select(x => x.DueAt).ShouldBeInOrder();
        queue.Calls.Single(x => x.TaskId == task.Id).IsLate.ShouldBeTrue();
        queue.Total.ShouldBe(queue.Calls.Count);
    }

    [Fact]
    public async Task Should_Keep_A_Late_Answer_Late()
    {
        var task = await _app.AskAsync(NewPlate());
        _app.Clock.Advance(TimeSpan.FromMinutes(6));

        await _app.AsAsync(Manager, x => x.ClaimAsync(task.Id, default));
        await _app.AsAsync(Manager, x => x.FailAsync(task.Id, new FailCallInput { Outcome = CallOutcome.NoAnswer }, default));

        var call = await _app.AsAsync(Manager, x => x.GetAsync(task.Id, default));
        call.Call.IsLate.ShouldBeTrue();
        call.Attempts.Single().WasLate.ShouldBeTrue();
    }

    [Fact]
    public async Task Should_Give_A_Call_Back_Only_To_Whom_It_Belongs()
    {
        var task = await _app.AskAsync(NewPlate());
        await _app.AsAsync(Manager, x => x.ClaimAsync(task.Id, default));

        (await Should.ThrowAsync<BusinessException>(() => ReleaseAsync(Manager2, task.Id))).Code.ShouldBe(SaleAutoErrorCodes.Calls.NotYours);
        await ReleaseAsync(Manager, task.Id);
        await ReleaseAsync(Manager, task.Id);

        (await _app.OpenTaskAsync(task.LeadId)).Status.ShouldBe(CallTaskStatus.Pending);
        (await _app.LeadAsync(task.LeadId)).Status.ShouldBe(LeadStatus.New);
    }

    [Fact]
    public async Task Should_Save_The_Script_As_One_With_Old_And_New_Values()
    {
        var task = await _app.AskAsync(NewPlate());
        await _app.AsAsync(Manager, x => x.ClaimAsync(task.Id, default));
        var answers = new CallScriptInput { ConditionsExplained = true, MileageKm = 131_000, NamedPrice = 700_000, Opinion = ClientOpinion.Accepted, Source = LeadSource.Friends, Name = "Анна Петрова" };

        await _app.AsAsync(Manager, x => x.SaveScriptAsync(task.Id, answers, default));
        await _app.AsAsync(Manager, x => x.SaveScriptAsync(task.Id, answers, default));
        await _app.AsAsync(Manager, x => x.FailAsync(task.Id, new FailCallInput { Outcome = CallOutcome.Thinking }, default));

        var lead = await _app.LeadAsync(task.LeadId);
        var corrections = lead.History.Where(x => x.Kind == LeadHistoryKind.Corrected).ToDictionary(x => x.Field!.Value);
        corrections.Count.ShouldBe(6);
        (corrections[LeadField.MileageKm].Before, corrections[LeadField.MileageKm].After).ShouldBe(("100000", "131000"));
        (await _app.InDatabaseAsync(db => db.Set<CallAttempt>().SingleAsync(x => x.LeadId == lead.Id))).Learned.Order().ShouldBe(corrections.Keys.Order());
        (await _app.InDatabaseAsync(db => db.Set<Valuation>().SingleAsync(x => x.LeadId == lead.Id))).Status.ShouldBe(ValuationStatus.Pending);
    }

    [Fact]
    public async Task Should_Refuse_A_Script_Of_A_Call_That_A_Colleague_Holds_Or_With_Wrong_Values()
    {
        var task = await _app.AskAsync(NewPlate());
        await _app.AsAsync(Manager, x => x.ClaimAsync(task.Id, default));

        (await Should.ThrowAsync<BusinessException>(() => _app.AsAsync(Manager2, x => x.SaveScriptAsync(task.Id, new CallScriptInput(), default))))
            .Code.ShouldBe(SaleAutoErrorCodes.Calls.NotYours);
        var wrong = new CallScriptInput { MileageKm = -1, NamedPrice = 0, Plate = "nonsense", Condition = (Cars.CarCondition)99 };
        var faults = await Should.ThrowAsync<InputValidationException>(() => _app.AsAsync(Manager, x => x.SaveScriptAsync(task.Id, wrong, default)));

        faults.Errors.Select(x => x.Field).Order().ShouldBe(["Condition", "MileageKm", "NamedPrice", "Plate"]);
        (await _app.LeadAsync(task.LeadId)).MileageKm.ShouldBe(100_000);
    }

    [Fact]
    public async Task Should_Plan_A_Deal_And_Tell_Client_And_Seller_Once()
    {
        var task = await _app.AskAsync(NewPlate());
        await _app.AsAsync(Manager, x => x.ClaimAsync(task.Id, default));
        var meeting = Meeting(_app, Seller, 20, 14) with { TimeZone = "Asia/Yekaterinburg" };

        var first = await _app.AsAsync(Manager, x => x.PlanDealAsync(task.Id, meeting, default));
        var again = await _app.AsAsync(Manager, x => x.PlanDealAsync(task.Id, meeting, default));

        again.ShouldBe(first);
        (first.LeadStatus, first.NextCallAt).ShouldBe((LeadStatus.DealPlanned, null));
        var deal = await _app.InDatabaseAsync(db => db.Set<Deal>().SingleAsync(x => x.LeadId == task.LeadId));
        (deal.StartsAt.Hour, deal.LocalStart.Hour, deal.ManagerId).ShouldBe((9, 14, Manager));
        var messages = await _app.InDatabaseAsync(db => db.Set<OutgoingMessage>().Where(x => x.LeadId == task.LeadId && x.DeduplicationKey.StartsWith("deal-planned")).ToListAsync());
        messages.Select(x => (x.Channel, x.Recipient)).OrderBy(x => x.Channel)
            .ShouldBe([(MessageChannel.Sms, (await _app.LeadAsync(task.LeadId)).Phone), (MessageChannel.Telegram, "2001")]);
        messages.Single(x => x.Channel == MessageChannel.Sms).Body.ShouldContain("14:00");
    }

    [Fact]
    public async Task Should_Name_The_Deal_That_Keeps_A_Seller_From_Another_Meeting()
    {
        var (first, second) = (await _app.AskAsync(NewPlate()), await _app.AskAsync(NewPlate()));
        await _app.AsAsync(Manager, x => x.ClaimAsync(first.Id, default));
        await _app.AsAsync(Manager, x => x.ClaimAsync(second.Id, default));
        var planned = await _app.AsAsync(Manager, x => x.PlanDealAsync(first.Id, Meeting(_app, Seller2, 21, 12), default));

        var refusal = await Should.ThrowAsync<BusinessException>(() => _app.AsAsync(Manager, x => x.PlanDealAsync(second.Id, Meeting(_app, Seller2, 21, 13), default)));

        refusal.Code.ShouldBe(SaleAutoErrorCodes.Deals.SellerBusy);
        refusal.Values["DealNumber"].ShouldBe(planned.DealNumber);
        (await _app.LeadAsync(second.LeadId)).Status.ShouldBe(LeadStatus.InWork);
        var touching = Meeting(_app, Seller2, 21, 13) with { Time = new TimeOnly(13, 30) };
        (await _app.AsAsync(Manager, x => x.PlanDealAsync(second.Id, touching, default))).DealId.ShouldNotBeNull();
    }

    [Fact]
    public async Task Should_Never_Expect_A_Seller_At_Two_Places_At_Once()
    {
        var tasks = new List<CallTask>();
        for (var i = 0; i < 6; i++)
        {
            tasks.Add(await _app.AskAsync(NewPlate()));
            await _app.AsAsync(Manager, x => x.ClaimAsync(tasks[i].Id, default));
        }

        var outcomes = await Race.RunAsync(6, i => _app.RunAsync((ICallDeskAppService desk) => desk.PlanDealAsync(tasks[i].Id, Meeting(_app, Seller, 22, 10 + (i % 2)), default)));

        outcomes.Count(x => x.Failure is null).ShouldBe(1);
        outcomes.Where(x => x.Failure is not null).ShouldAllBe(x => x.Failure is BusinessException && ((BusinessException)x.Failure).Code == SaleAutoErrorCodes.Deals.SellerBusy);
    }

    [Fact]
    public async Task Should_Refuse_Meetings_In_The_Past_And_With_People_Who_Are_No_Sellers()
    {
        var task = await _app.AskAsync(NewPlate());
        await _app.AsAsync(Manager, x => x.ClaimAsync(task.Id, default));

        foreach (var (meeting, code) in new[]
        {
            (Meeting(_app, Seller, -1, 12), SaleAutoErrorCodes.Deals.InThePast),
            (Meeting(_app, Seller, 100, 12), SaleAutoErrorCodes.Deals.TooFarAhead),
            (Meeting(_app, Manager2, 5, 12), SaleAutoErrorCodes.Deals.NotASeller),
        })
        {
            (await Should.ThrowAsync<BusinessException>(() => _app.AsAsync(Manager, x => x.PlanDealAsync(task.Id, meeting, default)))).Code.ShouldBe(code);
        }
        await Should.ThrowAsync<InputValidationException>(() => _app.AsAsync(Manager, x => x.PlanDealAsync(task.Id, Meeting(_app, Seller, 5, 12) with { TimeZone = "Mars/Olympus" }, default)));
        (await _app.InDatabaseAsync(db => db.Set<Deal>().AnyAsync(x => x.LeadId == task.LeadId))).ShouldBeFalse();
    }

    [Fact]
    public async Task Should_Call_Again_By_Itself_Until_The_Threshold_And_Then_Ask_For_A_Decision()
    {
        var rules = new CallSettings();
        var task = await _app.AskAsync(NewPlate());
        var gaps = new List<int>();
        for (var i = 0; i < rules.MostAttempts; i++)
        {
            await _app.AsAsync(Manager, x => x.ClaimAsync(task.Id, default));
            await _app.AsAsync(Manager, x => x.FailAsync(task.Id, new FailCallInput { Outcome = CallOutcome.NoAnswer }, default));
            await _app.AsAsync(Manager, x => x.FailAsync(task.Id, new FailCallInput { Outcome = CallOutcome.NoAnswer }, default)); // a double click
            task = await _app.OpenTaskAsync(task.LeadId);
            gaps.Add((int)(task.DueAt - task.PromisedAt).TotalMinutes);
        }

        gaps[..4].ShouldBe(rules.RepeatMinutes);
        (task.Kind, task.ResponsibleId).ShouldBe((CallTaskKind.Decision, Manager));
        (await _app.LeadAsync(task.LeadId)).Status.ShouldBe(LeadStatus.Recall);

        await _app.AsAsync(Manager2, x => x.ClaimAsync(task.Id, default));
        var end = await _app.AsAsync(Manager2, x => x.GiveUpAsync(task.Id, new GiveUpCallInput { Reason = LeadCloseReason.Unreachable }, default));
        (end.LeadStatus, end.NextCallAt).ShouldBe((LeadStatus.Closed, null));
    }

    [Fact]
    public async Task Should_Call_When_The_Client_Asked_For()
    {
        var task = await _app.AskAsync(NewPlate());
        await _app.AsAsync(Manager, x => x.ClaimAsync(task.Id, default));
        var wished = _app.Clock.Now.AddDays(2);

        await Should.ThrowAsync<InputValidationException>(() =>
            _app.AsAsync(Manager, x => x.FailAsync(task.Id, new FailCallInput { Outcome = CallOutcome.Thinking, RepeatAt = _app.Clock.Now }, default)));
        var result = await _app.AsAsync(Manager, x => x.FailAsync(task.Id, new FailCallInput { Outcome = CallOutcome.Thinking, RepeatAt = wished, Note = "После зарплаты" }, default));

        (result.NextCallAt, result.NextCallKind).ShouldBe((wished, CallTaskKind.Repeat));
    }

    [Fact]
    public async Task Should_Close_The_Lead_When_A_Competitor_Was_Quicker()
    {
        var task = await _app.AskAsync(NewPlate());
        await _app.AsAsync(Manager, x => x.ClaimAsync(task.Id, default));

        var result = await _app.AsAsync(Manager, x => x.LoseAsync(task.Id, new CallNoteInput(), default));

        (result.LeadStatus, result.NextCallAt).ShouldBe((LeadStatus.Lost, null));
    }

    [Fact]
    public async Task Should_Call_Off_The_Meeting_When_The_Client_Sold_Elsewhere_Meanwhile()
    {
        var phone = NewPhone();
        var plate = NewPlate();
        var task = await _app.AskAsync(plate, phone: phone);
        await _app.AsAsync(Manager, x => x.ClaimAsync(task.Id, default));
        await _app.AsAsync(Manager, x => x.PlanDealAsync(task.Id, Meeting(_app, Seller, 23, 12), default));
        _app.User.StaffId = null;
        await _app.RunAsync(async (LeadCreation creation) => await creation.RequestCallAsync(phone)); // asks to be called although the meeting is planned
        var again = await _app.OpenTaskAsync(task.LeadId);
        await _app.AsAsync(Manager2, x => x.ClaimAsync(again.Id, default));

        var result = await _app.AsAsync(Manager2, x => x.LoseAsync(again.Id, new CallNoteInput(), default));

        result.LeadStatus.ShouldBe(LeadStatus.Lost);
        (await _app.InDatabaseAsync(db => db.Set<Deal>().SingleAsync(x => x.LeadId == task.LeadId))).Status.ShouldBe(DealStatus.RejectedByClient);
        (await _app.InDatabaseAsync(db => db.Set<CallTask>().Where(x => x.LeadId == task.LeadId).ToListAsync())).ShouldAllBe(x => !x.IsOpen);
    }

    [Fact]
    public async Task Should_Make_A_Purchase_Of_A_Call_Request_Before_A_Deal_Is_Planned()
    {
        var task = await _app.AskForCallAsync();
        await _app.AsAsync(Manager, x => x.ClaimAsync(task.Id, default));
        var plan = Meeting(_app, Seller, 24, 12);

        (await Should.ThrowAsync<BusinessException>(() => _app.AsAsync(Manager, x => x.PlanDealAsync(task.Id, plan, default)))).Code.ShouldBe(SaleAutoErrorCodes.Leads.PlateMissing);
        await _app.AsAsync(Manager, x => x.SaveScriptAsync(task.Id, new CallScriptInput { Plate = NewPlate(), MileageKm = 90_000 }, default));
        await _app.AsAsync(Manager, x => x.PlanDealAsync(task.Id, plan, default));

        var lead = await _app.LeadAsync(task.LeadId);
        (lead.Kind, lead.Status).ShouldBe((LeadKind.Buyout, LeadStatus.DealPlanned));
        lead.ClientId.ShouldNotBeNull();
        (await _app.InDatabaseAsync(db => db.Set<Valuation>().CountAsync(x => x.LeadId == lead.Id))).ShouldBe(1);
    }

    private Task ReleaseAsync(Guid staffId, Guid taskId) => _app.AsAsync(staffId, async x =>
    {
        await x.ReleaseAsync(taskId, default);
        return true;
    });
}

public sealed class CallDesk_OnSqlite_Tests(SqliteDatabase database) : CallDesk_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class CallDesk_OnPostgreSql_Tests(PostgreSqlDatabase database) : CallDesk_Tests(database), IClassFixture<PostgreSqlDatabase>;

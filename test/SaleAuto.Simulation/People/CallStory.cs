using SaleAuto.Calls;
using SaleAuto.Cars;
using SaleAuto.Deals;
using SaleAuto.Errors;
using SaleAuto.Leads;
using SaleAuto.Simulation.Records;

namespace SaleAuto.Simulation.People;

/// <summary>Calls of one request, by managers who are on time, late or forget them until they are reminded.</summary>
public sealed class CallStory(World world, ClientStory client, PlainLead lead)
{
    private DateTime? _dueAt;
    private bool _isFirst;
    private int _talks;

    private Random Chances => client.Chances;

    /// <summary>The client asked, or asks again: a call is promised, or the one that is due is hastened.</summary>
    public void AskedAgain(TimeSpan promise, bool isFirst)
    {
        var dueAt = world.Now + promise;
        if (_dueAt is null)
        {
            (_dueAt, _isFirst) = (dueAt, isFirst);
            PlanCall();
        }
        else if (dueAt < _dueAt)
        {
            _dueAt = dueAt;
        }
    }

    /// <summary>The meeting came to nothing: whoever planned it calls again.</summary>
    public void MeetingCameToNothing()
    {
        world.Leads.Rejected++;
        client.Nature = Chances.Next(10) switch
        {
            < 3 => ClientNature.Agrees,
            < 6 => ClientNature.Refuses,
            < 8 => ClientNature.SellsToCompetitor,
            _ => ClientNature.NeverAnswers,
        };
        if (_dueAt is null)
        {
            AskedAgain(TimeSpan.FromMinutes(15), isFirst: false);
        }
    }

    private void PlanCall()
    {
        var manager = Team.Managers[Chances.Next(100) switch { < 60 => 0, < 88 => 1, _ => 2 }];
        var delay = manager.Habit switch
        {
            Habit.OnTime => TimeSpan.FromSeconds(Chances.Next(40, 240)),
            Habit.Late => TimeSpan.FromMinutes(Chances.Next(6, 50)),
            _ => TimeSpan.FromMinutes(Chances.Next(60, 1200)),
        };
        var from = _isFirst || _dueAt < world.Now ? world.Now : _dueAt!.Value;
        world.Agenda.At(World.ByDay(from + delay), () => CallAsync(manager));
    }

    private async Task CallAsync(Employee manager)
    {
        var found = await world.Company.ByAsync(manager.Id, (ILeadSearchAppService x) => x.GetAsync(lead.Id, default));
        if (found.CallTaskId is not { } taskId)
        {
            _dueAt = null; // the car was bought, or the request closed, before anybody called
            return;
        }
        manager = await ClaimAsync(manager, taskId);
        if (Chances.Next(100) < 3)
        {
            await world.Company.ByAsync(manager.Id, (ICallDeskAppService x) => x.ReleaseAsync(taskId, default));
            world.Agenda.At(World.ByDay(world.Now.AddMinutes(20)), () => CallAsync(manager));
            return;
        }
        lead.WasCalled = true;
        lead.WasLate |= _isFirst && world.Now > _dueAt;
        world.Leads.Calls++;
        _talks++;
        _dueAt = null;
        await TalkAsync(manager, taskId, found.Status == LeadStatus.DealPlanned);
    }

    // Nobody cuts the power here: whether the call was late must not depend on who was quicker.
    private async Task<Employee> ClaimAsync(Employee manager, Guid taskId)
    {
        if (Chances.Next(100) >= 8)
        {
            await world.Company.ActAsync(manager.Id, (ICallDeskAppService x) => x.ClaimAsync(taskId, default));
            return manager;
        }
        var other = Team.Managers.First(x => x != manager);
        await world.RaceAsync(
            "claim of a call",
            () => world.Company.ActAsync(manager.Id, (ICallDeskAppService x) => x.ClaimAsync(taskId, default)),
            () => world.Company.ActAsync(other.Id, (ICallDeskAppService x) => x.ClaimAsync(taskId, default)));
        if (!(await world.Company.ActAsync(manager.Id, (ICallDeskAppService x) => x.GetAsync(taskId, default))).Call.IsMine)
        {
            // Whoever was quicker hands it over: the story of a seed does not depend on that.
            await world.Company.ActAsync(other.Id, async (ICallDeskAppService x) =>
            {
                await x.ReleaseAsync(taskId, default);
                return true;
            });
            await world.Company.ActAsync(manager.Id, (ICallDeskAppService x) => x.ClaimAsync(taskId, default));
        }
        return manager;
    }

    private async Task TalkAsync(Employee manager, Guid taskId, bool hasMeeting)
    {
        if (hasMeeting)
        {
            await AskAsync(manager, x => x.ConfirmDealAsync(taskId, new CallNoteInput(), default));
            return;
        }
        var isReached = client.Nature is not ClientNature.NeverAnswers && Chances.Next(100) >= 12;
        if (_talks > 10 || (!isReached && _talks > 6))
        {
            await GiveUpAsync(manager, taskId, LeadCloseReason.Unreachable);
            return;
        }
        if (!isReached)
        {
            await FailAsync(manager, taskId, Chances.Next(2) == 0 ? CallOutcome.NoAnswer : CallOutcome.Busy);
            return;
        }
        switch (client.Nature)
        {
            case ClientNature.Agrees:
                await AgreeAsync(manager, taskId);
                break;
            case ClientNature.Thinks:
                client.Nature = Chances.Next(3) > 0 ? ClientNature.Agrees : ClientNature.Refuses;
                await FailAsync(manager, taskId, CallOutcome.Thinking, Chances.Next(2) == 0 ? world.Now.AddHours(Chances.Next(2, 100)) : null);
                break;
            case ClientNature.Refuses when _talks < 3:
                await FailAsync(manager, taskId, CallOutcome.Refused);
                break;
            case ClientNature.Refuses:
                await GiveUpAsync(manager, taskId, LeadCloseReason.Refused);
                break;
            case ClientNature.SellsToCompetitor:
                await AskAsync(manager, x => x.LoseAsync(taskId, new CallNoteInput { Note = "Уже продал" }, default));
                lead.End = PlainLeadEnd.Lost;
                break;
            case ClientNature.WithdrawsConsent:
                await GiveUpAsync(manager, taskId, LeadCloseReason.ConsentWithdrawn);
                break;
            default:
                client.Nature = ClientNature.NeverAnswers;
                PlanNext(await AskAsync(manager, x => x.ReportWrongNumberAsync(taskId, new CallNoteInput(), default)));
                break;
        }
    }

    private async Task AgreeAsync(Employee manager, Guid taskId)
    {
        var named = Chances.Next(100) < 75 ? (decimal?)((Chances.Next(200, 1500) * 1000) + (Chances.Next(10) == 0 ? 0.37m : 0)) : null;
        var script = new CallScriptInput { ConditionsExplained = true, Plate = client.Plate, NamedPrice = named, MileageKm = Chances.Next(20, 250) * 1000, Condition = CarCondition.Good };
        await AskAsync(manager, x => x.SaveScriptAsync(taskId, script, default));
        var plan = await new MeetingChoice(world, Chances).FindAsync(manager);
        var result = await AskAsync(manager, x => x.PlanDealAsync(taskId, plan, default));
        lead.HadMeeting = true;
        new DealStory(world, lead, this, result.DealId!.Value, manager, plan).Begin();
    }

    private async Task FailAsync(Employee manager, Guid taskId, CallOutcome outcome, DateTime? repeatAt = null) =>
        PlanNext(await AskAsync(manager, x => x.FailAsync(taskId, new FailCallInput { Outcome = outcome, RepeatAt = repeatAt }, default)));

    private async Task GiveUpAsync(Employee manager, Guid taskId, LeadCloseReason reason)
    {
        await AskAsync(manager, x => x.GiveUpAsync(taskId, new GiveUpCallInput { Reason = reason }, default));
        lead.End = PlainLeadEnd.Closed;
    }

    private void PlanNext(CallResultDto result)
    {
        (_dueAt, _isFirst) = (result.NextCallAt ?? throw new InvalidOperationException($"No call follows the failed one of {result.LeadNumber}"), false);
        PlanCall();
    }

    private Task<T> AskAsync<T>(Employee manager, Func<ICallDeskAppService, Task<T>> press) => world.Company.ByAsync(manager.Id, press);
}

/// <summary>Finds a seller and a time with the client on the phone.</summary>
internal sealed class MeetingChoice(World world, Random chances)
{
    private const int Minutes = 90;

    public async Task<PlanDealInput> FindAsync(Employee manager, Guid? sellerId = null)
    {
        for (var inDays = chances.Next(1, 5); ; inDays++)
        {
            var date = World.DayOf(world.Now).AddDays(inDays);
            var days = await world.Company.ByAsync(manager.Id, (IDealAppService x) => x.GetSellerDaysAsync(new SellerDayInput { Date = date, Minutes = Minutes }, default));
            var free = days.Sellers.Where(x => sellerId is null || x.SellerId == sellerId).SelectMany(x => x.Free.Select(f => (x.SellerId, f.From, f.To))).OrderBy(x => x.SellerId).ThenBy(x => x.From).ToList();
            if (free.Count > 0)
            {
                var (seller, from, to) = free[chances.Next(free.Count)];
                var spare = (int)(to - from).TotalMinutes - Minutes;
                return new PlanDealInput
                {
                    Date = date,
                    Time = from.AddMinutes(spare <= 0 ? 0 : chances.Next(spare / 30 + 1) * 30),
                    Minutes = Minutes,
                    SellerId = seller,
                    Address = "г. Москва, ул. Лесная, д. 5",
                };
            }
        }
    }
}

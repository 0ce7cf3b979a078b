using SaleAuto.Deals;
using SaleAuto.Errors;
using SaleAuto.Simulation.Records;

namespace SaleAuto.Simulation.People;

/// <summary>A planned meeting up to its beginning: it is accepted or forgotten, moved, called off, or given to another seller. What happens at the place is in <see cref="PurchaseStory"/>.</summary>
public sealed class DealStory(World world, PlainLead lead, CallStory calls, Guid dealId, Employee manager, PlanDealInput plan)
{
    private static readonly DealReasonInput _ill = new() { Reason = "Заболел" };

    private readonly Random _chances = world.NewChances();
    private Employee _seller = Team.Seller(plan.SellerId!.Value);
    private PlanDealInput _plan = plan;
    private int _plans; // what was planned for an earlier time or another seller does not happen

    private DateTime StartsAt => _plan.Date!.Value.ToDateTime(_plan.Time!.Value, DateTimeKind.Utc).AddHours(-3);

    /// <summary>Plans what happens to it.</summary>
    public void Begin()
    {
        Expect();
        var until = StartsAt.AddMinutes(-30) - world.Now;
        var at = World.ByDay(world.Now + (until * _chances.NextDouble()));
        if (at >= StartsAt)
        {
            return;
        }
        switch (_chances.Next(100))
        {
            case < 9:
                world.Agenda.At(at, AskForAnotherAsync);
                break;
            case < 15:
                world.Agenda.At(at, CancelAsync);
                break;
            case < 22:
                world.Agenda.At(at, MoveAsync);
                break;
        }
    }

    /// <summary>It came to nothing.</summary>
    public void CameToNothing()
    {
        _plans++;
        calls.MeetingCameToNothing();
    }

    // The seller accepts, perhaps, and comes, sometimes late.
    private void Expect()
    {
        var current = ++_plans;
        if (_seller.Habit != Habit.Forgetful || _chances.Next(3) > 0)
        {
            var accepts = World.ByDay(world.Now.AddMinutes(_seller.Habit == Habit.OnTime ? _chances.Next(2, 40) : _chances.Next(20, 900)));
            if (accepts < StartsAt)
            {
                world.Agenda.At(accepts, () => WhenCurrent(current, () => PressAsync(x => x.AcceptAsync(dealId, default))));
            }
        }
        var late = _seller.Habit switch
        {
            Habit.OnTime => TimeSpan.FromMinutes(_chances.Next(-5, 5)),
            Habit.Late => TimeSpan.FromMinutes(_chances.Next(10, 90)),
            _ => TimeSpan.FromMinutes(_chances.Next(0, 700)),
        };
        world.Agenda.At(World.ByDay(StartsAt + late), () => WhenCurrent(current, () => new PurchaseStory(world, lead, this, dealId, _seller, manager.Id).ArriveAsync()));
    }

    private Task WhenCurrent(int plans, Func<Task> happens) => plans == _plans ? happens() : Task.CompletedTask;

    private async Task CancelAsync()
    {
        if (await World.TryAsync(
            () => world.Company.ByAsync(manager.Id, (IDealAppService x) => x.CancelAsync(dealId, new CancelDealInput { Reason = "Клиент передумал" }, default)),
            SaleAutoErrorCodes.Deals.WrongStatus) is null)
        {
            CameToNothing();
        }
    }

    private async Task MoveAsync()
    {
        var plan = await new MeetingChoice(world, _chances).FindAsync(manager, _seller.Id);
        if (await World.TryAsync(
            () => world.Company.ByAsync(manager.Id, (IDealAppService x) => x.RescheduleAsync(dealId, plan, default)), SaleAutoErrorCodes.Deals.WrongStatus) is null)
        {
            _plan = plan;
            Expect();
        }
    }

    private async Task AskForAnotherAsync()
    {
        Guid request = default;
        var refusal = await World.TryAsync(
            async () => request = await world.Company.ByAsync(_seller.Id, (ISellerDealAppService x) => x.RequestReassignmentAsync(dealId, _ill, default)), SaleAutoErrorCodes.Deals.WrongStatus);
        if (refusal is not null)
        {
            return;
        }
        var current = ++_plans; // whoever is ill does not come
        var answers = World.ByDay(world.Now.AddMinutes(_chances.Next(5, 240)));
        world.Agenda.At(answers < StartsAt ? answers : world.Now, () => WhenCurrent(current, () => AnswerAsync(request)));
    }

    private async Task AnswerAsync(Guid request)
    {
        foreach (var colleague in Team.Sellers.Where(x => x != _seller).OrderBy(_ => _chances.Next()).ToList())
        {
            if (_chances.Next(4) == 0)
            {
                continue; // does not want to
            }
            var refusal = _chances.Next(2) == 0
                ? await World.TryAsync(() => world.Company.ByAsync(colleague.Id, (IReassignmentAppService x) => x.AcceptAsync(request, default)), SaleAutoErrorCodes.Deals.SellerBusy)
                : await World.TryAsync(
                    () => world.Company.ByAsync(manager.Id, (IDealAppService x) => x.ReassignAsync(dealId, new ReassignDealInput { SellerId = colleague.Id, Reason = "Ближе" }, default)),
                    SaleAutoErrorCodes.Deals.SellerBusy);
            if (refusal is null)
            {
                _seller = colleague;
                Expect();
                return;
            }
        }
        await NobodyComesAsync();
    }

    // The others were asked in vain: the seller refuses once the owners know of it, or comes after all.
    private async Task NobodyComesAsync()
    {
        await world.Company.WorkAsync();
        if (_chances.Next(2) == 0
            && await World.TryAsync(() => PressAsync(x => x.RejectBySellerAsync(dealId, _ill, default)), SaleAutoErrorCodes.Deals.AskOthersFirst) is null)
        {
            CameToNothing();
            return;
        }
        await PressAsync(x => x.WithdrawReassignmentAsync(dealId, default));
        Expect();
    }

    private Task PressAsync(Func<ISellerDealAppService, Task> press) => world.Company.ByAsync(_seller.Id, press);
}

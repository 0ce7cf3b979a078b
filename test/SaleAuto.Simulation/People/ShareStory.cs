using Microsoft.EntityFrameworkCore;
using SaleAuto.Accounting.Distributions;
using SaleAuto.Errors;
using SaleAuto.Expenses;
using SaleAuto.LowCode;

namespace SaleAuto.Simulation.People;

/// <summary>The profit of a sold car: an owner approves how it is shared out, and takes it back now and then.</summary>
public sealed class ShareStory(World world, Guid carId, Guid managerId, Employee seller)
{
    private readonly Random _chances = world.NewChances();
    private DateOnly _soldOn;
    private bool _isPlanned;
    private bool _isSold;

    /// <summary>The whole money of the sale came.</summary>
    public void IsSold()
    {
        (_isSold, _soldOn) = (true, World.DayOf(world.Now));
        PlanApproval();
    }

    /// <summary>What was shared out was too early.</summary>
    public async Task TakeBackAsync()
    {
        var id = await FindAsync(DistributionStatus.Approved);
        await world.Company.RunAsync(Team.Owners[0].Id, "distributions", "Reverse", id, new { reason = "Автомобиль вернули" });
        world.Books.Unshared(carId);
        PlanApproval();
    }

    /// <summary>There is no profit any more.</summary>
    public void SaleIsTakenBack() => _isSold = false;

    /// <summary>Late bills change the profit: what was shared out is taken back.</summary>
    public void CarIsReopened() => world.Books.Unshared(carId);

    /// <summary>The late bills are in.</summary>
    public void CarIsShut() => PlanApproval();

    private void PlanApproval()
    {
        if (!_isPlanned)
        {
            _isPlanned = true;
            world.Agenda.UntilEnd(world.InDays(_chances, 0.1, 3), ApproveAsync);
        }
    }

    private async Task ApproveAsync()
    {
        _isPlanned = false;
        if (!_isSold)
        {
            return;
        }
        var id = await FindAsync(DistributionStatus.Computed);
        if (await World.TryAsync(() => EnsureDecidedAsync(id), SaleAutoErrorCodes.Distributions.ExpensesWait) is not null)
        {
            PlanApproval(); // once somebody has decided on the bills
            return;
        }
        if (_chances.Next(5) == 0)
        {
            await world.RaceAsync("a profit shared out", () => ApproveOnceAsync(Team.Owners[0], id), () => ApproveOnceAsync(Team.Owners[1], id));
        }
        else
        {
            await world.Company.RunAsync(Team.Owners[_chances.Next(2)].Id, "distributions", "Approve", id);
        }
        world.Books.Shared(id, carId, world.PolicyOf(_soldOn).Share(world.Books.ProfitOf(carId), managerId, seller.Id));
        if (_chances.Next(100) < 6)
        {
            world.Agenda.UntilEnd(world.InDays(_chances, 0.1, 14), () => ReverseAsync(id));
        }
    }

    // Nothing is shared out while a bill waits for a decision: the program says so itself.
    private async Task EnsureDecidedAsync(Guid id)
    {
        if (await world.Company.LookAsync(db => db.Set<Expense>().AnyAsync(x => x.CarId == carId && x.Status == ExpenseStatus.AwaitingApproval)))
        {
            await world.Company.RunAsync(Team.Owners[0].Id, "distributions", "Approve", id);
            throw new InvalidOperationException("A profit was shared out while a bill waited");
        }
    }

    private Task<Guid> FindAsync(DistributionStatus status) =>
        world.Company.LookAsync(db => db.Set<Distribution>().Where(x => x.CarId == carId && x.Status == status).Select(x => x.Id).SingleAsync());

    private Task ApproveOnceAsync(Employee owner, Guid id) => world.Company.RunOnceAsync(owner.Id, "distributions", "Approve", id);

    private async Task ReverseAsync(Guid id)
    {
        var refusal = await World.TryAsync(
            () => world.Company.RunAsync(Team.Owners[0].Id, "distributions", "Reverse", id, new { reason = "Не тот менеджер" }),
            SaleAutoErrorCodes.Distributions.WrongStatus, LowCodeErrorCodes.ActionNotOpen);
        if (refusal is null)
        {
            world.Books.Unshared(carId);
            PlanApproval();
        }
    }
}

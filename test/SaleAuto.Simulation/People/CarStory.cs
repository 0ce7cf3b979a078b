using SaleAuto.Cars;
using SaleAuto.Errors;
using SaleAuto.LowCode;

namespace SaleAuto.Simulation.People;

/// <summary>A car of ours: repaired, offered, sold, or given up; some bills come when it is gone. Its sale is in <see cref="SaleStory"/>, its bills are in <see cref="ExpenseStory"/>.</summary>
public sealed class CarStory(World world, Guid carId, Employee seller, Guid managerId)
{
    private readonly Random _chances = world.NewChances();
    private readonly ShareStory _share = new(world, carId, managerId, seller);

    public Guid Id => carId;

    public Employee Seller => seller;

    /// <summary>Plans what happens to it.</summary>
    public void Begin() => world.Agenda.UntilEnd(InDays(0, 2), RestoreAsync);

    private async Task RestoreAsync()
    {
        if (_chances.Next(5) > 0)
        {
            await world.Company.RunAsync(seller.Id, "cars", "SendToRestoration", carId);
        }
        for (var bills = _chances.Next(6); bills > 0; bills--)
        {
            var expense = new ExpenseStory(world, this);
            world.Agenda.UntilEnd(InDays(0, 10), expense.SpendAsync);
        }
        if (_chances.Next(100) < 3)
        {
            world.Agenda.UntilEnd(InDays(2, 20), GiveUpAsync);
            return;
        }
        world.Agenda.UntilEnd(InDays(1, 12), FinishAsync);
    }

    private async Task FinishAsync()
    {
        await world.Company.ByAsync(seller.Id, (ISellerCarAppService x) => x.FinishRestorationAsync(carId, default));
        if (_chances.Next(5) > 0)
        {
            var asking = decimal.Round(Math.Max(60_000, world.Books.CostOf(carId)) * 1.25m);
            await world.Company.ByAsync(seller.Id, (ISellerCarAppService x) => x.PutOnSaleAsync(carId, asking, default));
        }
        OfferAgain();
    }

    /// <summary>The next buyer comes.</summary>
    public void OfferAgain() => world.Agenda.UntilEnd(InDays(0, 20), new SaleStory(world, this).ComeAsync);

    /// <summary>It is sold: late bills may come, and the buyer may bring it back.</summary>
    public void IsSold(Guid resaleId)
    {
        _share.IsSold();
        if (_chances.Next(100) < 6)
        {
            world.Agenda.UntilEnd(InDays(1, 20), () => TakeBackAsync(resaleId));
        }
        if (_chances.Next(100) < 8)
        {
            world.Agenda.UntilEnd(InDays(1, 30), BillAfterSaleAsync);
        }
    }

    private async Task BillAfterSaleAsync()
    {
        if (!world.Books.HasLeft(carId))
        {
            return; // it was brought back
        }
        var expense = new ExpenseStory(world, this);
        if (await expense.TrySpendAsync() is not SaleAutoErrorCodes.Expenses.CarIsSold)
        {
            throw new InvalidOperationException("A sold car took a bill");
        }
        var owner = Team.Owners[_chances.Next(2)].Id;
        if (await World.TryAsync(() => world.Company.RunAsync(owner, "cars", "Reopen", carId, new { reason = "Счёт пришёл позже" }), LowCodeErrorCodes.ActionNotOpen) is null)
        {
            _share.CarIsReopened();
            await expense.TrySpendAsync();
            await world.Company.RunAsync(owner, "cars", "Shut", carId);
            _share.CarIsShut();
        }
    }

    // What was shared out of the profit is taken back first; a buyer whose money is gone keeps the car.
    private async Task TakeBackAsync(Guid resaleId)
    {
        var refusal = await TryTakeBackAsync(resaleId);
        if (refusal == SaleAutoErrorCodes.Distributions.TakeBackFirst)
        {
            await _share.TakeBackAsync();
            refusal = await TryTakeBackAsync(resaleId);
        }
        if (refusal is null)
        {
            world.Books.TakenBack(resaleId);
            _share.SaleIsTakenBack();
            OfferAgain();
        }
    }

    private Task<string?> TryTakeBackAsync(Guid resaleId) => World.TryAsync(
        () => world.Company.RunAsync(Team.Owners[_chances.Next(2)].Id, "resales", "TakeBack", resaleId, new { reason = "Покупатель вернул автомобиль" }),
        SaleAutoErrorCodes.Distributions.TakeBackFirst, SaleAutoErrorCodes.Accounting.NotEnoughMoney);

    private async Task GiveUpAsync()
    {
        await world.Company.RunAsync(Team.Owners[0].Id, "cars", "WriteOff", carId, new { reason = "Сгорела" });
        world.Books.GivenUp(carId);
    }

    private DateTime InDays(int from, int to) => world.InDays(_chances, from, to);
}

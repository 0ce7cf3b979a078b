using SaleAuto.Accounting;
using SaleAuto.Cars;
using SaleAuto.Errors;
using SaleAuto.Expenses;
using SaleAuto.LowCode;

namespace SaleAuto.Simulation.People;

/// <summary>A bill: paid by the seller or from the safe, small or so large that an owner decides, corrected when somebody misread it, taken back when it was none of ours.</summary>
public sealed class ExpenseStory(World world, CarStory car)
{
    private const decimal Limit = 50_000;

    private readonly Random _chances = world.NewChances();
    private Guid _id;
    private Guid? _personId = car.Seller.Id;
    private Guid? _placeId;
    private decimal _amount;

    /// <summary>Money is spent, unless the car is gone by then.</summary>
    public async Task SpendAsync()
    {
        if (await TrySpendAsync() is null)
        {
            PlanMistakes();
        }
    }

    /// <summary>Money is spent.</summary>
    /// <returns>The code of the refusal, or null.</returns>
    public async Task<string?> TrySpendAsync()
    {
        _amount = _chances.Next(100) switch
        {
            < 10 => _chances.Next(5_000_001, 15_000_000) / 100m,
            < 12 => Limit,
            _ => _chances.Next(1, 2_500_000) / 100m,
        };
        return await World.TryAsync(_chances.Next(12) == 0 ? SpendFromTheSafeAsync : SpendOwnAsync, SaleAutoErrorCodes.Expenses.CarIsSold);
    }

    private async Task SpendOwnAsync()
    {
        (_personId, _placeId) = (car.Seller.Id, null); // a refused bill from the safe may come again as the seller's
        var input = new AddExpenseInput
        {
            Amount = _amount,
            Category = (ExpenseCategory)_chances.Next(9),
            SpentOn = World.DayOf(world.Now).AddDays(-_chances.Next(4)),
            EvidenceFileId = await world.PhotographAsync(car.Seller.Id),
            Key = $"{car.Id:N}:{_chances.Next():x}",
        };
        if (_chances.Next(20) == 0) // the same message twice at once
        {
            await world.Company.AtOnceAsync(() => AddAsync(input), () => AddAsync(input));
        }
        var added = await world.Company.ByAsync(car.Seller.Id, (ISellerCarAppService x) => x.AddExpenseAsync(car.Id, input, default));
        _id = added.ExpenseId;
        Entered(Limit);
    }

    private Task AddAsync(AddExpenseInput input) => world.Company.ActAsync(car.Seller.Id, (ISellerCarAppService x) => x.AddExpenseAsync(car.Id, input, default));

    // An owner decides alone on any sum.
    private async Task SpendFromTheSafeAsync()
    {
        var owner = Team.Owners[_chances.Next(2)].Id;
        if (await World.TryAsync(() => EnterBillAsync(owner), SaleAutoErrorCodes.Accounting.NotEnoughMoney) is not null)
        {
            await SpendOwnAsync(); // the safe is empty: the seller pays
            return;
        }
        (_personId, _placeId) = (null, CashPlace.SafeId);
        Entered(decimal.MaxValue);
    }

    private async Task EnterBillAsync(Guid owner) => _id = await world.Company.CreateAsync(owner, "expenses", new
    {
        carId = car.Id,
        category = nameof(ExpenseCategory.Parts),
        amount = _amount,
        spentOn = World.DayOf(world.Now),
        paidFromId = CashPlace.SafeId,
        evidenceFileId = await world.PhotographAsync(owner),
    });

    private void Entered(decimal limit)
    {
        if (_amount <= limit)
        {
            Counts(_amount);
            return;
        }
        Counts(null);
        world.Agenda.UntilEnd(world.InDays(_chances, 0, 2), DecideAsync);
    }

    private async Task DecideAsync()
    {
        var owner = Team.Owners[_chances.Next(2)].Id;
        if (_chances.Next(100) < 25)
        {
            await RejectAsync(owner);
            return;
        }
        var refusal = await World.TryAsync(
            () => _chances.Next(4) == 0 ? ApproveTwiceAsync() : world.Company.RunAsync(owner, "expenses", "Approve", _id),
            SaleAutoErrorCodes.Expenses.CarIsSold, LowCodeErrorCodes.ActionNotOpen);
        if (refusal is null)
        {
            Counts(_amount);
        }
        else if (refusal == SaleAutoErrorCodes.Expenses.CarIsSold)
        {
            await RejectAsync(owner);
        }
    }

    private async Task ApproveTwiceAsync()
    {
        world.Races++;
        var through = await world.Company.AtOnceAsync([.. Team.Owners.Select(x => (Func<Task>)(() => world.Company.RunOnceAsync(x.Id, "expenses", "Approve", _id)))]);
        if (through == 0)
        {
            throw new BusinessException(SaleAutoErrorCodes.Expenses.CarIsSold); // both heard the same
        }
        if (through > 1)
        {
            world.BrokenRaces.Add($"expense {_id} was approved twice");
        }
    }

    private Task RejectAsync(Guid owner) => World.TryAsync(
        () => world.Company.RunAsync(owner, "expenses", "Reject", _id, new { reason = "Дорого" }), SaleAutoErrorCodes.Expenses.WrongStatus, LowCodeErrorCodes.ActionNotOpen);

    private void PlanMistakes()
    {
        var at = world.InDays(_chances, 0.1, 10);
        switch (_chances.Next(100))
        {
            case < 9 when _placeId is null:
                world.Agenda.UntilEnd(at, CorrectAsync);
                break;
            case < 14:
                world.Agenda.UntilEnd(at, ReverseAsync);
                break;
        }
    }

    private async Task CorrectAsync()
    {
        var amount = _chances.Next(10) == 0 ? _amount + Limit : _amount + (_chances.Next(1, 100_000) / 100m);
        var refusal = await World.TryAsync(
            () => world.Company.UpdateAsync(car.Seller.Id, "expenses", _id, new { amount }),
            SaleAutoErrorCodes.Expenses.CarIsSold, SaleAutoErrorCodes.Expenses.WrongStatus, SaleAutoErrorCodes.Accounting.PeriodIsClosed);
        if (refusal is null)
        {
            _amount = amount;
            Entered(Limit);
        }
        else if (refusal == SaleAutoErrorCodes.Accounting.PeriodIsClosed)
        {
            await ReverseAsync();
        }
    }

    private async Task ReverseAsync()
    {
        if (await World.TryAsync(
            () => world.Company.RunAsync(Team.Owners[0].Id, "expenses", "Reverse", _id, new { reason = "Чек не наш" }),
            SaleAutoErrorCodes.Expenses.CarIsSold, SaleAutoErrorCodes.Expenses.WrongStatus, LowCodeErrorCodes.ActionNotOpen) is null)
        {
            Counts(null);
        }
    }

    private void Counts(decimal? amount) => world.Books.Spent(_id, car.Id, _personId, _placeId, amount);
}

using Microsoft.EntityFrameworkCore;
using SaleAuto.Accounting;
using SaleAuto.Cars;
using SaleAuto.Errors;
using SaleAuto.Resales;

namespace SaleAuto.Simulation.People;

/// <summary>A buyer: pays the whole price, or a deposit and the rest in parts, bargains, or withdraws.</summary>
public sealed class SaleStory(World world, CarStory car)
{
    private readonly Random _chances = world.NewChances();
    private Guid _resaleId;
    private decimal _price;
    private decimal _paid;

    /// <summary>The buyer comes.</summary>
    public async Task ComeAsync()
    {
        var cost = Math.Max(40_000, world.Books.CostOf(car.Id));
        _price = decimal.Round(cost * (0.88m + ((decimal)_chances.NextDouble() * 0.45m)), 2);
        if (_chances.Next(100) < 50)
        {
            await SellAtOnceAsync();
            return;
        }
        _resaleId = await world.Company.CreateAsync(car.Seller.Id, "resales", new { carId = car.Id, amount = _price, method = nameof(ReceiptMethod.Cash) });
        if (_chances.Next(2) == 0)
        {
            await world.Company.RunAsync(car.Seller.Id, "resales", "AwaitPayment", _resaleId);
        }
        world.Agenda.UntilEnd(Later(), GoOnAsync);
    }

    private async Task SellAtOnceAsync()
    {
        var method = (ReceiptMethod)_chances.Next(4);
        var input = new RecordResaleInput { Amount = _price, Method = method };
        await world.Company.ByAsync(car.Seller.Id, (ISellerCarAppService x) => x.RecordResaleAsync(car.Id, input, default));
        _resaleId = await world.Company.LookAsync(db => db.Set<Resale>().Where(x => x.CarId == car.Id && x.Status == ResaleStatus.Received).Select(x => x.Id).SingleAsync());
        Received(_price, method, null);
        IsSold();
    }

    private async Task GoOnAsync()
    {
        switch (_chances.Next(100))
        {
            case < 15:
                await WithdrawAsync();
                return;
            case < 30 when _price - 1_000 > _paid:
                _price = decimal.Round(_price - ((_price - _paid) * 0.03m), 2);
                await world.Company.UpdateAsync(car.Seller.Id, "resales", _resaleId, new { amount = _price });
                world.Agenda.UntilEnd(Later(), GoOnAsync);
                return;
            case < 60 when _price - _paid > 20_000:
                await ReceiveAsync(decimal.Round((_price - _paid) * (decimal)(0.1 + (_chances.NextDouble() * 0.6)), 2));
                world.Agenda.UntilEnd(Later(), GoOnAsync);
                return;
            default:
                await ReceiveAsync(_price - _paid);
                IsSold();
                return;
        }
    }

    private async Task ReceiveAsync(decimal amount)
    {
        var method = (ReceiptMethod)_chances.Next(4);
        var (who, placeId) = _chances.Next(8) == 0 ? (Team.Owners[0].Id, CashPlace.SafeId) : (car.Seller.Id, (Guid?)null);
        object input = placeId is null ? new { amount, method = method.ToString() } : new { amount, method = method.ToString(), placeId };
        if (amount == _price - _paid && _chances.Next(6) == 0)
        {
            await world.RaceAsync("last money of a sale", () => world.Company.RunOnceAsync(who, "resales", "Receive", _resaleId, input), () => world.Company.RunOnceAsync(who, "resales", "Receive", _resaleId, input));
        }
        else
        {
            await world.Company.RunAsync(who, "resales", "Receive", _resaleId, input);
        }
        Received(amount, method, placeId);
    }

    private async Task WithdrawAsync()
    {
        var keepsDeposit = _paid > 0 && _chances.Next(2) == 0;
        if (await World.TryAsync(
            () => world.Company.RunAsync(car.Seller.Id, "resales", "Cancel", _resaleId, new { keepsDeposit }), SaleAutoErrorCodes.Accounting.NotEnoughMoney) is not null)
        {
            world.Agenda.UntilEnd(Later(), GoOnAsync); // the deposit cannot be given back today
            return;
        }
        world.Books.Cancelled(_resaleId, keepsDeposit);
        car.OfferAgain();
    }

    private void Received(decimal amount, ReceiptMethod method, Guid? placeId)
    {
        _paid += amount;
        placeId ??= method == ReceiptMethod.Cash ? null : CashPlace.BankId;
        world.Books.Received(_resaleId, car.Id, placeId is null ? car.Seller.Id : null, placeId, amount);
    }

    private void IsSold()
    {
        world.Books.SoldFully(_resaleId);
        car.IsSold(_resaleId);
    }

    private DateTime Later() => world.InDays(_chances, 0.1, 4);
}

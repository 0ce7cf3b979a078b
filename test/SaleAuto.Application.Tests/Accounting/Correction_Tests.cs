using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Accounting.Checks;
using SaleAuto.Accounting.Distributions;
using SaleAuto.Calls;
using SaleAuto.Cars;
using SaleAuto.Deals;
using SaleAuto.Errors;
using SaleAuto.LowCode;
using SaleAuto.Resales;
using static SaleAuto.Accounting.CorrectionWorld;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Accounting;

public abstract class Correction_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database, services => services.AddScoped<LeadCreation>());

    public Task InitializeAsync() => _app.TakeDemoAsync();

    // Whatever was corrected: the documents and the books say the same.
    public async Task DisposeAsync()
    {
        (await _app.RunAsync((ILedgerCheckQuery query) => query.ProveAsync(default))).Where(x => x.Broken > 0).Select(x => x.Proof).ShouldBeEmpty();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Should_Correct_A_Purchase_Price_That_Was_Typed_Wrong()
    {
        var safe = await _app.NewSafeAsync(500_000);
        var car = await _app.StockAsync(Seller, 600_000);

        await _app.CorrectPurchaseAsync(car, 460_000.50m, safe);
        await _app.CorrectPurchaseAsync(car, 460_000.50m, safe); // a double press

        (await _app.EntriesAsync(LedgerDocumentType.Car, car)).ShouldBe(["IntoStock Stock<Capital 600000", "-IntoStock Capital<Stock 600000", "IntoStock Stock<CashPlace 460000.5"]);
        (await _app.BalanceAsync(LedgerAccountRef.Stock(car)), await _app.BalanceAsync(LedgerAccountRef.CashPlace(safe))).ShouldBe((460_000.50m, 39_999.50m));
        var reversal = await _app.InDatabaseAsync(db => db.Set<LedgerEntry>().SingleAsync(x => x.DocumentId == car && x.ReversesId != null));
        (reversal.Reason, reversal.ActorId).ShouldBe((Why, Owner));
        (await RefusalAsync(() => _app.CorrectPurchaseAsync(car, 500_000.01m, safe))).ShouldBe(SaleAutoErrorCodes.Accounting.NotEnoughMoney);
        (await _app.CarAsync(car)).BuyoutPrice.ShouldBe(460_000.50m);
        await _app.CorrectPurchaseAsync(car, 400_000, null);
        (await _app.BalanceAsync(LedgerAccountRef.CashPlace(safe))).ShouldBe(500_000);
    }

    [Fact]
    public async Task Should_Let_The_Profit_Follow_A_Corrected_Price_Once_Nobody_Has_A_Share()
    {
        var car = await _app.SellAsync(Seller, 600_000, 0, 700_000);
        await _app.CorrectPurchaseAsync(car, 650_000, null);
        (await _app.LiveAsync(car)).Profit.ShouldBe(50_000);

        await _app.ApproveAsync(car);
        (await RefusalAsync(() => _app.CorrectPurchaseAsync(car, 640_000, null))).ShouldBe(SaleAutoErrorCodes.Distributions.TakeBackFirst);
        (await _app.CarAsync(car)).BuyoutPrice.ShouldBe(650_000);
        await _app.ReverseAsync(car, "Неверная цена");
        await _app.CorrectPurchaseAsync(car, 640_000, null);
        await _app.ApproveAsync(car);

        (await _app.BalanceAsync(LedgerAccountRef.CarProfit(car)), await _app.BalanceAsync(LedgerAccountRef.Stock(car))).ShouldBe((0, 0));
        (await _app.LiveAsync(car)).Lines.Sum(x => x.Amount).ShouldBe(60_000);
    }

    [Fact]
    public async Task Should_Let_The_Loss_Of_A_Car_That_Was_Given_Up_Follow_Its_Price()
    {
        var car = await _app.StockAsync(Seller, 600_000);
        await _app.PressAsync(Owner, "cars", "WriteOff", car, new { reason = "Сгорела" });

        await _app.CorrectPurchaseAsync(car, 610_000, null);

        (await _app.BalanceAsync(LedgerAccountRef.CarProfit(car)), await _app.BalanceAsync(LedgerAccountRef.Stock(car))).ShouldBe((610_000, 0));
    }

    [Fact]
    public async Task Should_Correct_The_Payment_Of_A_Deal_Together_With_Its_Car()
    {
        var safe = await _app.NewSafeAsync(0);
        var held = await _app.BalanceAsync(LedgerAccountRef.Advance(Seller));
        var deal = await _app.PaidDealAsync();
        await _app.CorrectPaymentAsync(deal, 990_000, PaymentMethod.Cash, null); // the car is not in stock yet
        (await _app.BalanceAsync(LedgerAccountRef.DealPayments(deal)), await _app.BalanceAsync(LedgerAccountRef.Advance(Seller))).ShouldBe((990_000, held - 990_000));
        await _app.ByAsync(Seller, x => x.CompleteAsync(deal, default));
        var car = await _app.InDatabaseAsync(db => db.Set<Car>().Where(x => x.DealId == deal).Select(x => x.Id).SingleAsync());

        (await RefusalAsync(() => _app.CorrectPaymentAsync(deal, 950_000, PaymentMethod.BankTransfer, safe))).ShouldBe(SaleAutoErrorCodes.Accounting.NotEnoughMoney);
        await _app.MoveAsync(Owner, CashOperationKind.Contribution, 950_000, placeId: safe);
        await _app.CorrectPaymentAsync(deal, 950_000, PaymentMethod.BankTransfer, safe);
        await _app.CorrectPaymentAsync(deal, 950_000, PaymentMethod.BankTransfer, safe); // a double press

        var seen = await _app.DealAsync(deal);
        (seen.AgreedPrice, seen.PaidAmount, seen.PaymentMethod, seen.PaymentPlaceId, seen.Status).ShouldBe((950_000m, 950_000m, PaymentMethod.BankTransfer, safe, DealStatus.Completed));
        (await _app.CarAsync(car)).BuyoutPrice.ShouldBe(950_000);
        (await _app.BalanceAsync(LedgerAccountRef.DealPayments(deal)), await _app.BalanceAsync(LedgerAccountRef.Stock(car))).ShouldBe((0, 950_000));
        (await _app.BalanceAsync(LedgerAccountRef.Advance(Seller)), await _app.BalanceAsync(LedgerAccountRef.CashPlace(safe))).ShouldBe((held, 0));
        (await _app.EntriesAsync(LedgerDocumentType.Deal, deal)).ShouldBe([
            "Buyout DealPayments<Advance 1000000", "-Buyout Advance<DealPayments 1000000", "Buyout DealPayments<Advance 990000",
            "-Buyout Advance<DealPayments 990000", "Buyout DealPayments<CashPlace 950000",
        ]);
        (await RefusalAsync(() => _app.CorrectPurchaseAsync(car, 1, null))).ShouldBe(LowCodeErrorCodes.ActionNotOpen); // what was paid stands on the deal
    }

    [Fact]
    public async Task Should_Take_A_Finished_Sale_Back_And_Let_The_Car_Be_Sold_Again()
    {
        var held = await _app.BalanceAsync(LedgerAccountRef.Advance(Seller));
        var car = await _app.StockAsync(Seller, 600_000);
        var resale = await _app.OfferAsync(Seller, car, 700_000);
        await _app.ReceiveAsync(Seller, resale, 100_000);
        await _app.ReceiveAsync(Seller, resale, 600_000);
        var waiting = await _app.LiveAsync(car);

        var presses = await Race.RunAsync(4, _ => _app.TakeBackAsync(resale));

        presses.Count(x => x.Failure is null).ShouldBe(1);
        presses.Select(x => x.Failure).OfType<Exception>().ShouldAllBe(x => x is BusinessException);
        var back = await _app.CarAsync(car);
        (back.Status, back.LeftAt).ShouldBe((CarStatus.Ready, null));
        (await _app.ResaleStatusAsync(car)).ShouldBe(ResaleStatus.Cancelled);
        (await _app.DistributionsAsync(car)).Select(x => (x.Id, x.Status, x.ReversalReason, x.ReversedById)).ShouldBe([(waiting.Id, DistributionStatus.Reversed, Why, Owner)]);
        (await _app.BalanceAsync(LedgerAccountRef.Advance(Seller)), await _app.BalanceAsync(LedgerAccountRef.Deposits(resale))).ShouldBe((held, 0));
        (await _app.BalanceAsync(LedgerAccountRef.CarProfit(car)), await _app.BalanceAsync(LedgerAccountRef.Stock(car))).ShouldBe((0, 600_000));
        var reversals = await _app.InDatabaseAsync(db => db.Set<LedgerEntry>().Where(x => x.DocumentId == resale && x.ReversesId != null).ToListAsync());
        reversals.Count.ShouldBe(4); // two receipts, the sale, its cost
        reversals.ShouldAllBe(x => x.Reason == Why && x.ActorId == Owner);
        (await _app.ByAsync(Owner, (ICarProfitAppService x) => x.GetAsync(car, default))).Profit.ShouldBeNull();

        await _app.SpendAsync(Seller, car, 10_000); // it is ours again
        await _app.SellAsync(Seller, car, 650_000);
        (await _app.LiveAsync(car)).Profit.ShouldBe(40_000);
        await _app.ApproveAsync(car);
    }

    [Fact]
    public async Task Should_Keep_A_Sale_Whose_Profit_Is_Shared_Out_Or_Whose_Money_Is_Gone()
    {
        var car = await _app.StockAsync(Seller, 600_000);
        var safe = await _app.NewSafeAsync(0);
        var resale = await _app.OfferAsync(Seller, car, 700_000);
        await _app.ReceiveAtAsync(resale, 700_000, safe);
        await _app.ApproveAsync(car);

        (await RefusalAsync(() => _app.TakeBackAsync(resale))).ShouldBe(SaleAutoErrorCodes.Distributions.TakeBackFirst);
        await _app.ReverseAsync(car, "Покупатель вернул автомобиль");
        await _app.MoveAsync(Owner, CashOperationKind.Withdrawal, 700_000, placeId: safe);
        (await RefusalAsync(() => _app.TakeBackAsync(resale))).ShouldBe(SaleAutoErrorCodes.Accounting.NotEnoughMoney);
        await _app.PressAsync(Owner, "cash-places", "Close", safe, new { });
        (await RefusalAsync(() => _app.TakeBackAsync(resale))).ShouldBe(SaleAutoErrorCodes.Accounting.PlaceIsClosed);

        ((await _app.CarAsync(car)).Status, await _app.ResaleStatusAsync(car)).ShouldBe((CarStatus.Sold, ResaleStatus.Received));
        (await _app.LiveAsync(car)).Status.ShouldBe(DistributionStatus.Computed);
        await _app.PressAsync(Owner, "cash-places", "Open", safe, new { });
        await _app.MoveAsync(Owner, CashOperationKind.Contribution, 700_000, placeId: safe);
        await _app.TakeBackAsync(resale);
        (await _app.BalanceAsync(LedgerAccountRef.CashPlace(safe))).ShouldBe(0);
    }

    [Fact]
    public async Task Should_Be_The_Owners_Alone_And_Want_A_Reason()
    {
        var car = await _app.StockAsync(Seller, 600_000);
        var sold = await _app.StockAsync(Seller, 600_000);
        var resale = await _app.OfferAsync(Seller, sold, 700_000);
        await _app.ReceiveAsync(Seller, resale, 700_000);
        var deal = await _app.PaidDealAsync();

        foreach (var person in new[] { Seller, Manager })
        {
            await Should.ThrowAsync<AuthorizationException>(() => _app.CorrectPurchaseAsync(car, 1, null, by: person));
            await Should.ThrowAsync<AuthorizationException>(() => _app.CorrectPaymentAsync(deal, 1, PaymentMethod.Cash, null, by: person));
            await Should.ThrowAsync<AuthorizationException>(() => _app.TakeBackAsync(resale, by: person));
        }
        foreach (var reason in new[] { "", "   ", new string('я', AccountingConsts.MaxNoteLength + 1) })
        {
            await Should.ThrowAsync<InputValidationException>(() => _app.CorrectPurchaseAsync(car, 1, null, reason));
            await Should.ThrowAsync<InputValidationException>(() => _app.CorrectPaymentAsync(deal, 1, PaymentMethod.Cash, null, reason));
            await Should.ThrowAsync<InputValidationException>(() => _app.TakeBackAsync(resale, reason));
        }
        await Should.ThrowAsync<InputValidationException>(() => _app.CorrectPurchaseAsync(car, 1.005m, null));
        await Should.ThrowAsync<InputValidationException>(() => _app.CorrectPaymentAsync(deal, 0, PaymentMethod.Cash, null));
        ((await _app.CarAsync(car)).BuyoutPrice, (await _app.DealAsync(deal)).PaidAmount, await _app.ResaleStatusAsync(sold)).ShouldBe((600_000m, DealWorld.Offer, ResaleStatus.Received));
    }

    [Fact]
    public async Task Should_Not_Overwrite_What_Somebody_Else_Corrected()
    {
        var car = await _app.StockAsync(Seller, 600_000);
        var seen = (await _app.CarAsync(car)).Version;
        await _app.CorrectPurchaseAsync(car, 610_000, null);

        await Should.ThrowAsync<Exception>(() => _app.PressAsync(Owner, "cars", "CorrectPurchase", car, new { buyoutPrice = 620_000, reason = Why }, seen));

        (await _app.CarAsync(car)).BuyoutPrice.ShouldBe(610_000);
    }
}

public sealed class Correction_OnSqlite_Tests(SqliteDatabase database) : Correction_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class Correction_OnPostgreSql_Tests(PostgreSqlDatabase database) : Correction_Tests(database), IClassFixture<PostgreSqlDatabase>;

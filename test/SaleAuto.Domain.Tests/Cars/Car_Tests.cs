using SaleAuto.Accounting;
using SaleAuto.Errors;
using SaleAuto.Events;
using SaleAuto.Resales;

namespace SaleAuto.Cars;

public class Car_Tests
{
    private static readonly DateTime Now = new(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Should_Not_Be_Sold_Before_It_Is_Ready()
    {
        var car = Bought();

        Should.Throw<BusinessException>(() => car.Sell(Now)).Code.ShouldBe(SaleAutoErrorCodes.Cars.WrongStatus);

        car.MarkReady();
        car.Sell(Now);
        (car.Status, car.LeftAt).ShouldBe((CarStatus.Sold, Now));
    }

    [Fact]
    public void Should_Never_Come_Back_Once_Sold()
    {
        var car = Bought();
        car.MarkReady();
        car.Sell(Now);

        foreach (var move in new Action[] { car.SendToRestoration, car.MarkReady, car.Reserve, () => car.PutOnSale(1), () => car.WriteOff("Сгорел", Now) })
        {
            Should.Throw<BusinessException>(move).Code.ShouldBe(SaleAutoErrorCodes.Cars.WrongStatus);
        }
    }

    [Fact]
    public void Should_Go_Back_On_Sale_When_The_Buyer_Withdraws()
    {
        var car = Bought();
        car.MarkReady();
        car.PutOnSale(700_000);
        car.Reserve();

        car.EndReservation();

        car.Status.ShouldBe(CarStatus.Listed);
    }

    [Fact]
    public void Should_Keep_The_Amount_Of_A_Resale_Once_The_Money_Came()
    {
        var resale = new Resale(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), 700_000, ReceiptMethod.Cash, null);
        resale.AwaitPayment();
        resale.Receive(new ResaleReceipt(Guid.CreateVersion7(), resale.Id, 700_000, ReceiptMethod.Cash, LedgerAccountRef.Advance(resale.SellerId), "1", Now));

        Should.Throw<BusinessException>(() => resale.Correct(600_000, ReceiptMethod.Cash, null)).Code.ShouldBe(SaleAutoErrorCodes.Resales.WrongStatus);
        Should.Throw<BusinessException>(() => resale.Cancel()).Code.ShouldBe(SaleAutoErrorCodes.Resales.WrongStatus);
        resale.Amount.ShouldBe(700_000);
    }

    [Fact]
    public void Should_Take_A_Corrected_Price_With_A_Reason_Only()
    {
        var car = Bought();

        car.CorrectPurchase(590_000, CashPlace.SafeId, " Ошибка ");
        car.CorrectPurchase(590_000, CashPlace.SafeId, "Ошибка"); // a double press
        Should.Throw<ArgumentException>(() => car.CorrectPurchase(580_000, null, " "));

        (car.BuyoutPrice, car.PaidFromId).ShouldBe((590_000m, CashPlace.SafeId));
        ((IHasLocalEvents)car).LocalEvents.OfType<CarPurchaseCorrectedEvent>().ShouldBe([new(car.Id, "Ошибка")]);
    }

    [Fact]
    public void Should_Cost_What_Was_Paid_In_Its_Deal()
    {
        var car = Bought(Guid.CreateVersion7());

        Should.Throw<BusinessException>(() => car.CorrectPurchase(590_000, null, "Ошибка")).Code.ShouldBe(SaleAutoErrorCodes.Cars.BoughtInADeal);
        car.FollowPayment(590_000, "Ошибка");

        car.BuyoutPrice.ShouldBe(590_000);
    }

    [Fact]
    public void Should_Come_Back_Only_When_Its_Sale_Is_Taken_Back()
    {
        var car = Bought();
        Should.Throw<BusinessException>(car.ReturnToStock).Code.ShouldBe(SaleAutoErrorCodes.Cars.WrongStatus);
        car.MarkReady();
        car.Sell(Now);
        car.Reopen("Счёт", Now);

        car.ReturnToStock();

        (car.Status, car.LeftAt, car.ReopenedAt, car.TakesExpenses).ShouldBe((CarStatus.Ready, null, null, true));
    }

    [Fact]
    public void Should_Take_Only_A_Finished_Sale_Back()
    {
        var resale = new Resale(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), 700_000, ReceiptMethod.Cash, null);
        Should.Throw<BusinessException>(() => resale.TakeBack("Вернули")).Code.ShouldBe(SaleAutoErrorCodes.Resales.WrongStatus);
        resale.Receive(new ResaleReceipt(Guid.CreateVersion7(), resale.Id, 700_000, ReceiptMethod.Cash, LedgerAccountRef.Advance(resale.SellerId), "1", Now));
        Should.Throw<ArgumentException>(() => resale.TakeBack(" "));

        resale.TakeBack("Вернули");

        (resale.Status, resale.IsSold, resale.Receipts.Count).ShouldBe((ResaleStatus.Cancelled, false, 1)); // what came is still told
        resale.PostingsAt(600_000).ShouldBeEmpty();
        Should.Throw<BusinessException>(() => resale.TakeBack("Вернули")).Code.ShouldBe(SaleAutoErrorCodes.Resales.WrongStatus);
    }

    private static Car Bought(Guid? dealId = null) => new(
        Guid.CreateVersion7(), "A-000001", dealId, Guid.CreateVersion7(), new CarFacts("Kia", "Rio", 2018, null, null, 80_000, null), new CarPurchase(600_000, Now));
}

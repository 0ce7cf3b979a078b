using SaleAuto.Accounting;
using SaleAuto.Errors;
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

    private static Car Bought() => new(
        Guid.CreateVersion7(), "A-000001", null, Guid.CreateVersion7(), new CarFacts("Kia", "Rio", 2018, null, null, 80_000, null), new CarPurchase(600_000, Now));
}

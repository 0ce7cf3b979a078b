using SaleAuto.Errors;
using SaleAuto.Events;
using static SaleAuto.Deals.SampleDeals;

namespace SaleAuto.Deals;

public class DealPrice_Tests
{
    [Fact]
    public void Should_Depart_From_The_Offer_By_Lines_Only()
    {
        var deal = SampleDeals.Complete();
        var line = deal.Lower(30_000.25m, "a");
        deal.Lower(1_000, "b", isAddition: true);
        deal.Lower(30_000.25m, "a"); // a double press

        deal.Price.ShouldBe(970_999.75m);
        deal.RemovePriceLine(line.Id);
        deal.RemovePriceLine(line.Id);
        deal.Price.ShouldBe(1_001_000);
        Code(() => deal.AgreePrice([], 1_001_000, Limit, Seller, Now)).ShouldBe(SaleAutoErrorCodes.Deals.PriceOutdated); // a line was not shown
        Code(() => deal.AgreePrice([.. deal.PriceLines.Select(x => x.Id)], 1_000_000, Limit, Seller, Now)).ShouldBe(SaleAutoErrorCodes.Deals.PriceOutdated);
        deal.AgreePrice([.. deal.PriceLines.Select(x => x.Id)], 1_001_000, Limit, Seller, Now);
        deal.AgreedPrice.ShouldBe(1_001_000);
    }

    [Fact]
    public void Should_Want_A_Reason_And_A_Photo_For_A_Line_Of_The_Sellers_Own()
    {
        var deal = SampleDeals.Complete();
        var facts = new PriceLineFacts { Title = "Мотор", Reason = "Стучит", Amount = 1_000, PhotoId = deal.Photos[0].Id };

        Code(() => deal.AddPriceLine(Guid.CreateVersion7(), facts with { Reason = " " }, "a", Now)).ShouldBe(SaleAutoErrorCodes.Deals.LineNotExplained);
        Code(() => deal.AddPriceLine(Guid.CreateVersion7(), facts with { PhotoId = null }, "a", Now)).ShouldBe(SaleAutoErrorCodes.Deals.LineNotExplained);
        Code(() => deal.AddPriceLine(Guid.CreateVersion7(), facts with { PhotoId = Guid.CreateVersion7() }, "a", Now)).ShouldBe(SaleAutoErrorCodes.Deals.PhotoUnknown);
        Code(() => deal.AddPriceLine(Guid.CreateVersion7(), facts with { Amount = Offer }, "a", Now)).ShouldBe(SaleAutoErrorCodes.Deals.PriceNotPositive);
        deal.PriceLines.ShouldBeEmpty();
        deal.Price.ShouldBe(Offer);
    }

    [Fact]
    public void Should_Need_A_Yes_To_Exactly_This_Price_Above_The_Limit()
    {
        var deal = SampleDeals.Complete();
        deal.Lower(100_000, "a");
        deal.NeedsApproval(Limit).ShouldBeFalse(); // at the limit the seller still decides alone
        deal.Lower(0.01m, "b");
        deal.NeedsApproval(Limit).ShouldBeTrue();
        deal.AskApproval(Limit, Now);
        deal.AnswerApproval(true, 899_999.99m, Manager, null, Now);
        deal.Lower(1, "c");

        deal.CurrentApproval.ShouldBe(PriceApproval.None); // the yes was to another price
        Code(() => deal.AgreePrice([.. deal.PriceLines.Select(x => x.Id)], 899_998.99m, Limit, Seller, Now)).ShouldBe(SaleAutoErrorCodes.Deals.ApprovalMissing);
        Code(() => deal.AnswerApproval(true, 899_999.99m, Manager, null, Now)).ShouldBe(SaleAutoErrorCodes.Deals.PriceOutdated);
    }

    [Fact]
    public void Should_Want_All_Shots_And_A_Photo_Of_What_Can_Be_Seen()
    {
        var deal = Inspected();
        deal.MissingShots.Count.ShouldBe(7);
        deal.AddDefect(Guid.CreateVersion7(), new DefectFacts(DefectKind.Engine, 50_000, null, null), "a", Now);
        deal.MissingShots.ShouldNotContain(DealShot.ProblemPlace);
        deal.AddDefect(Guid.CreateVersion7(), new DefectFacts(DefectKind.Dent, 5_000, null, null), "b", Now);
        deal.MissingShots.ShouldContain(DealShot.ProblemPlace);
        Code(() => deal.AgreePrice([], Offer, Limit, Seller, Now)).ShouldBe(SaleAutoErrorCodes.Deals.ShotsMissing);
    }

    [Fact]
    public void Should_Want_The_Mileage()
    {
        var deal = SampleDeals.Inspected();
        foreach (var shot in Enum.GetValues<DealShot>())
        {
            deal.AddPhoto(Guid.CreateVersion7(), shot, Guid.CreateVersion7(), shot.ToString(), null, Now);
        }

        Code(() => deal.AgreePrice([], Offer, Limit, Seller, Now)).ShouldBe(SaleAutoErrorCodes.Deals.CarNotRecorded);
    }

    [Theory]
    [InlineData(999_999.99)]
    [InlineData(1_000_000.01)]
    [InlineData(1)]
    public void Should_Refuse_A_Payment_That_Differs_From_The_Contract(decimal amount)
    {
        var deal = Signed();

        var refusal = Should.Throw<BusinessException>(() => deal.RecordPayment(amount, PaymentMethod.Cash, PaymentDirection.CompanyToClient, null, Guid.CreateVersion7(), Seller, Now));

        refusal.Code.ShouldBe(SaleAutoErrorCodes.Deals.PaymentDiffersFromContract);
        (deal.Status, deal.PaidAmount).ShouldBe((DealStatus.DocumentsSigned, null));
    }

    [Fact]
    public void Should_Correct_A_Payment_Together_With_The_Contract()
    {
        var deal = Signed();
        Code(() => deal.CorrectPayment(900_000, PaymentMethod.Cash, null, "Ошибка")).ShouldBe(SaleAutoErrorCodes.Deals.WrongStatus); // nothing was paid
        deal.RecordPayment(Offer, PaymentMethod.Cash, PaymentDirection.CompanyToClient, null, Guid.CreateVersion7(), Seller, Now);

        deal.CorrectPayment(900_000, PaymentMethod.Cash, null, "Ошибка");
        deal.CorrectPayment(900_000, PaymentMethod.Cash, null, "Ошибка"); // a double press
        Should.Throw<ArgumentException>(() => deal.CorrectPayment(800_000, PaymentMethod.Cash, null, " "));

        (deal.AgreedPrice, deal.PaidAmount, deal.PaidPrice, deal.Status).ShouldBe((900_000m, 900_000m, 900_000m, DealStatus.Paid));
        ((IHasLocalEvents)deal).LocalEvents.OfType<DealPaymentCorrectedEvent>().ShouldBe([new(deal.Id, "Ошибка")]);
    }

    [Fact]
    public void Should_Not_Let_Sellers_Approve_Their_Own_Price()
    {
        var deal = SampleDeals.Complete();
        deal.Lower(200_000, "a");
        deal.AskApproval(Limit, Now);

        Code(() => deal.AnswerApproval(true, deal.Price!.Value, Seller, null, Now)).ShouldBe(SaleAutoErrorCodes.Deals.OwnPrice);
        deal.CurrentApproval.ShouldBe(PriceApproval.Asked);
    }

    [Fact]
    public void Should_Not_Be_Signed_Without_Contract_And_Act()
    {
        var deal = SampleDeals.Complete();
        deal.AgreePrice([], Offer, Limit, Seller, Now);
        deal.AddDocument(Guid.CreateVersion7(), DealDocumentKind.Contract, Guid.CreateVersion7(), "c", Now);
        deal.AddDocument(Guid.CreateVersion7(), DealDocumentKind.Other, Guid.CreateVersion7(), "o", Now);

        Code(() => deal.SignDocuments(Seller, hasElectronicContract: false, Now)).ShouldBe(SaleAutoErrorCodes.Deals.DocumentsMissing);
    }

    [Fact]
    public void Should_Need_No_Picture_Of_A_Contract_That_Was_Signed_Electronically()
    {
        var deal = SampleDeals.Complete();
        deal.AgreePrice([], Offer, Limit, Seller, Now);
        Code(() => deal.SignDocuments(Seller, hasElectronicContract: true, Now)).ShouldBe(SaleAutoErrorCodes.Deals.DocumentsMissing); // the act is signed on paper
        deal.AddDocument(Guid.CreateVersion7(), DealDocumentKind.TransferAct, Guid.CreateVersion7(), "a", Now);

        deal.SignDocuments(Seller, hasElectronicContract: true, Now);

        deal.Status.ShouldBe(DealStatus.DocumentsSigned);
    }

    private static string Code(Action action) => Should.Throw<BusinessException>(action).Code;
}

using SaleAuto.Errors;
using SaleAuto.Events;

namespace SaleAuto.Deals;

public class Deal_Tests
{
    private static readonly DateTime Now = new(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);
    private static readonly MeetingPlan Tomorrow = new() { StartsAt = Now.AddDays(1), Minutes = 90, TimeZone = "Asia/Vladivostok", Address = "Светланская, 1" };

    [Fact]
    public void Should_Show_Its_Start_By_The_Clocks_Of_The_Place() =>
        Planned().LocalStart.ShouldBe(new DateTime(2026, 11, 21, 19, 0, 0));

    [Fact]
    public void Should_Have_To_Be_Accepted_Anew_By_Another_Seller()
    {
        var deal = Planned();
        var other = Guid.CreateVersion7();

        deal.Reassign(other, Guid.CreateVersion7(), "Заболел", Now);

        (deal.SellerId, deal.Status).ShouldBe((other, DealStatus.Assigned));
    }

    [Fact]
    public void Should_Be_Called_Off_Once_However_Often_It_Is_Clicked()
    {
        var deal = Planned();

        deal.RejectByClient(null, "Передумал", Now);
        deal.RejectByClient(null, "Ещё раз", Now.AddMinutes(1));

        deal.RejectionReason.ShouldBe("Передумал");
        ((IHasLocalEvents)deal).LocalEvents.OfType<DealRejectedEvent>().Count().ShouldBe(1);
    }

    [Fact]
    public void Should_Not_Move_Once_Called_Off()
    {
        var deal = Planned();
        deal.RejectByClient(null, "Передумал", Now);

        Should.Throw<BusinessException>(() => deal.Reschedule(Tomorrow, Now)).Code.ShouldBe(SaleAutoErrorCodes.Deals.WrongStatus);
        Should.Throw<BusinessException>(() => deal.Reassign(Guid.CreateVersion7(), Guid.CreateVersion7(), "Причина", Now)).Code.ShouldBe(SaleAutoErrorCodes.Deals.WrongStatus);
    }

    [Fact]
    public void Should_Tell_Nobody_Of_A_Plan_That_Did_Not_Change()
    {
        var deal = Planned();

        deal.Reschedule(Tomorrow with { Note = "Позвонить за час" }, Now);

        ((IHasLocalEvents)deal).LocalEvents.OfType<DealRescheduledEvent>().ShouldBeEmpty();
    }

    private static Deal Planned() => new(
        Guid.CreateVersion7(),
        "D-000001",
        new DealParties(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), null),
        Tomorrow,
        new OfferedPrice(900_000, 1_000_000),
        Now);
}

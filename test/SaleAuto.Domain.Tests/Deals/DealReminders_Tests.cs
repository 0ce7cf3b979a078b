using static SaleAuto.Deals.SampleDeals;

namespace SaleAuto.Deals;

public class DealReminders_Tests
{
    private static readonly DealSettings Rules = new();

    [Fact]
    public void Should_Not_Remind_At_Once_Of_A_Meeting_At_Short_Notice()
    {
        var deal = Planned();
        deal.Reschedule(InTwoDays with { StartsAt = Now.AddHours(1) }, Now);

        deal.Remind(Now, Rules).ShouldBeNull();
        deal.Remind(Now.AddMinutes(30), Rules).ShouldBe(new DealReminder(null, DealEscalation.Owners)); // but nobody confirmed
        deal.Remind(Now.AddMinutes(40), Rules).ShouldBeNull();
    }

    [Fact]
    public void Should_Begin_Anew_With_Another_Seller_And_Another_Time()
    {
        var deal = Planned();
        deal.Remind(Now.AddHours(24), Rules)!.Minutes.ShouldBe(1440);
        deal.SetOnTheWay(Seller, Now.AddHours(25));
        deal.Reschedule(InTwoDays with { StartsAt = Now.AddDays(5) }, Now.AddHours(26));

        deal.OnTheWayAt.ShouldBeNull();
        deal.Remind(Now.AddDays(4), Rules)!.Minutes.ShouldBe(1440);
        deal.Reassign(Guid.CreateVersion7(), Manager, "Заболел", Now.AddDays(4).AddHours(1));
        deal.Remind(Now.AddDays(4).AddHours(2), Rules).ShouldBe(new DealReminder(null, DealEscalation.Manager)); // silent since the deal was given
        deal.Remind(Now.AddDays(4).AddHours(22), Rules)!.Minutes.ShouldBe(120);
    }

    [Fact]
    public void Should_Give_The_Seller_Of_A_Moved_Meeting_Time_To_Answer()
    {
        var deal = Planned();
        deal.Accept(Seller, Now);
        var movedAt = Now.AddHours(40);
        deal.Reschedule(InTwoDays with { StartsAt = movedAt.AddMinutes(90) }, movedAt); // later than any reminder of the new time

        deal.Remind(movedAt, Rules).ShouldBeNull();
        deal.Remind(movedAt.AddMinutes(29), Rules).ShouldBeNull();
        deal.Remind(movedAt.AddMinutes(30), Rules).ShouldBe(new DealReminder(null, DealEscalation.Owners));
    }

    [Fact]
    public void Should_Count_From_The_Morning_In_Which_The_Seller_Heard_Of_The_Deal()
    {
        var deal = Planned();
        deal.Reschedule(InTwoDays with { StartsAt = Now.AddHours(16) }, Now);
        var heardAt = Now.AddHours(9);

        deal.Remind(Now.AddHours(1), Rules, heardAt).ShouldBeNull();
        deal.Remind(heardAt.AddMinutes(30), Rules, heardAt).ShouldBe(new DealReminder(null, DealEscalation.Manager));
    }

    [Fact]
    public void Should_Say_Nothing_Of_A_Meeting_That_Is_Over()
    {
        var deal = Planned();

        deal.Remind(deal.EndsAt.AddMinutes(1), Rules).ShouldBeNull();
        deal.RemindAt.ShouldBeNull();
    }

    [Fact]
    public void Should_Alarm_Anew_For_Another_Time()
    {
        var deal = Planned();
        deal.RequestReassignment(Seller, "Заболел", Now);
        var request = new ReassignmentRequest(Guid.CreateVersion7(), deal, "Заболел", Now);
        request.Look(deal.StartsAt.AddMinutes(-60), deal.StartsAt, Rules).ShouldBe(new ReassignmentAlarm(3, IsUrgent: true));
        var moved = deal.StartsAt.AddDays(1);

        request.LookAgain(deal.StartsAt.AddMinutes(-30));

        request.Look(deal.StartsAt.AddMinutes(-30), moved, Rules).ShouldBe(new ReassignmentAlarm(1, IsUrgent: false));
        request.Look(moved.AddMinutes(-60), moved, Rules).ShouldBe(new ReassignmentAlarm(3, IsUrgent: true));
    }

    [Fact]
    public void Should_Fall_Silent_Once_The_Seller_Is_There()
    {
        var deal = Inspected();

        deal.Remind(Now.AddDays(2), Rules).ShouldBeNull();
        deal.RemindAt.ShouldBeNull();
    }

    [Fact]
    public void Should_Alarm_Sooner_When_The_Meeting_Is_Near()
    {
        var deal = Planned();
        deal.Reschedule(InTwoDays with { StartsAt = Now.AddMinutes(70) }, Now);
        deal.RequestReassignment(Seller, "Заболел", Now);
        var request = new ReassignmentRequest(Guid.CreateVersion7(), deal, "Заболел", Now);

        request.Look(Now, deal.StartsAt, Rules).ShouldBeNull();
        request.Look(Now.AddMinutes(10), deal.StartsAt, Rules).ShouldBe(new ReassignmentAlarm(1, IsUrgent: true));
        request.Look(Now.AddMinutes(30), deal.StartsAt, Rules).ShouldBeNull();
        request.Status.ShouldBe(ReassignmentStatus.Escalated);
    }
}

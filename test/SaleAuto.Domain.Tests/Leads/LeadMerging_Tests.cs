using SaleAuto.Clients;
using SaleAuto.Errors;

namespace SaleAuto.Leads;

public class LeadMerging_Tests
{
    private static readonly DateTime Now = new(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Manager = Guid.CreateVersion7();

    [Fact]
    public void Should_Stand_Where_It_Stood_When_Taken_Apart_Again()
    {
        var (duplicate, survivor) = (Confirmed("L-1"), Confirmed("L-2"));
        duplicate.MarkValued(Now);

        duplicate.MergeInto(survivor, Manager, Now);
        duplicate.Status.ShouldBe(LeadStatus.Closed);
        duplicate.JoinedLeadId.ShouldBe(survivor.Id);
        duplicate.Unmerge(Manager, Now);

        duplicate.Status.ShouldBe(LeadStatus.Valued);
        (duplicate.JoinedLeadId, duplicate.CloseReason, duplicate.ClosedAt).ShouldBe((null, null, null));
    }

    [Fact]
    public void Should_Call_Again_When_A_Call_Was_Interrupted_By_The_Merge()
    {
        var (duplicate, survivor) = (Confirmed("L-1"), Confirmed("L-2"));
        duplicate.TakeIntoWork(Manager, Now);

        duplicate.MergeInto(survivor, Manager, Now);
        duplicate.Unmerge(Manager, Now);

        duplicate.Status.ShouldBe(LeadStatus.Recall);
    }

    [Fact]
    public void Should_Not_Merge_A_Lead_Whose_Meeting_Is_Planned()
    {
        var (duplicate, survivor) = (Confirmed("L-1"), Confirmed("L-2"));
        duplicate.TakeIntoWork(Manager, Now);
        duplicate.PlanDeal(Manager, Now);

        Should.Throw<BusinessException>(() => duplicate.MergeInto(survivor, Manager, Now)).Code.ShouldBe(SaleAutoErrorCodes.Leads.MergeHasDeal);

        duplicate.Status.ShouldBe(LeadStatus.DealPlanned);
    }

    [Fact]
    public void Should_Not_Merge_Into_Itself_Or_A_Closed_Lead()
    {
        var (lead, closed) = (Confirmed("L-1"), Confirmed("L-2"));
        closed.Close(LeadCloseReason.Spam, Manager, null, Now);

        Should.Throw<BusinessException>(() => lead.MergeInto(lead, Manager, Now)).Code.ShouldBe(SaleAutoErrorCodes.Leads.MergeIntoItself);
        Should.Throw<BusinessException>(() => lead.MergeInto(closed, Manager, Now)).Code.ShouldBe(SaleAutoErrorCodes.Leads.NotADuplicate);
        Should.Throw<BusinessException>(() => closed.Unmerge(Manager, Now)).Code.ShouldBe(SaleAutoErrorCodes.Leads.NotMerged);
    }

    [Fact]
    public void Should_Keep_Old_And_New_Values_Of_A_Correction()
    {
        var lead = Confirmed("L-1");
        var answers = new LeadCorrection { MileageKm = 120_000, NamedPrice = 1_250_000m, ConditionsExplained = true };

        lead.Correct(answers, Manager, Now).ShouldBe([LeadField.NamedPrice, LeadField.MileageKm, LeadField.ConditionsExplained]);
        lead.Correct(answers, Manager, Now.AddMinutes(1)).ShouldBeEmpty();

        var mileage = lead.History.Single(x => x.Field == LeadField.MileageKm);
        (mileage.Before, mileage.After, mileage.ActorId).ShouldBe((null, "120000", Manager));
        lead.ConditionsExplainedAt.ShouldBe(Now);
    }

    [Fact]
    public void Should_Go_Back_To_Where_It_Stood_When_A_Call_Is_Given_Back()
    {
        var lead = Confirmed("L-1");
        lead.MarkValued(Now);
        lead.TakeIntoWork(Manager, Now);

        lead.PutBack(Manager, Now);

        lead.Status.ShouldBe(LeadStatus.Valued);
    }

    [Theory]
    [InlineData(LeadCloseReason.ConsentWithdrawn, false)]
    [InlineData(LeadCloseReason.Unreachable, true)]
    public void Should_Be_Opened_Again_Only_When_The_Client_May_Be_Called(LeadCloseReason reason, bool mayBeOpened)
    {
        var lead = Confirmed("L-1");
        lead.Close(reason, Manager, null, Now);

        if (mayBeOpened)
        {
            lead.Reopen(Manager, null, Now);
            lead.Status.ShouldBe(LeadStatus.Recall);
        }
        else
        {
            Should.Throw<BusinessException>(() => lead.Reopen(Manager, null, Now)).Code.ShouldBe(SaleAutoErrorCodes.Leads.CannotReopen);
        }
    }

    private static Lead Confirmed(string number)
    {
        var lead = new Lead(Guid.CreateVersion7(), number, LeadKind.Buyout, PhoneNumber.Parse("+79161234567"), "Анна", new LeadDetails(), Now);
        lead.Confirm(Guid.CreateVersion7(), Now);
        return lead;
    }
}

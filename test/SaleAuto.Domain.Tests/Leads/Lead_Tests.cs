using SaleAuto.Cars;
using SaleAuto.Clients;
using SaleAuto.Errors;
using SaleAuto.Events;

namespace SaleAuto.Leads;

public class Lead_Tests
{
    private static readonly DateTime Now = new(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Manager = Guid.CreateVersion7();
    private static readonly Guid Client = Guid.CreateVersion7();

    [Fact]
    public void Should_Promise_Nothing_Before_The_Phone_Is_Confirmed()
    {
        var lead = Draft();

        lead.Status.ShouldBe(LeadStatus.Draft);
        lead.IsOpen.ShouldBeFalse();
        Events(lead).ShouldBeEmpty();
    }

    [Fact]
    public void Should_Start_The_Clock_When_The_Phone_Is_Confirmed()
    {
        var lead = Draft();

        lead.Confirm(Client, Now);

        lead.Status.ShouldBe(LeadStatus.New);
        lead.ConfirmedAt.ShouldBe(Now);
        Events(lead).ShouldHaveSingleItem().ShouldBe(new LeadConfirmedEvent(lead.Id, lead.Number, LeadKind.Buyout, "А123ВС77", Now));
    }

    [Fact]
    public void Should_Walk_From_The_First_Call_To_The_Bought_Car()
    {
        var lead = Confirmed();

        lead.MarkValued(Now);
        lead.TakeIntoWork(Manager, Now);
        lead.PlanRecall(Manager, "Asked to call tomorrow", Now);
        lead.TakeIntoWork(Manager, Now);
        lead.PlanDeal(Manager, Now);
        lead.Win(Manager, Now);

        lead.Status.ShouldBe(LeadStatus.Won);
        lead.ClosedAt.ShouldBe(Now);
        lead.History.Where(h => h.Kind == LeadHistoryKind.StatusChanged).Select(h => h.To).ShouldBe(
            [LeadStatus.New, LeadStatus.Valued, LeadStatus.InWork, LeadStatus.Recall, LeadStatus.InWork, LeadStatus.DealPlanned, LeadStatus.Won]);
        lead.History[^1].ActorId.ShouldBe(Manager);
    }

    [Theory]
    [InlineData(LeadStatus.Draft)]
    [InlineData(LeadStatus.New)]
    [InlineData(LeadStatus.InWork)]
    [InlineData(LeadStatus.Won)]
    [InlineData(LeadStatus.Lost)]
    [InlineData(LeadStatus.Closed)]
    public void Should_Refuse_To_Win_Without_A_Planned_Deal(LeadStatus from)
    {
        var lead = In(from);
        var entries = lead.History.Count;

        var refusal = Should.Throw<BusinessException>(() => lead.Win(Manager, Now));

        refusal.Code.ShouldBe(SaleAutoErrorCodes.Leads.WrongStatus);
        lead.Status.ShouldBe(from);
        lead.History.Count.ShouldBe(entries);
    }

    [Theory]
    [InlineData(LeadStatus.Draft)]
    [InlineData(LeadStatus.New)]
    [InlineData(LeadStatus.DealPlanned)]
    [InlineData(LeadStatus.Won)]
    public void Should_Be_Lost_To_A_Competitor_Only_After_A_Call(LeadStatus from) =>
        Should.Throw<BusinessException>(() => In(from).Lose(Manager, Now)).Code.ShouldBe(SaleAutoErrorCodes.Leads.WrongStatus);

    [Fact]
    public void Should_Keep_The_Call_Whatever_The_Opinion()
    {
        var lead = Confirmed();

        lead.GiveOpinion(ClientOpinion.Declined, 900_000m, Client, Now);

        lead.IsOpen.ShouldBeTrue();
        lead.Status.ShouldBe(LeadStatus.New);
        (lead.Opinion, lead.ExpectedPrice).ShouldBe((ClientOpinion.Declined, 900_000m));
    }

    [Fact]
    public void Should_Count_A_Double_Click_On_An_Opinion_Once()
    {
        var lead = Confirmed();

        lead.GiveOpinion(ClientOpinion.Accepted, null, Client, Now);
        lead.GiveOpinion(ClientOpinion.Accepted, null, Client, Now);

        lead.History.Count(h => h.Kind == LeadHistoryKind.Opinion).ShouldBe(1);
    }

    [Fact]
    public void Should_Refuse_An_Opinion_On_A_Closed_Lead()
    {
        var lead = In(LeadStatus.Lost);

        Should.Throw<BusinessException>(() => lead.GiveOpinion(ClientOpinion.Accepted, null, Client, Now))
            .Code.ShouldBe(SaleAutoErrorCodes.Leads.AlreadyClosed);
        lead.Opinion.ShouldBe(ClientOpinion.NoAnswer);
    }

    [Fact]
    public void Should_Take_What_Is_Newer_From_A_Repeated_Request()
    {
        var open = Confirmed();
        var repeated = Draft(new LeadDetails { Plate = PlateNumber.Parse("А123ВС77"), MileageKm = 120_000 });

        repeated.JoinTo(open, Now);

        repeated.Status.ShouldBe(LeadStatus.Closed);
        (repeated.CloseReason, repeated.JoinedLeadId).ShouldBe((LeadCloseReason.Duplicate, open.Id));
        (open.MileageKm, open.Condition).ShouldBe((120_000, CarCondition.Good));
        var entry = open.History[^1];
        (entry.Kind, entry.Note).ShouldBe((LeadHistoryKind.Resubmitted, repeated.Number));
        Events(open)[^1].ShouldBe(new LeadResubmittedEvent(open.Id, open.Number, repeated.Id, LeadKind.Buyout, true, Now));
    }

    private static List<object> Events(Lead lead) => [.. ((IHasLocalEvents)lead).LocalEvents];

    private static Lead Draft(LeadDetails? details = null) => new(
        Guid.CreateVersion7(),
        "L-000001",
        LeadKind.Buyout,
        PhoneNumber.Parse("+79161234567"),
        "Иван",
        details ?? new LeadDetails { Plate = PlateNumber.Parse("А123ВС77"), Condition = CarCondition.Good },
        Now);

    private static Lead Confirmed()
    {
        var lead = Draft();
        lead.Confirm(Client, Now);
        return lead;
    }

    private static Lead In(LeadStatus status)
    {
        var lead = Draft();
        Action[] way = status switch
        {
            LeadStatus.Draft => [],
            LeadStatus.New => [Confirm],
            LeadStatus.InWork => [Confirm, Take],
            LeadStatus.DealPlanned => [Confirm, Take, Plan],
            LeadStatus.Won => [Confirm, Take, Plan, () => lead.Win(Manager, Now)],
            LeadStatus.Lost => [Confirm, Take, () => lead.Lose(Manager, Now)],
            LeadStatus.Closed => [Confirm, () => lead.Close(LeadCloseReason.Spam, Manager, null, Now)],
            _ => throw new ArgumentOutOfRangeException(nameof(status)),
        };
        foreach (var step in way)
        {
            step();
        }
        lead.Status.ShouldBe(status);
        return lead;

        void Confirm() => lead.Confirm(Client, Now);
        void Take() => lead.TakeIntoWork(Manager, Now);
        void Plan() => lead.PlanDeal(Manager, Now);
    }
}

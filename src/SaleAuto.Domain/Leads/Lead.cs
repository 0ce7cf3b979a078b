using SaleAuto.Cars;
using SaleAuto.Clients;
using SaleAuto.Entities;
using SaleAuto.Errors;
using SaleAuto.Searching;

namespace SaleAuto.Leads;

/// <summary>A client's request to sell a car, or to be called (domain facts, 2.1).</summary>
public partial class Lead : FullAuditedAggregateRoot<Guid>, IGuardedSearchable
{
    private readonly List<LeadHistoryEntry> _history = [];

    private Lead()
    {
    } // EF Core

    internal Lead(Guid id, string number, LeadKind kind, PhoneNumber phone, string? name, LeadDetails details, DateTime createdAt, StaffEntry? entry = null)
        : base(id)
    {
        Number = Check.NotNullOrWhiteSpace(number, nameof(number), LeadConsts.MaxNumberLength);
        Kind = kind;
        Phone = phone.Value;
        Address(name);
        Plate = details.Plate?.Value;
        Take(details);
        Record(createdAt, LeadHistoryKind.Created, null, LeadStatus.Draft, entry?.StaffId, entry?.Note);
    }

    /// <summary>Number for people, such as L-000123.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Purchase or call.</summary>
    public LeadKind Kind { get; private set; }

    /// <summary>Where it stands.</summary>
    public LeadStatus Status { get; private set; } = LeadStatus.Draft;

    /// <summary>The client, from the confirmation on.</summary>
    public Guid? ClientId { get; private set; }

    /// <summary>Canonical phone (E.164).</summary>
    public string Phone { get; private set; } = "";

    /// <summary>How to address the person.</summary>
    public string? Name { get; private set; }

    /// <summary>Canonical plate; null for a call request.</summary>
    public string? Plate { get; private set; }

    /// <summary>Declared odometer reading, kilometres.</summary>
    public int? MileageKm { get; private set; }

    /// <summary>Declared condition.</summary>
    public CarCondition? Condition { get; private set; }

    /// <summary>Where the client heard of us.</summary>
    public LeadSource? Source { get; private set; }

    /// <summary>utm_source of the visit.</summary>
    public string? UtmSource { get; private set; }

    /// <summary>utm_medium of the visit.</summary>
    public string? UtmMedium { get; private set; }

    /// <summary>utm_campaign of the visit.</summary>
    public string? UtmCampaign { get; private set; }

    /// <summary>utm_content of the visit.</summary>
    public string? UtmContent { get; private set; }

    /// <summary>utm_term of the visit.</summary>
    public string? UtmTerm { get; private set; }

    /// <summary>What the client says of the price.</summary>
    public ClientOpinion Opinion { get; private set; } = ClientOpinion.NoAnswer;

    /// <summary>Price that the client has in mind, roubles.</summary>
    public decimal? ExpectedPrice { get; private set; }

    /// <summary>When the request became a promise to call, UTC.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>When it came to an end, UTC.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Why, when neither won nor lost.</summary>
    public LeadCloseReason? CloseReason { get; private set; }

    /// <summary>The lead that this one joined as a duplicate.</summary>
    public Guid? JoinedLeadId { get; private set; }

    /// <summary>What happened to it, oldest first.</summary>
    public IReadOnlyList<LeadHistoryEntry> History => _history;

    /// <summary>Whether somebody still owes the client something.</summary>
    public bool IsOpen => Status.IsOpen();

    /// <summary>The phone is confirmed, or the wish to be called is taken: from now on the clock runs.</summary>
    internal void Confirm(Guid? clientId, DateTime confirmedAt, StaffEntry? entry = null)
    {
        EnsureStatus(LeadStatus.Draft);
        ClientId = clientId;
        ConfirmedAt = confirmedAt;
        Move(LeadStatus.New, confirmedAt, entry?.StaffId ?? clientId);
        AddLocalEvent(new LeadConfirmedEvent(Id, Number, Kind, Plate, confirmedAt, entry?.CallAt));
    }

    /// <summary>The draft repeats an open lead: it ends here and the open one takes what is newer.</summary>
    internal void JoinTo(Lead open, DateTime at, StaffEntry? entry = null)
    {
        EnsureStatus(LeadStatus.Draft);
        JoinedLeadId = open.Id;
        CloseReason = LeadCloseReason.Duplicate;
        ClosedAt = at;
        Move(LeadStatus.Closed, at, entry?.StaffId, open.Number);
        open.TakeRepeated(this, at, entry);
    }

    /// <summary>A price range was computed and is shown to the client.</summary>
    public void MarkValued(DateTime at)
    {
        if (Status == LeadStatus.New)
        {
            Move(LeadStatus.Valued, at, null);
        }
        else
        {
            EnsureOpen();
            StatusBeforeWork = StatusBeforeWork == LeadStatus.New ? LeadStatus.Valued : StatusBeforeWork;
            Record(at, LeadHistoryKind.Valued, Status, Status, null, null);
        }
    }

    /// <summary>A manager has to name the price; the client is told so.</summary>
    public void MarkForManualValuation(DateTime at, string reason)
    {
        EnsureOpen();
        Record(at, LeadHistoryKind.ManualValuation, Status, Status, null, reason);
    }

    /// <summary>The client says whether the range suits; the last answer counts.</summary>
    public void GiveOpinion(ClientOpinion opinion, decimal? expectedPrice, Guid clientId, DateTime at)
    {
        EnsureOpen();
        if (opinion == Opinion && expectedPrice == ExpectedPrice)
        {
            return; // a double click is one answer
        }
        Opinion = opinion;
        ExpectedPrice = expectedPrice;
        Record(at, LeadHistoryKind.Opinion, Status, Status, clientId, opinion.ToString());
        AddLocalEvent(new LeadOpinionGivenEvent(Id, Number, opinion, expectedPrice));
    }

    /// <summary>A manager took the call.</summary>
    public void TakeIntoWork(Guid managerId, DateTime at)
    {
        EnsureStatus(LeadStatus.New, LeadStatus.Valued, LeadStatus.Recall);
        StatusBeforeWork = Status;
        Move(LeadStatus.InWork, at, managerId);
    }

    /// <summary>The manager gave the call back without having called.</summary>
    public void PutBack(Guid staffId, DateTime at)
    {
        EnsureStatus(LeadStatus.InWork);
        Move(StatusBeforeWork ?? LeadStatus.Recall, at, staffId);
    }

    /// <summary>The call failed for any reason but a sale to a competitor (specification 1.3).</summary>
    public void PlanRecall(Guid? staffId, string? note, DateTime at)
    {
        EnsureStatus(LeadStatus.InWork, LeadStatus.DealPlanned);
        Move(LeadStatus.Recall, at, staffId, note);
    }

    /// <summary>Date, seller and place are agreed.</summary>
    public void PlanDeal(Guid managerId, DateTime at)
    {
        EnsureStatus(LeadStatus.InWork);
        Move(LeadStatus.DealPlanned, at, managerId);
    }

    /// <summary>The car is bought.</summary>
    public void Win(Guid staffId, DateTime at)
    {
        EnsureStatus(LeadStatus.DealPlanned);
        ClosedAt = at;
        Move(LeadStatus.Won, at, staffId);
    }

    /// <summary>The car went to a competitor.</summary>
    public void Lose(Guid managerId, DateTime at)
    {
        EnsureStatus(LeadStatus.InWork, LeadStatus.Recall);
        ClosedAt = at;
        Move(LeadStatus.Lost, at, managerId);
        AddLocalEvent(new LeadClosedEvent(Id));
    }

    /// <summary>Ends the lead for another reason; pending calls are cancelled.</summary>
    public void Close(LeadCloseReason reason, Guid? staffId, string? note, DateTime at)
    {
        EnsureOpen();
        CloseReason = reason;
        ClosedAt = at;
        Move(LeadStatus.Closed, at, staffId, note);
        AddLocalEvent(new LeadClosedEvent(Id));
    }

    /// <summary>A lost or given-up request lives again: another call is due. A finished purchase, a duplicate and a withdrawn consent stay as they are.</summary>
    public void Reopen(Guid staffId, string? note, DateTime at, DateTime? callAt = null)
    {
        var mayLiveAgain = Status == LeadStatus.Lost
            || (Status == LeadStatus.Closed && CloseReason is LeadCloseReason.Spam or LeadCloseReason.Refused or LeadCloseReason.Unreachable);
        if (!mayLiveAgain)
        {
            throw new BusinessException(SaleAutoErrorCodes.Leads.CannotReopen).WithData("Status", Status);
        }
        (CloseReason, ClosedAt) = (null, null);
        Move(LeadStatus.Recall, at, staffId, note);
        AddLocalEvent(new LeadReopenedEvent(Id, Kind, staffId, at, callAt));
    }

    private void TakeRepeated(Lead draft, DateTime at, StaffEntry? entry)
    {
        EnsureOpen();
        var (mileage, condition) = (MileageKm, Condition);
        if (draft.Kind == LeadKind.Buyout) // a wish to be called proves no phone, so it changes no facts
        {
            Address(draft.Name ?? Name);
            Take(new LeadDetails
            {
                MileageKm = draft.MileageKm ?? MileageKm,
                Condition = draft.Condition ?? Condition,
                Source = Source ?? draft.Source,
                Utm = new LeadUtm(UtmSource ?? draft.UtmSource, UtmMedium ?? draft.UtmMedium, UtmCampaign ?? draft.UtmCampaign, UtmContent ?? draft.UtmContent, UtmTerm ?? draft.UtmTerm),
            });
        }
        Record(at, LeadHistoryKind.Resubmitted, Status, Status, entry?.StaffId, draft.Number);
        AddLocalEvent(new LeadResubmittedEvent(Id, Number, draft.Id, draft.Kind, (mileage, condition) != (MileageKm, Condition), at, entry?.CallAt));
    }

    private void Take(LeadDetails details)
    {
        if (details.MileageKm is { } mileage)
        {
            Check.Range(mileage, nameof(details), 0, LeadConsts.MaxMileageKm);
        }
        MileageKm = details.MileageKm;
        Condition = details.Condition;
        Source = details.Source;
        UtmSource = Check.Length(details.Utm?.Source, nameof(details), LeadConsts.MaxUtmLength);
        UtmMedium = Check.Length(details.Utm?.Medium, nameof(details), LeadConsts.MaxUtmLength);
        UtmCampaign = Check.Length(details.Utm?.Campaign, nameof(details), LeadConsts.MaxUtmLength);
        UtmContent = Check.Length(details.Utm?.Content, nameof(details), LeadConsts.MaxUtmLength);
        UtmTerm = Check.Length(details.Utm?.Term, nameof(details), LeadConsts.MaxUtmLength);
    }

    private void Move(LeadStatus to, DateTime at, Guid? actorId, string? note = null)
    {
        var from = Status;
        Status = to;
        Record(at, LeadHistoryKind.StatusChanged, from, to, actorId, note);
    }

    private void Record(DateTime at, LeadHistoryKind kind, LeadStatus? from, LeadStatus to, Guid? actorId, string? note) =>
        _history.Add(new LeadHistoryEntry(Guid.CreateVersion7(), at, kind, from, to, actorId, note));

    private void EnsureStatus(params ReadOnlySpan<LeadStatus> allowed)
    {
        if (!allowed.Contains(Status))
        {
            throw new BusinessException(SaleAutoErrorCodes.Leads.WrongStatus).WithData("Status", Status);
        }
    }

    private void EnsureOpen()
    {
        if (!IsOpen)
        {
            throw new BusinessException(SaleAutoErrorCodes.Leads.AlreadyClosed).WithData("Status", Status);
        }
    }
}

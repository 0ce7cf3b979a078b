using SaleAuto.Entities;
using SaleAuto.Errors;
using SaleAuto.Searching;

namespace SaleAuto.Deals;

/// <summary>A planned meeting to buy a client's car, from the assignment to the money handed over (domain facts, 2.3).</summary>
public partial class Deal : FullAuditedAggregateRoot<Guid>, ISearchable
{
    private Deal()
    {
    } // EF Core

    /// <summary>Plans a meeting; <see cref="DealManager"/> sees to it that the seller is free.</summary>
    internal Deal(Guid id, string number, DealParties parties, MeetingPlan plan, OfferedPrice offer, DateTime plannedAt)
        : base(id)
    {
        Number = Check.NotNullOrWhiteSpace(number, nameof(number), DealConsts.MaxNumberLength);
        (LeadId, ClientId, SellerId, ManagerId, CallTaskId) = (parties.LeadId, parties.ClientId, parties.SellerId, parties.ManagerId, parties.CallTaskId);
        (OfferLow, OfferHigh) = (offer.Low, offer.High);
        Take(plan);
        Give(plannedAt);
        AddLocalEvent(new DealPlannedEvent(Id));
        AddLocalEvent(new DealMovedEvent(Id, null, Status, plannedAt, ManagerId, null));
    }

    /// <summary>Number for people, such as D-000045.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The request that it answers.</summary>
    public Guid LeadId { get; private set; }

    /// <summary>Whose car.</summary>
    public Guid ClientId { get; private set; }

    /// <summary>Who meets the client.</summary>
    public Guid SellerId { get; private set; }

    /// <summary>Who planned it and hears of its end.</summary>
    public Guid ManagerId { get; private set; }

    /// <summary>The call in which it was agreed.</summary>
    public Guid? CallTaskId { get; private set; }

    /// <summary>Where it stands.</summary>
    public DealStatus Status { get; private set; } = DealStatus.Assigned;

    /// <summary>Start of the meeting, UTC.</summary>
    public DateTime StartsAt { get; private set; }

    /// <summary>End of the time kept for it, UTC.</summary>
    public DateTime EndsAt { get; private set; }

    /// <summary>IANA name of the time zone of the place; the meeting is shown in it.</summary>
    public string TimeZone { get; private set; } = "";

    /// <summary>Where.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Latitude of the place, degrees.</summary>
    public decimal? Latitude { get; private set; }

    /// <summary>Longitude of the place, degrees.</summary>
    public decimal? Longitude { get; private set; }

    /// <summary>Lower end of the price told to the client, roubles.</summary>
    public decimal? OfferLow { get; private set; }

    /// <summary>Upper end of the price told to the client, roubles.</summary>
    public decimal? OfferHigh { get; private set; }

    /// <summary>What the seller should know.</summary>
    public string? Note { get; private set; }

    /// <summary>Why it came to nothing.</summary>
    public string? RejectionReason { get; private set; }

    /// <summary>When it came to nothing, UTC.</summary>
    public DateTime? RejectedAt { get; private set; }

    /// <summary>Whether the seller's time is still kept for it.</summary>
    public bool IsOpen => Status is not (DealStatus.Completed or DealStatus.RejectedByClient or DealStatus.RejectedBySeller);

    private bool IsBeforeDocuments => Status is DealStatus.Assigned or DealStatus.Accepted or DealStatus.ReassignRequested
        or DealStatus.Inspection or DealStatus.PriceAgreed;

    /// <summary>Start of the meeting by the clocks of the place.</summary>
    public DateTime LocalStart => TimeZoneInfo.ConvertTimeFromUtc(StartsAt, TimeZoneInfo.FindSystemTimeZoneById(TimeZone));

    /// <summary>Another time or place; the same plan again changes nothing. An accepted meeting stays accepted; being on the way to the old one does not count.</summary>
    internal void Reschedule(MeetingPlan plan, DateTime at)
    {
        EnsureStatus(DealStatus.Assigned, DealStatus.Accepted, DealStatus.ReassignRequested);
        var before = (StartsAt, EndsAt, TimeZone, Address);
        Take(plan);
        if (before != (StartsAt, EndsAt, TimeZone, Address))
        {
            (AssignedAt, OnTheWayAt) = (at, null);
            PlanReminders(at);
            AddLocalEvent(new DealRescheduledEvent(Id));
        }
    }

    /// <summary>Another seller gets the meeting, and has to accept it anew.</summary>
    /// <param name="sellerId">The new seller.</param>
    /// <param name="staffId">Who decided it: a manager, or the new seller when that one took the deal over.</param>
    /// <param name="reason">Why.</param>
    /// <param name="at">When, UTC.</param>
    internal void Reassign(Guid sellerId, Guid staffId, string reason, DateTime at)
    {
        EnsureStatus(DealStatus.Assigned, DealStatus.Accepted, DealStatus.ReassignRequested);
        if (sellerId == SellerId)
        {
            return; // a double click
        }
        Check.NotNullOrWhiteSpace(reason, nameof(reason), DealConsts.MaxReasonLength);
        var before = SellerId;
        SellerId = sellerId;
        Give(at);
        AddLocalEvent(new DealReassignedEvent(Id, before, sellerId, staffId, reason));
        Move(DealStatus.Assigned, staffId, at, reason);
    }

    private void Take(MeetingPlan plan)
    {
        Check.Range(plan.Minutes, nameof(plan), DealConsts.MinMinutes, DealConsts.MaxMinutes);
        (StartsAt, EndsAt) = (plan.StartsAt, plan.EndsAt);
        TimeZone = Check.NotNullOrWhiteSpace(plan.TimeZone, nameof(plan), DealConsts.MaxTimeZoneLength);
        Address = Check.NotNullOrWhiteSpace(plan.Address?.Trim(), nameof(plan), DealConsts.MaxAddressLength);
        Latitude = plan.Latitude is { } latitude ? Check.Range(latitude, nameof(plan), -90, 90) : null;
        Longitude = plan.Longitude is { } longitude ? Check.Range(longitude, nameof(plan), -180, 180) : null;
        Note = Check.Length(plan.Note?.Trim(), nameof(plan), DealConsts.MaxNoteLength);
    }

    /// <summary>The phone of the lead was corrected, and another person stands behind it.</summary>
    public void PassTo(Guid clientId) => ClientId = clientId;

    private void Move(DealStatus to, Guid? staffId, DateTime at, string? reason = null)
    {
        var from = Status;
        Status = to;
        AddLocalEvent(new DealMovedEvent(Id, from, to, at, staffId, reason));
    }

    private void EnsureStatus(params ReadOnlySpan<DealStatus> allowed)
    {
        if (!allowed.Contains(Status))
        {
            throw WrongStatus();
        }
    }

    private BusinessException WrongStatus() => new BusinessException(SaleAutoErrorCodes.Deals.WrongStatus).WithData("Status", Status);
}

/// <summary>Whom a deal brings together.</summary>
public sealed record DealParties(Guid LeadId, Guid ClientId, Guid SellerId, Guid ManagerId, Guid? CallTaskId);

/// <summary>A deal went from one step to the next.</summary>
/// <param name="DealId">The deal.</param>
/// <param name="From">The step before; null when it was planned.</param>
/// <param name="To">The step now.</param>
/// <param name="At">When, UTC.</param>
/// <param name="StaffId">Who moved it; null for the program.</param>
/// <param name="Reason">Why, where a reason was given.</param>
public sealed record DealMovedEvent(Guid DealId, DealStatus? From, DealStatus To, DateTime At, Guid? StaffId, string? Reason);

/// <summary>A meeting was planned.</summary>
public sealed record DealPlannedEvent(Guid DealId);

/// <summary>A meeting got another time or place.</summary>
public sealed record DealRescheduledEvent(Guid DealId);

/// <summary>A meeting went to another seller; <c>StaffId</c> is the manager who decided it, or the new seller who took it over.</summary>
public sealed record DealReassignedEvent(Guid DealId, Guid FromSellerId, Guid ToSellerId, Guid StaffId, string Reason);

/// <summary>A deal came to nothing; the deal says on whose side.</summary>
public sealed record DealRejectedEvent(Guid DealId, Guid LeadId, Guid? StaffId, Guid ManagerId, string Reason, DateTime At);

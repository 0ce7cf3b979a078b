using SaleAuto.Errors;

namespace SaleAuto.Deals;

// From the assignment to the place.
public partial class Deal
{
    /// <summary>When the seller got it as it is planned now, UTC: another time or place counts anew.</summary>
    public DateTime AssignedAt { get; private set; }

    /// <summary>When the seller confirmed, UTC.</summary>
    public DateTime? AcceptedAt { get; private set; }

    /// <summary>When the seller said to be on the way, UTC.</summary>
    public DateTime? OnTheWayAt { get; private set; }

    /// <summary>Where it stood when another seller was asked for.</summary>
    public DealStatus? StatusBeforeRequest { get; private set; }

    /// <summary>The seller will come.</summary>
    public void Accept(Guid staffId, DateTime at)
    {
        if (Status == DealStatus.Accepted)
        {
            return; // a double press
        }
        EnsureStatus(DealStatus.Assigned);
        AcceptedAt = at;
        Move(DealStatus.Accepted, staffId, at);
    }

    /// <summary>The seller is on the way; whoever drives has accepted.</summary>
    public void SetOnTheWay(Guid staffId, DateTime at)
    {
        EnsureStatus(DealStatus.Assigned, DealStatus.Accepted);
        Accept(staffId, at);
        OnTheWayAt ??= at;
    }

    /// <summary>The seller cannot attend and asks for somebody else; until then the deal stays the seller's.</summary>
    public void RequestReassignment(Guid staffId, string reason, DateTime at)
    {
        EnsureStatus(DealStatus.Assigned, DealStatus.Accepted);
        Check.NotNullOrWhiteSpace(reason, nameof(reason), DealConsts.MaxReasonLength);
        StatusBeforeRequest = Status;
        Move(DealStatus.ReassignRequested, staffId, at, reason);
    }

    /// <summary>The seller attends after all.</summary>
    public void WithdrawReassignment(Guid staffId, DateTime at)
    {
        if (Status is DealStatus.Assigned or DealStatus.Accepted)
        {
            return; // a double press
        }
        EnsureStatus(DealStatus.ReassignRequested);
        Move(StatusBeforeRequest ?? DealStatus.Assigned, staffId, at);
    }

    /// <summary>The client does not sell, or not now; possible until the documents are signed.</summary>
    public void RejectByClient(Guid? staffId, string reason, DateTime at)
    {
        if (Status == DealStatus.RejectedByClient)
        {
            return; // a double click
        }
        if (!IsBeforeDocuments)
        {
            throw WrongStatus();
        }
        Reject(DealStatus.RejectedByClient, staffId, reason, at);
    }

    /// <summary>
    /// The seller does not buy: the car is not what was promised. A seller who cannot attend asks the others first, and refuses only when nobody took the deal.
    /// </summary>
    /// <param name="staffId">The seller.</param>
    /// <param name="reason">Why; all sellers learn it.</param>
    /// <param name="nobodyTookIt">Whether the others were asked in vain.</param>
    /// <param name="at">When, UTC.</param>
    public void RejectBySeller(Guid staffId, string reason, bool nobodyTookIt, DateTime at)
    {
        if (Status == DealStatus.RejectedBySeller)
        {
            return; // a double press
        }
        if (Status is DealStatus.Inspection or DealStatus.PriceAgreed || (Status == DealStatus.ReassignRequested && nobodyTookIt))
        {
            Reject(DealStatus.RejectedBySeller, staffId, reason, at);
            return;
        }
        throw Status is DealStatus.Assigned or DealStatus.Accepted or DealStatus.ReassignRequested
            ? new BusinessException(SaleAutoErrorCodes.Deals.AskOthersFirst)
            : WrongStatus();
    }

    private void Reject(DealStatus to, Guid? staffId, string reason, DateTime at)
    {
        RejectionReason = Check.NotNullOrWhiteSpace(reason, nameof(reason), DealConsts.MaxReasonLength);
        RejectedAt = at;
        Move(to, staffId, at, reason);
        AddLocalEvent(new DealRejectedEvent(Id, LeadId, staffId, ManagerId, reason, at));
    }

    private void Give(DateTime at)
    {
        (AssignedAt, AcceptedAt, OnTheWayAt) = (at, null, null);
        PlanReminders(at);
    }
}

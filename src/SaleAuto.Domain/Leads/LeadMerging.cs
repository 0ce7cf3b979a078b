using SaleAuto.Errors;

namespace SaleAuto.Leads;

public partial class Lead
{
    /// <summary>Where it stood before it was joined to another lead by a person; null for requests that joined by themselves.</summary>
    public LeadStatus? StatusBeforeMerge { get; private set; }

    /// <summary>This lead repeats another one and ends; what is due for it goes on under the survivor. May be undone.</summary>
    internal void MergeInto(Lead survivor, Guid staffId, DateTime at)
    {
        if (survivor.Id == Id)
        {
            throw new BusinessException(SaleAutoErrorCodes.Leads.MergeIntoItself);
        }
        if (!IsOpen || !survivor.IsOpen)
        {
            throw new BusinessException(SaleAutoErrorCodes.Leads.NotADuplicate);
        }
        if (Status == LeadStatus.DealPlanned)
        {
            throw new BusinessException(SaleAutoErrorCodes.Leads.MergeHasDeal);
        }
        StatusBeforeMerge = Status;
        (JoinedLeadId, CloseReason, ClosedAt) = (survivor.Id, LeadCloseReason.Duplicate, at);
        Move(LeadStatus.Closed, at, staffId, survivor.Number);
        survivor.Record(at, LeadHistoryKind.Merged, survivor.Status, survivor.Status, staffId, Number);
        AddLocalEvent(new LeadMergedEvent(Id, survivor.Id, at));
    }

    /// <summary>The two were different requests after all: this one stands again where it stood; an interrupted call becomes a repeat call.</summary>
    internal void Unmerge(Guid staffId, DateTime at)
    {
        if (StatusBeforeMerge is not { } before || JoinedLeadId is not { } survivorId || CloseReason != LeadCloseReason.Duplicate)
        {
            throw new BusinessException(SaleAutoErrorCodes.Leads.NotMerged);
        }
        (StatusBeforeMerge, JoinedLeadId, CloseReason, ClosedAt) = (null, null, null, null);
        Move(before == LeadStatus.InWork ? LeadStatus.Recall : before, at, staffId);
        AddLocalEvent(new LeadUnmergedEvent(Id, Kind, survivorId, at));
    }
}

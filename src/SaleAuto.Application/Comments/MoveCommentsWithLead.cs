using SaleAuto.Events;
using SaleAuto.Leads;

namespace SaleAuto.Comments;

/// <summary>What colleagues said of a lead goes where the lead goes: to the one that it joined, and back with it. What was said there meanwhile stays there.</summary>
internal sealed class MoveCommentsWithLead(ICommentRepository comments, ILeadRepository leads) :
    ILocalEventHandler<LeadMergedEvent>,
    ILocalEventHandler<LeadUnmergedEvent>
{
    public async Task HandleEventAsync(LeadMergedEvent merged, CancellationToken cancellationToken)
    {
        foreach (var comment in await comments.GetOfAsync(nameof(Lead), merged.LeadId, cancellationToken))
        {
            comment.MoveTo(merged.SurvivorId);
        }
    }

    public async Task HandleEventAsync(LeadUnmergedEvent unmerged, CancellationToken cancellationToken)
    {
        var own = await leads.GetJoinedAsync(unmerged.LeadId, cancellationToken); // what had joined it before goes with it
        foreach (var comment in await comments.GetOfAsync(nameof(Lead), unmerged.SurvivorId, cancellationToken))
        {
            if (comment.OriginId is { } origin && own.Contains(origin))
            {
                comment.MoveTo(unmerged.LeadId);
            }
        }
    }
}

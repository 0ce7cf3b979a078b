using SaleAuto.LowCode;
using SaleAuto.Staff;

namespace SaleAuto.Deals;

/// <summary>Steps of deals: who, when, from, to and why. They are facts: nobody changes them.</summary>
public sealed class DealTransitionResource : ReadOnlyResourceDefinition<DealTransition>
{
    protected override void Define(ResourceBuilder<DealTransition, NoInput> step)
    {
        step.Permissions(DealPartPermissions.See, StaffRoles.Manager, StaffRoles.Seller, StaffRoles.Owner);
        step.RowFilter<Deal>(StaffRoles.Seller, (row, person, deals) => deals.Any(d => d.Id == row.DealId && d.SellerId == person));

        step.Rollup<Deal, string?>("number", (row, deals) => deals.Where(d => d.Id == row.DealId).Select(d => d.Number).FirstOrDefault()).DetailOnly();
        step.Column(x => x.At).DefaultSortDescending();
        step.Column(x => x.DealId).Reference<Deal>(deal => deal.Number);
        step.Column(x => x.From).Badge();
        step.Column(x => x.To).Badge();
        step.Column(x => x.StaffId).Reference<StaffMember>(staff => staff.FullName);
        step.Column(x => x.Reason);
        step.Filter(x => x.At);
        step.Filter(x => x.To);
        step.Filter(x => x.StaffId);
        step.Filter(x => x.DealId).Secondary();
    }
}

/// <summary>Photos of inspections.</summary>
public sealed class DealPhotoResource : ReadOnlyResourceDefinition<DealPhoto>
{
    protected override void Define(ResourceBuilder<DealPhoto, NoInput> photo)
    {
        photo.Permissions(DealPartPermissions.See, StaffRoles.Manager, StaffRoles.Seller, StaffRoles.Owner);
        photo.RowFilter<Deal>(StaffRoles.Seller, (row, person, deals) => deals.Any(d => d.Id == row.DealId && d.SellerId == person));

        photo.Rollup<Deal, string?>("number", (row, deals) => deals.Where(d => d.Id == row.DealId).Select(d => d.Number).FirstOrDefault()).DetailOnly();
        photo.Column(x => x.FileId).Image();
        photo.Column(x => x.Shot).Badge();
        photo.Column(x => x.Note);
        photo.Column(x => x.At).DefaultSortDescending();
        photo.Column(x => x.DealId).Reference<Deal>(deal => deal.Number);
        photo.Filter(x => x.Shot);
        photo.Filter(x => x.At);
        photo.Filter(x => x.DealId).Secondary();
        photo.Gallery("fileId", "shot", "note", "at");
    }
}

/// <summary>What was wrong with inspected cars.</summary>
public sealed class DealDefectResource : ReadOnlyResourceDefinition<DealDefect>
{
    protected override void Define(ResourceBuilder<DealDefect, NoInput> defect)
    {
        defect.Permissions(DealPartPermissions.See, StaffRoles.Manager, StaffRoles.Seller, StaffRoles.Owner);
        defect.RowFilter<Deal>(StaffRoles.Seller, (row, person, deals) => deals.Any(d => d.Id == row.DealId && d.SellerId == person));

        defect.Rollup<Deal, string?>("number", (row, deals) => deals.Where(d => d.Id == row.DealId).Select(d => d.Number).FirstOrDefault()).DetailOnly();
        defect.Column(x => x.Kind).Badge();
        defect.Column(x => x.EstimatedCost).Money().Total();
        defect.Column(x => x.Note);
        defect.Column(x => x.At).DefaultSortDescending();
        defect.Column(x => x.DealId).Reference<Deal>(deal => deal.Number);
        defect.Filter(x => x.Kind);
        defect.Filter(x => x.At);
        defect.Filter(x => x.DealId).Secondary();
    }
}

/// <summary>Lines between offers and prices.</summary>
public sealed class PriceLineResource : ReadOnlyResourceDefinition<PriceLine>
{
    protected override void Define(ResourceBuilder<PriceLine, NoInput> line)
    {
        line.Permissions(DealPartPermissions.See, StaffRoles.Manager, StaffRoles.Seller, StaffRoles.Owner);
        line.RowFilter<Deal>(StaffRoles.Seller, (row, person, deals) => deals.Any(d => d.Id == row.DealId && d.SellerId == person));

        line.Label(x => x.Title);
        line.Column("change", x => x.IsAddition ? x.Amount : -x.Amount).Money().Total();
        line.Column(x => x.Reason);
        line.Column("isFree", x => x.RateCode == null);
        line.Column(x => x.At).DefaultSortDescending();
        line.Column(x => x.DealId).Reference<Deal>(deal => deal.Number);
        line.Filter(x => x.At);
        line.Filter(x => x.DealId).Secondary();
    }
}

/// <summary>Signed papers of deals.</summary>
public sealed class DealDocumentResource : ReadOnlyResourceDefinition<DealDocument>
{
    protected override void Define(ResourceBuilder<DealDocument, NoInput> document)
    {
        document.Permissions(DealPartPermissions.See, StaffRoles.Manager, StaffRoles.Seller, StaffRoles.Owner);
        document.RowFilter<Deal>(StaffRoles.Seller, (row, person, deals) => deals.Any(d => d.Id == row.DealId && d.SellerId == person));

        document.Rollup<Deal, string?>("number", (row, deals) => deals.Where(d => d.Id == row.DealId).Select(d => d.Number).FirstOrDefault()).DetailOnly();
        document.Column(x => x.Kind).Badge();
        document.Column(x => x.FileId).File();
        document.Column(x => x.At).DefaultSortDescending();
        document.Column(x => x.DealId).Reference<Deal>(deal => deal.Number);
        document.Filter(x => x.Kind);
        document.Filter(x => x.At);
        document.Filter(x => x.DealId).Secondary();
    }
}

/// <summary>Requests for another seller. Their reasons are open to all sellers.</summary>
public sealed class ReassignmentRequestResource : ReadOnlyResourceDefinition<ReassignmentRequest>
{
    protected override void Define(ResourceBuilder<ReassignmentRequest, NoInput> request)
    {
        request.Name("reassignments");
        request.Menu("Sales", icon: "switch-horizontal", order: 25);
        request.Permissions("SaleAuto.Reassignments", StaffRoles.Manager, StaffRoles.Seller, StaffRoles.Owner);

        request.Rollup<Deal, string?>("number", (row, deals) => deals.Where(d => d.Id == row.DealId).Select(d => d.Number).FirstOrDefault()).DetailOnly();
        request.Column(x => x.RequestedAt).DefaultSortDescending();
        request.Column(x => x.DealId).Reference<Deal>(deal => deal.Number);
        request.Rollup<Deal, DateTime>("startsAt", (row, deals) => deals.Where(d => d.Id == row.DealId).Select(d => d.StartsAt).FirstOrDefault());
        request.Column(x => x.Status).Badge();
        request.Column(x => x.FromSellerId).Reference<StaffMember>(staff => staff.FullName);
        request.Column(x => x.Reason);
        request.Rollup<ReassignmentOpinion, int>("understood", (row, votes) => votes.Count(v => v.RequestId == row.Id && v.Vote == ReassignmentVote.Understood));
        request.Rollup<ReassignmentOpinion, int>("notConvincing", (row, votes) => votes.Count(v => v.RequestId == row.Id && v.Vote == ReassignmentVote.NotConvincing));
        request.Column(x => x.TakenById).Reference<StaffMember>(staff => staff.FullName);
        request.Column(x => x.EndedAt).DetailOnly();
        request.Column(x => x.Alarms).DetailOnly();
        request.Filter(x => x.Status);
        request.Filter(x => x.RequestedAt);
        request.Filter(x => x.FromSellerId);
        request.Filter(x => x.DealId).Secondary();
        request.Related<ReassignmentComment>(x => x.RequestId);
    }
}

/// <summary>What colleagues wrote to requests for another seller.</summary>
public sealed class ReassignmentCommentResource : ReadOnlyResourceDefinition<ReassignmentComment>
{
    protected override void Define(ResourceBuilder<ReassignmentComment, NoInput> comment)
    {
        comment.Permissions("SaleAuto.Reassignments", StaffRoles.Manager, StaffRoles.Seller, StaffRoles.Owner);

        comment.Label(x => x.Text);
        comment.Column(x => x.StaffId).Reference<StaffMember>(staff => staff.FullName);
        comment.Column(x => x.At).DefaultSortDescending();
        comment.Column(x => x.RequestId).Reference<ReassignmentRequest>(request => request.Reason);
        comment.Filter(x => x.At);
        comment.Filter(x => x.RequestId).Secondary();
    }
}

internal static class DealPartPermissions
{
    /// <summary>Seeing what makes up a deal: one permission for all of it.</summary>
    public const string See = "SaleAuto.DealParts";
}

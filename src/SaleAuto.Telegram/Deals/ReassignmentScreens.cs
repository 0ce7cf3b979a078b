using System.Net;
using System.Text;
using SaleAuto.Bot;
using SaleAuto.Messages;

namespace SaleAuto.Deals;

/// <summary>Deals that look for another seller.</summary>
internal sealed class ReassignmentsScreen(IReassignmentAppService reassignments) : BotScreen
{
    public override IReadOnlyList<string> Actions => [DealActions.Reassignments];

    public override string? Command => "/reassignments";

    public override string? Permission => DealPermissions.Work;

    public override async Task<BotReply> ShowAsync(BotRequest request, CancellationToken cancellationToken)
    {
        var open = await reassignments.GetOpenAsync(cancellationToken);
        return BotReply.OfHtml(SellerTexts.Get(open.Count == 0 ? "Reassignments.None" : "Reassignments"))
            .Grid(open.Select(line => BotButton.Act(
                $"{DealCard.Moment(line.LocalStart)} · {DealCard.CarName(line.Car)} · {line.FromSellerName}", BotActionNames.OpenReassignment, line.Id)))
            .Row(BotButton.Act(SellerTexts.Get("Deals.Button"), DealActions.My));
    }
}

/// <summary>One of them: the reason is open to all sellers, who take it, vote and comment.</summary>
internal sealed class ReassignmentScreen(IReassignmentAppService reassignments) : BotScreen
{
    private const int ShownComments = 10;

    public override IReadOnlyList<string> Actions =>
        [BotActionNames.OpenReassignment, BotActionNames.AcceptReassignment, DealActions.Understand, DealActions.Doubt];

    public override string? Permission => DealPermissions.Work;

    public override string? ShowsInstead => BotActionNames.OpenReassignment;

    public override async Task<BotReply> ShowAsync(BotRequest request, CancellationToken cancellationToken)
    {
        var id = request.RequiredId;
        switch (request.Action)
        {
            case BotActionNames.AcceptReassignment:
                await reassignments.AcceptAsync(id, cancellationToken);
                break;
            case DealActions.Understand:
                await reassignments.VoteAsync(id, ReassignmentVote.Understood, cancellationToken);
                break;
            case DealActions.Doubt:
                await reassignments.VoteAsync(id, ReassignmentVote.NotConvincing, cancellationToken);
                break;
        }
        return Show(await reassignments.GetAsync(id, cancellationToken), request.Action == BotActionNames.AcceptReassignment);
    }

    private static BotReply Show(ReassignmentDto shown, bool isTaken)
    {
        var text = new StringBuilder(SellerTexts.Get("Reassignment"));
        foreach (var comment in shown.Comments.TakeLast(ShownComments))
        {
            text.Append("\n<i>").Append(Escape(comment.AuthorName)).Append(":</i> ").Append(Escape(comment.Text));
        }
        var reply = BotReply.OfHtml(
            text.ToString(),
            shown.DealNumber,
            shown.TakenByName is { } taker ? SellerTexts.Get("Reassignment.TakenBy", taker) : SellerTexts.NameOf(shown.Status),
            DealCard.Moment(shown.LocalStart),
            shown.Address,
            DealCard.CarName(shown.Car),
            shown.FromSellerName,
            shown.Reason,
            shown.Understood,
            shown.NotConvincing);
        if (isTaken)
        {
            return reply.Saying(SellerTexts.Get("Reassignment.Yours")).Row(BotButton.Act(SellerTexts.Get("Deal.Button", shown.DealNumber), BotActionNames.OpenDeal, shown.DealId));
        }
        if (shown.CanAccept)
        {
            reply = reply.Row(BotButton.Act(SellerTexts.Get("Reassignment.Accept"), BotActionNames.AcceptReassignment, shown.Id));
        }
        if (!shown.IsOwn)
        {
            reply = reply.Row(
                BotButton.Act(Mine(ReassignmentVote.Understood), DealActions.Understand, shown.Id),
                BotButton.Act(Mine(ReassignmentVote.NotConvincing), DealActions.Doubt, shown.Id));
        }
        return reply.Row(BotButton.Act(SellerTexts.Get("Reassignment.Comment"), DealActions.Comment, shown.Id))
            .Row(BotButton.Act(SellerTexts.Get("Reassignments.Button"), DealActions.Reassignments));

        string Mine(ReassignmentVote vote) => $"{SellerTexts.NameOf(vote)}{(shown.MyVote == vote ? " ✓" : "")}";
    }

    // Braces would be taken for places of values.
    private static string Escape(string text) => WebUtility.HtmlEncode(text).Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}

/// <summary>A word to the colleagues.</summary>
internal sealed class ReassignmentCommentConversation : Conversation<ReassignmentCommentDraft>
{
    public ReassignmentCommentConversation()
    {
        StartsOn(DealActions.Comment);
        Permission(DealPermissions.Work);
        Begin((draft, request) => (draft.RequestId, draft.Key) = (request.RequiredId, Guid.CreateVersion7().ToString("N")));
        Step<ReassignmentCommentStep>();
        Finish<IReassignmentAppService>(async (draft, reassignments, token) =>
        {
            await reassignments.CommentAsync(draft.RequestId, new CommentOnReassignmentInput { Text = draft.Text, Key = draft.Key }, token);
            return BotReply.Of(SellerTexts.Get("Saved")).Row(BotButton.Act(SellerTexts.Get("Reassignment.Button"), BotActionNames.OpenReassignment, draft.RequestId));
        });
    }
}

/// <summary>The comment so far.</summary>
internal sealed class ReassignmentCommentDraft
{
    public Guid RequestId { get; set; }

    public string Key { get; set; } = "";

    public string? Text { get; set; }
}

/// <summary>The words.</summary>
internal sealed class ReassignmentCommentStep() : TextAnswer<ReassignmentCommentDraft>(DealConsts.MaxCommentLength)
{
    public override BotReply Ask(ReassignmentCommentDraft draft) => BotReply.Of(SellerTexts.Get("Reassignment.AskComment"));

    protected override void Take(ReassignmentCommentDraft draft, string text) => draft.Text = text;
}

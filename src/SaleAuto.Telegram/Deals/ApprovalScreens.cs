using SaleAuto.Bot;
using SaleAuto.Messages;

namespace SaleAuto.Deals;

/// <summary>A price far from the offer, which a manager or owner allows or not.</summary>
internal sealed class ApprovalScreen(IPriceApprovalAppService approvals) : BotScreen
{
    public override IReadOnlyList<string> Actions => [BotActionNames.OpenApproval, DealActions.GrantPrice, DealActions.RefusePrice];

    public override string? Permission => DealPermissions.ApprovePrice;

    public override string? ShowsInstead => BotActionNames.OpenApproval;

    public override async Task<BotReply> ShowAsync(BotRequest request, CancellationToken cancellationToken)
    {
        var asked = await approvals.GetAsync(request.RequiredId, cancellationToken);
        if (request.Action == BotActionNames.OpenApproval)
        {
            return Show(asked);
        }
        if (request.Argument != MarkOf(asked))
        {
            return Show(asked).Saying(SellerTexts.Get("Price.ChangedMeanwhile"));
        }
        var input = new PriceApprovalAnswerInput { IsGranted = request.Action == DealActions.GrantPrice, Price = asked.Price };
        await approvals.AnswerAsync(asked.DealId, input, cancellationToken);
        return Show(await approvals.GetAsync(asked.DealId, cancellationToken)).Saying(SellerTexts.Get("Saved"));
    }

    private static BotReply Show(PriceApprovalDto asked)
    {
        var reply = BotReply.OfHtml(SellerTexts.Get($"Approval.{asked.Approval}"), asked.AnsweredByName)
            .Under(BotReply.OfHtml(PriceLedger.Of(asked.StartPrice, asked.PriceLines, asked.Price)))
            .Under(BotReply.OfHtml(
                SellerTexts.Get("Approval"), asked.DealNumber, DealCard.CarName(asked.Car), asked.SellerName, DealCard.Offer(asked.OfferLow, asked.OfferHigh) ?? "—"));
        return asked.Approval == PriceApproval.Asked
            ? reply.Row(
                BotButton.Act(SellerTexts.Get("Approval.Grant"), DealActions.GrantPrice, asked.DealId, MarkOf(asked)),
                BotButton.Act(SellerTexts.Get("Approval.Refuse"), DealActions.RefusePrice, asked.DealId, MarkOf(asked)))
            : reply;
    }

    private static string MarkOf(PriceApprovalDto asked) => RowMark.Of(asked.PriceLines, asked.Price);
}

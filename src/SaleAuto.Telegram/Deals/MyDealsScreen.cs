using SaleAuto.Bot;
using SaleAuto.Messages;

namespace SaleAuto.Deals;

/// <summary>The seller's meetings, soonest first.</summary>
internal sealed class MyDealsScreen(ISellerDealAppService deals) : BotScreen
{
    public override IReadOnlyList<string> Actions => [DealActions.My];

    public override string? Command => "/deals";

    public override string? Permission => DealPermissions.Work;

    public override async Task<BotReply> ShowAsync(BotRequest request, CancellationToken cancellationToken)
    {
        var mine = await deals.GetMyAsync(cancellationToken);
        return BotReply.OfHtml(SellerTexts.Get(mine.Count == 0 ? "Deals.None" : "Deals"))
            .Grid(mine.Select(deal => BotButton.Act(
                $"{DealCard.Moment(deal.LocalStart)} · {DealCard.CarName(deal.Car)} · {SellerTexts.NameOf(deal.Status)}", BotActionNames.OpenDeal, deal.Id)))
            .Row(BotButton.Act(SellerTexts.Get("Reassignments.Button"), DealActions.Reassignments));
    }
}

/// <summary>One deal.</summary>
internal sealed class DealScreen(ISellerDealAppService deals) : BotScreen
{
    public override IReadOnlyList<string> Actions => [BotActionNames.OpenDeal];

    public override string? Permission => DealPermissions.Work;

    public override async Task<BotReply> ShowAsync(BotRequest request, CancellationToken cancellationToken) =>
        DealCard.Of(await deals.GetAsync(request.RequiredId, cancellationToken));
}

/// <summary>Steps of a deal that need no further word.</summary>
internal sealed class DealStepScreen(ISellerDealAppService deals) : BotScreen
{
    public override IReadOnlyList<string> Actions =>
        [BotActionNames.AcceptDeal, BotActionNames.SetOnTheWay, DealActions.Inspect, DealActions.Complete, DealActions.Keep, DealActions.DropDefect];

    public override string? Permission => DealPermissions.Work;

    public override string? ShowsInstead => BotActionNames.OpenDeal;

    public override async Task<BotReply> ShowAsync(BotRequest request, CancellationToken cancellationToken)
    {
        var id = request.RequiredId;
        switch (request.Action)
        {
            case BotActionNames.AcceptDeal:
                await deals.AcceptAsync(id, cancellationToken);
                break;
            case BotActionNames.SetOnTheWay:
                await deals.SetOnTheWayAsync(id, cancellationToken);
                break;
            case DealActions.Inspect:
                await deals.BeginInspectionAsync(id, cancellationToken);
                break;
            case DealActions.Complete:
                await deals.CompleteAsync(id, cancellationToken);
                break;
            case DealActions.Keep:
                await deals.WithdrawReassignmentAsync(id, cancellationToken);
                break;
            default:
                await DropDefectAsync(id, request.Argument, cancellationToken);
                break;
        }
        var deal = await deals.GetAsync(id, cancellationToken);
        return DealCard.Of(deal).Saying(SellerTexts.Get("Done", SellerTexts.NameOf(deal.Status)));
    }

    private async Task DropDefectAsync(Guid dealId, string? mark, CancellationToken cancellationToken)
    {
        var defects = (await deals.GetAsync(dealId, cancellationToken)).Defects;
        if (defects.FirstOrDefault(defect => RowMark.Of(defect.Id) == mark) is { } found)
        {
            await deals.RemoveDefectAsync(dealId, found.Id, cancellationToken);
        }
    }
}

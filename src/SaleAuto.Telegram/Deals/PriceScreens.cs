using System.Globalization;
using System.Net;
using System.Text;
using SaleAuto.Bot;
using SaleAuto.Messages;

namespace SaleAuto.Deals;

/// <summary>From the offer to the price: the lines between them, and what can be done with them.</summary>
internal sealed class PriceScreen(ISellerDealAppService deals) : BotScreen
{
    public override IReadOnlyList<string> Actions => [DealActions.Price, DealActions.DropLine, DealActions.AskApproval];

    public override string? Permission => DealPermissions.Work;

    public override string? ShowsInstead => DealActions.Price;

    public override async Task<BotReply> ShowAsync(BotRequest request, CancellationToken cancellationToken)
    {
        var deal = await deals.GetAsync(request.RequiredId, cancellationToken);
        if (request.Action == DealActions.DropLine && deal.PriceLines.FirstOrDefault(line => RowMark.Of(line.Id) == request.Argument) is { } dropped)
        {
            await deals.RemovePriceLineAsync(deal.Id, dropped.Id, cancellationToken);
            deal = await deals.GetAsync(deal.Id, cancellationToken);
        }
        else if (request.Action == DealActions.AskApproval)
        {
            await deals.AskPriceApprovalAsync(deal.Id, cancellationToken);
            deal = await deals.GetAsync(deal.Id, cancellationToken);
        }
        return Show(deal);
    }

    private static BotReply Show(SellerDealDto deal)
    {
        var reply = BotReply.OfHtml($"<b>{WebUtility.HtmlEncode(deal.Number)}</b>\n{PriceLedger.Of(deal)}{Approval(deal)}");
        reply = reply.Grid(deal.PriceLines.Select(line => BotButton.Act(SellerTexts.Get("Price.Drop", line.Title), DealActions.DropLine, deal.Id, RowMark.Of(line.Id))));
        if (deal.Actions.Contains(DealAction.ProposeStartPrice))
        {
            reply = reply.Row(BotButton.Act(SellerTexts.Get("Price.Start"), DealActions.StartPrice, deal.Id));
        }
        if (deal.Actions.Contains(DealAction.AddPriceLine))
        {
            reply = reply.Row(
                BotButton.Act(SellerTexts.Get("Price.FromRateCard"), DealActions.RateLine, deal.Id),
                BotButton.Act(SellerTexts.Get("Price.FreeLine"), DealActions.FreeLine, deal.Id));
        }
        if (deal.Actions.Contains(DealAction.AskPriceApproval))
        {
            reply = reply.Row(BotButton.Act(SellerTexts.Get("Price.AskApproval"), DealActions.AskApproval, deal.Id));
        }
        if (deal.Price is not null && (!deal.NeedsApproval || deal.Approval == PriceApproval.Granted))
        {
            reply = reply.Row(BotButton.Act(SellerTexts.Get("Price.ShowToClient"), DealActions.ShowPrice, deal.Id));
        }
        return reply.Row(BotButton.Act(SellerTexts.Get("Deal.Button", deal.Number), BotActionNames.OpenDeal, deal.Id));
    }

    private static string Approval(SellerDealDto deal) => deal.NeedsApproval || deal.Approval != PriceApproval.None
        ? "\n\n" + WebUtility.HtmlEncode(SellerTexts.Get($"Price.Approval.{deal.Approval}", deal.ApprovalNote))
        : "";
}

/// <summary>What the client reads on the seller's phone, and the client's yes to exactly that.</summary>
internal sealed class ShownPriceScreen(ISellerDealAppService deals) : BotScreen
{
    public override IReadOnlyList<string> Actions => [DealActions.ShowPrice, DealActions.AgreePrice];

    public override string? Permission => DealPermissions.Work;

    public override string? ShowsInstead => DealActions.Price;

    public override async Task<BotReply> ShowAsync(BotRequest request, CancellationToken cancellationToken)
    {
        var deal = await deals.GetAsync(request.RequiredId, cancellationToken);
        if (request.Action == DealActions.ShowPrice || deal.Price is not { } price)
        {
            return Show(deal);
        }
        if (deal.Status == DealStatus.Inspection && request.Argument != RowMark.Of(deal.PriceLines, deal.Price))
        {
            return Show(deal).Saying(SellerTexts.Get("Price.ChangedMeanwhile"));
        }
        await deals.AgreePriceAsync(deal.Id, new AgreePriceInput { ShownLineIds = [.. deal.PriceLines.Select(line => line.Id)], Price = price }, cancellationToken);
        return DealCard.Of(await deals.GetAsync(deal.Id, cancellationToken)).Saying(SellerTexts.Get("Saved"));
    }

    private static BotReply Show(SellerDealDto deal) =>
        BotReply.OfHtml($"{WebUtility.HtmlEncode(DealCard.CarName(deal.Car))}\n{PriceLedger.Of(deal)}\n\n{WebUtility.HtmlEncode(SellerTexts.Get("Price.AskClient"))}")
            .Row(BotButton.Act(SellerTexts.Get("Price.ClientAgrees", Money.Show(deal.Price)), DealActions.AgreePrice, deal.Id, RowMark.Of(deal.PriceLines, deal.Price)))
            .Row(BotButton.Act(SellerTexts.Get("Price.Change"), DealActions.Price, deal.Id));
}

/// <summary>The lines between offer and price, in Telegram's HTML.</summary>
internal static class PriceLedger
{
    public static string Of(SellerDealDto deal) => Of(deal.StartPrice, deal.PriceLines, deal.Price);

    public static string Of(decimal? start, IReadOnlyList<PriceLineDto> lines, decimal? price)
    {
        var text = new StringBuilder();
        text.Append(SellerTexts.Get("Price.Offer", Money.Show(start)));
        foreach (var line in lines)
        {
            text.Append(CultureInfo.CurrentCulture, $"\n{(line.IsAddition ? "+" : "−")} {Money.Show(line.Amount)} · {WebUtility.HtmlEncode(line.Title)}");
            if (line.Reason is { } reason)
            {
                text.Append(CultureInfo.CurrentCulture, $" <i>({WebUtility.HtmlEncode(reason)})</i>");
            }
        }
        return text.Append(CultureInfo.CurrentCulture, $"\n<b>{SellerTexts.Get("Price.Total", Money.Show(price))}</b>").ToString();
    }
}

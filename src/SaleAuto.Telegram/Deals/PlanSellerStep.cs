using System.Globalization;
using SaleAuto.Bot;

namespace SaleAuto.Deals;

/// <summary>Which seller; what each has to do that day stands above, and the busy ones cannot be chosen.</summary>
internal sealed class PlanSellerStep(IDealAppService deals) : ConversationStep<PlanDealDraft>
{
    public override bool IsNeeded(PlanDealDraft draft) => !draft.HasSeller;

    public override async Task<BotReply> AskAsync(PlanDealDraft draft, CancellationToken cancellationToken)
    {
        var sellers = await SellersAsync(draft, cancellationToken);
        var free = sellers.Where(seller => seller.IsFree != false).ToList();
        var moment = draft.GetLocalStart().ToString("dd.MM HH:mm", CultureInfo.CurrentCulture);
        var lines = sellers.Where(seller => seller.Busy.Count > 0)
            .Select(seller => ManagerTexts.Get(seller.IsFree == false ? "Plan.Busy" : "Plan.Meetings", seller.Name, MeetingsOf(seller)));
        return BotReply.Of(string.Join('\n', lines.Prepend(ManagerTexts.Get(free.Count == 0 ? "Plan.NobodyFree" : "Plan.Seller", moment))))
            .Grid(free.Select(seller => BotButton.Choose(seller.Name, seller.SellerId.ToString())));
    }

    public override async Task<StepResult> ReadAsync(BotMessage message, PlanDealDraft draft, CancellationToken cancellationToken)
    {
        var sellers = await SellersAsync(draft, cancellationToken);
        if (!Guid.TryParse(message.Choice, out var sellerId) || sellers.FirstOrDefault(seller => seller.SellerId == sellerId) is not { } chosen)
        {
            return StepResult.Retry(ManagerTexts.Get("ChooseByButton"));
        }
        if (chosen.IsFree == false) // a colleague was quicker
        {
            return StepResult.Retry(ManagerTexts.Get("Plan.JustTaken", chosen.Name, MeetingsOf(chosen)));
        }
        (draft.SellerId, draft.SellerName, draft.HasSeller) = (chosen.SellerId, chosen.Name, true);
        return StepResult.Next();
    }

    private async Task<IReadOnlyList<SellerDayDto>> SellersAsync(PlanDealDraft draft, CancellationToken cancellationToken) =>
        (await deals.GetSellerDaysAsync(new SellerDayInput { Date = draft.Date, Time = draft.Time, TimeZone = draft.TimeZone }, cancellationToken)).Sellers;

    private static string MeetingsOf(SellerDayDto seller) => string.Join(", ", seller.Busy.Select(busy => $"{busy.DealNumber} {busy.From:HH:mm}–{busy.To:HH:mm}"));
}

using SaleAuto.Bot;
using SaleAuto.Messages;

namespace SaleAuto.Deals;

/// <summary>The client does not sell.</summary>
internal sealed class ClientRefusedConversation : Conversation<ReasonDraft>
{
    public ClientRefusedConversation()
    {
        StartsOn(DealActions.ClientRefused);
        Permission(DealPermissions.Work);
        Begin((draft, request) => (draft.DealId, draft.Question) = (request.RequiredId, "Refusal.AskClient"));
        Step<ReasonStep>();
        Finish<ISellerDealAppService>(async (draft, deals, token) =>
        {
            await deals.RejectByClientAsync(draft.DealId, new DealReasonInput { Reason = draft.Reason }, token);
            return BotReply.Of(SellerTexts.Get("Refusal.ClientDone")).Row(BotButton.Act(SellerTexts.Get("Deals.Button"), DealActions.My));
        });
    }
}

/// <summary>The seller does not buy: the car is not what was promised.</summary>
internal sealed class SellerRefusedConversation : Conversation<ReasonDraft>
{
    public SellerRefusedConversation()
    {
        StartsOn(DealActions.SellerRefused);
        Permission(DealPermissions.Work);
        Begin((draft, request) => (draft.DealId, draft.Question) = (request.RequiredId, "Refusal.AskSeller"));
        Step<ReasonStep>();
        Finish<ISellerDealAppService>(async (draft, deals, token) =>
        {
            await deals.RejectBySellerAsync(draft.DealId, new DealReasonInput { Reason = draft.Reason }, token);
            return BotReply.Of(SellerTexts.Get("Refusal.SellerDone")).Row(BotButton.Act(SellerTexts.Get("Deals.Button"), DealActions.My));
        });
    }
}

/// <summary>The seller cannot come: another one must take the deal.</summary>
internal sealed class HandOverConversation : Conversation<ReasonDraft>
{
    public HandOverConversation()
    {
        StartsOn(DealActions.HandOver);
        Permission(DealPermissions.Work);
        Begin((draft, request) => (draft.DealId, draft.Question) = (request.RequiredId, "HandOver.Ask"));
        Step<ReasonStep>();
        Finish<ISellerDealAppService>(async (draft, deals, token) =>
        {
            var requestId = await deals.RequestReassignmentAsync(draft.DealId, new DealReasonInput { Reason = draft.Reason }, token);
            return BotReply.Of(SellerTexts.Get("HandOver.Done")).Row(BotButton.Act(SellerTexts.Get("Reassignment.Button"), BotActionNames.OpenReassignment, requestId));
        });
    }
}

/// <summary>A deal and the reason of what happens to it.</summary>
internal sealed class ReasonDraft
{
    public Guid DealId { get; set; }

    public string Question { get; set; } = "";

    public string? Reason { get; set; }
}

/// <summary>The reason in the person's own words.</summary>
internal sealed class ReasonStep() : TextAnswer<ReasonDraft>(DealConsts.MaxReasonLength)
{
    public override BotReply Ask(ReasonDraft draft) => BotReply.Of(SellerTexts.Get(draft.Question));

    protected override void Take(ReasonDraft draft, string text) => draft.Reason = text;
}

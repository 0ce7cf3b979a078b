using SaleAuto.Bot;

namespace SaleAuto.Deals;

/// <summary>The money handed over, exactly as the contract says.</summary>
internal sealed class PaymentConversation : Conversation<PaymentDraft>
{
    public PaymentConversation()
    {
        StartsOn(DealActions.Pay);
        Permission(DealPermissions.Work);
        Begin<ISellerDealAppService>(async (draft, request, deals, token) =>
        {
            var deal = await deals.GetAsync(request.RequiredId, token);
            (draft.DealId, draft.Contract) = (deal.Id, deal.AgreedPrice);
        });
        Step<PaidAmountStep>();
        Step<PaymentMethodStep>();
        Step<PaymentDirectionStep>();
        Step<PaymentEvidenceStep>();
        Finish<ISellerDealAppService>(async (draft, deals, token) =>
        {
            var input = new RecordPaymentInput { Amount = draft.Amount, Method = draft.Method, Direction = draft.Direction, EvidenceFileId = draft.EvidenceFileId };
            await deals.RecordPaymentAsync(draft.DealId, input, token);
            return DealCard.Of(await deals.GetAsync(draft.DealId, token)).Saying(SellerTexts.Get("Saved"));
        });
    }
}

/// <summary>Answers so far.</summary>
internal sealed class PaymentDraft
{
    public Guid DealId { get; set; }

    public decimal? Contract { get; set; }

    public decimal Amount { get; set; }

    public PaymentMethod Method { get; set; }

    public PaymentDirection Direction { get; set; } = PaymentDirection.CompanyToClient;

    public Guid? EvidenceFileId { get; set; }
}

/// <summary>How much; typed, not pressed, so that it is counted.</summary>
internal sealed class PaidAmountStep() : AmountAnswer<PaymentDraft>(least: 0)
{
    public override BotReply Ask(PaymentDraft draft) => BotReply.OfHtml(SellerTexts.Get("Payment.AskAmount"), Money.Show(draft.Contract));

    protected override StepResult Take(PaymentDraft draft, decimal amount)
    {
        if (amount != draft.Contract)
        {
            return StepResult.Retry(SellerTexts.Get("Payment.Differs", Money.Show(amount), Money.Show(draft.Contract)));
        }
        draft.Amount = amount;
        return StepResult.Next();
    }
}

/// <summary>How.</summary>
internal sealed class PaymentMethodStep : ConversationStep<PaymentDraft>
{
    public override BotReply Ask(PaymentDraft draft) => BotReply.Of(SellerTexts.Get("Payment.AskMethod"))
        .Grid(Enum.GetValues<PaymentMethod>().Select(method => BotButton.Choose(SellerTexts.NameOf(method), method.ToString())));

    public override StepResult Read(BotMessage message, PaymentDraft draft)
    {
        if (!Enum.TryParse<PaymentMethod>(message.Choice, out var method))
        {
            return StepResult.Retry(SellerTexts.Get("PressAButton"));
        }
        draft.Method = method;
        return StepResult.Next();
    }
}

/// <summary>From whom to whom.</summary>
internal sealed class PaymentDirectionStep : ConversationStep<PaymentDraft>
{
    public override BotReply Ask(PaymentDraft draft) => BotReply.Of(SellerTexts.Get("Payment.AskDirection"))
        .Grid(Enum.GetValues<PaymentDirection>().Select(direction => BotButton.Choose(SellerTexts.NameOf(direction), direction.ToString())));

    public override StepResult Read(BotMessage message, PaymentDraft draft)
    {
        if (!Enum.TryParse<PaymentDirection>(message.Choice, out var direction))
        {
            return StepResult.Retry(SellerTexts.Get("PressAButton"));
        }
        draft.Direction = direction;
        return StepResult.Next();
    }
}

/// <summary>A picture that shows it: a receipt, a screen of the bank.</summary>
internal sealed class PaymentEvidenceStep : ConversationStep<PaymentDraft>
{
    public override bool TakesFiles => true;

    public override BotReply Ask(PaymentDraft draft) => BotReply.OfHtml(SellerTexts.Get("Payment.AskEvidence"), Money.Show(draft.Amount), SellerTexts.NameOf(draft.Method));

    public override StepResult Read(BotMessage message, PaymentDraft draft)
    {
        if (message.StoredFileId is not { } fileId)
        {
            return StepResult.Retry(SellerTexts.Get("Documents.NotAFile"));
        }
        draft.EvidenceFileId = fileId;
        return StepResult.Next();
    }
}

using SaleAuto.Bot;

namespace SaleAuto.Deals;

/// <summary>A price to begin with, where the client was told none.</summary>
internal sealed class StartPriceConversation : Conversation<PriceDraft>
{
    public StartPriceConversation()
    {
        StartsOn(DealActions.StartPrice);
        Permission(DealPermissions.Work);
        Begin((draft, request) => (draft.DealId, draft.Question) = (request.RequiredId, "Price.AskStart"));
        Step<PriceAmountStep>();
        Finish<ISellerDealAppService>(async (draft, deals, token) =>
        {
            await deals.ProposeStartPriceAsync(draft.DealId, draft.Amount!.Value, token);
            return PriceAnswer.Of(await deals.GetAsync(draft.DealId, token));
        });
    }
}

/// <summary>A line of the owner's rate card.</summary>
internal sealed class RateLineConversation : Conversation<PriceDraft>
{
    public RateLineConversation()
    {
        StartsOn(DealActions.RateLine);
        Permission(DealPermissions.Work);
        Begin((draft, request) => (draft.DealId, draft.Key) = (request.RequiredId, Guid.CreateVersion7().ToString("N")));
        Step<RateStep>();
        Finish<ISellerDealAppService>(async (draft, deals, token) =>
        {
            await deals.AddPriceLineAsync(draft.DealId, new AddPriceLineInput { RateCode = draft.RateCode, Key = draft.Key }, token);
            return PriceAnswer.Of(await deals.GetAsync(draft.DealId, token));
        });
    }
}

/// <summary>A line of the seller's own: what, how much, why, and a picture.</summary>
internal sealed class FreeLineConversation : Conversation<PriceDraft>
{
    public FreeLineConversation()
    {
        StartsOn(DealActions.FreeLine);
        Permission(DealPermissions.Work);
        Begin((draft, request) =>
        {
            (draft.DealId, draft.Key) = (request.RequiredId, Guid.CreateVersion7().ToString("N"));
            draft.Question = "Price.AskAmount";
        });
        Step<LineSignStep>();
        Step<LineTitleStep>();
        Step<PriceAmountStep>();
        Step<LineReasonStep>();
        Step<LinePhotoStep>();
        Finish<ISellerDealAppService>(async (draft, deals, token) =>
        {
            var input = new AddPriceLineInput
            {
                Title = draft.Title,
                Reason = draft.Reason,
                Amount = draft.Amount,
                IsAddition = draft.IsAddition,
                PhotoId = draft.PhotoId,
                Key = draft.Key,
            };
            await deals.AddPriceLineAsync(draft.DealId, input, token);
            return PriceAnswer.Of(await deals.GetAsync(draft.DealId, token));
        });
    }
}

/// <summary>Answers so far.</summary>
internal sealed class PriceDraft
{
    public Guid DealId { get; set; }

    public string Key { get; set; } = "";

    public string Question { get; set; } = "";

    public string? RateCode { get; set; }

    public bool IsAddition { get; set; }

    public string? Title { get; set; }

    public decimal? Amount { get; set; }

    public string? Reason { get; set; }

    public Guid? PhotoId { get; set; }
}

/// <summary>What is said after a change of the price.</summary>
internal static class PriceAnswer
{
    public static BotReply Of(SellerDealDto deal) => BotReply.OfHtml(PriceLedger.Of(deal))
        .Row(BotButton.Act(SellerTexts.Get("Price.Button"), DealActions.Price, deal.Id));
}

/// <summary>Which line of the rate card.</summary>
internal sealed class RateStep(ISellerDealAppService deals) : ConversationStep<PriceDraft>
{
    public override async Task<BotReply> AskAsync(PriceDraft draft, CancellationToken cancellationToken)
    {
        var rates = await deals.GetRateCardAsync(cancellationToken);
        return BotReply.Of(SellerTexts.Get(rates.Count == 0 ? "Price.NoRates" : "Price.AskRate"))
            .Grid(rates.Select(rate => BotButton.Choose($"{rate.Title} · {Money.Show(rate.Amount)}", rate.Code)));
    }

    public override StepResult Read(BotMessage message, PriceDraft draft)
    {
        if (message.Choice is not { } code)
        {
            return StepResult.Retry(SellerTexts.Get("PressAButton"));
        }
        draft.RateCode = code;
        return StepResult.Next();
    }
}

/// <summary>Down or up.</summary>
internal sealed class LineSignStep : ConversationStep<PriceDraft>
{
    private const string Up = "up";
    private const string Down = "down";

    public override BotReply Ask(PriceDraft draft) => BotReply.Of(SellerTexts.Get("Price.AskSign"))
        .Row(BotButton.Choose(SellerTexts.Get("Price.Down"), Down), BotButton.Choose(SellerTexts.Get("Price.Up"), Up));

    public override StepResult Read(BotMessage message, PriceDraft draft)
    {
        if (message.Choice is not (Up or Down))
        {
            return StepResult.Retry(SellerTexts.Get("PressAButton"));
        }
        draft.IsAddition = message.Choice == Up;
        return StepResult.Next();
    }
}

/// <summary>A name for the line.</summary>
internal sealed class LineTitleStep() : TextAnswer<PriceDraft>(DealConsts.MaxTitleLength)
{
    public override BotReply Ask(PriceDraft draft) => BotReply.Of(SellerTexts.Get("Price.AskTitle"));

    protected override void Take(PriceDraft draft, string text) => draft.Title = text;
}

/// <summary>A sum.</summary>
internal sealed class PriceAmountStep : AmountAnswer<PriceDraft>
{
    public override BotReply Ask(PriceDraft draft) => BotReply.OfHtml(SellerTexts.Get(draft.Question), draft.Title);

    protected override StepResult Take(PriceDraft draft, decimal amount)
    {
        draft.Amount = amount;
        return StepResult.Next();
    }
}

/// <summary>Why, in words that the client will read.</summary>
internal sealed class LineReasonStep() : TextAnswer<PriceDraft>(DealConsts.MaxReasonLength)
{
    public override BotReply Ask(PriceDraft draft) => BotReply.Of(SellerTexts.Get("Price.AskReason"));

    protected override void Take(PriceDraft draft, string text) => draft.Reason = text;
}

/// <summary>A picture of the cause.</summary>
internal sealed class LinePhotoStep(ISellerDealAppService deals) : ConversationStep<PriceDraft>
{
    public override bool TakesFiles => true;

    public override BotReply Ask(PriceDraft draft) => BotReply.OfHtml(SellerTexts.Get("Price.AskPhoto"), draft.Title);

    public override async Task<StepResult> ReadAsync(BotMessage message, PriceDraft draft, CancellationToken cancellationToken)
    {
        if (message is not { StoredFileId: { } fileId, File: { } file })
        {
            return StepResult.Retry(SellerTexts.Get("Photos.NotAPhoto"));
        }
        var input = new AddDealPhotoInput { Shot = DealShot.ProblemPlace, FileId = fileId, SourceKey = file.UniqueId, Note = draft.Title };
        draft.PhotoId = await deals.AddPhotoAsync(draft.DealId, input, cancellationToken);
        return StepResult.Next();
    }
}

using SaleAuto.Bot;

namespace SaleAuto.Deals;

/// <summary>A defect with what mending it would cost.</summary>
internal sealed class DefectConversation : Conversation<DefectDraft>
{
    public DefectConversation()
    {
        StartsOn(DealActions.Defect);
        Permission(DealPermissions.Work);
        Begin((draft, request) => (draft.DealId, draft.Key) = (request.RequiredId, Guid.CreateVersion7().ToString("N")));
        Step<DefectKindStep>();
        Step<DefectCostStep>();
        Step<DefectPhotoStep>();
        Finish<ISellerDealAppService>(async (draft, deals, token) =>
        {
            var input = new AddDefectInput { Kind = draft.Kind, EstimatedCost = draft.Cost, Note = draft.Note, PhotoId = draft.PhotoId, Key = draft.Key };
            await deals.AddDefectAsync(draft.DealId, input, token);
            return DealCard.Of(await deals.GetAsync(draft.DealId, token)).Saying(SellerTexts.Get("Saved"));
        });
    }
}

/// <summary>Answers so far.</summary>
internal sealed class DefectDraft
{
    public Guid DealId { get; set; }

    public string Key { get; set; } = "";

    public DefectKind Kind { get; set; }

    public decimal Cost { get; set; }

    public string? Note { get; set; }

    public Guid? PhotoId { get; set; }
}

/// <summary>What is broken.</summary>
internal sealed class DefectKindStep : ConversationStep<DefectDraft>
{
    public override BotReply Ask(DefectDraft draft) => BotReply.Of(SellerTexts.Get("Defect.AskKind"))
        .Grid(Enum.GetValues<DefectKind>().Select(kind => BotButton.Choose(SellerTexts.NameOf(kind), kind.ToString())), 2);

    public override StepResult Read(BotMessage message, DefectDraft draft)
    {
        if (!Enum.TryParse<DefectKind>(message.Choice, out var kind))
        {
            return StepResult.Retry(SellerTexts.Get("PressAButton"));
        }
        draft.Kind = kind;
        return StepResult.Next();
    }
}

/// <summary>What mending costs.</summary>
internal sealed class DefectCostStep() : AmountAnswer<DefectDraft>(least: 0)
{
    public override BotReply Ask(DefectDraft draft) => BotReply.OfHtml(SellerTexts.Get("Defect.AskCost"), SellerTexts.NameOf(draft.Kind));

    protected override StepResult Take(DefectDraft draft, decimal amount)
    {
        draft.Cost = amount;
        return StepResult.Next();
    }
}

/// <summary>A picture of the place; what can be seen must be shown.</summary>
internal sealed class DefectPhotoStep(ISellerDealAppService deals) : ConversationStep<DefectDraft>
{
    private const string Skip = "skip";

    public override bool TakesFiles => true;

    public override BotReply Ask(DefectDraft draft)
    {
        var question = BotReply.OfHtml(SellerTexts.Get("Defect.AskPhoto"), SellerTexts.NameOf(draft.Kind));
        return draft.Kind.IsVisible() ? question : question.Row(BotButton.Choose(SellerTexts.Get("Defect.NoPhoto"), Skip));
    }

    public override async Task<StepResult> ReadAsync(BotMessage message, DefectDraft draft, CancellationToken cancellationToken)
    {
        if (message.Choice == Skip && !draft.Kind.IsVisible())
        {
            return StepResult.Next();
        }
        if (message is not { StoredFileId: { } fileId, File: { } file })
        {
            return StepResult.Retry(SellerTexts.Get("Photos.NotAPhoto"));
        }
        draft.Note = message.Text;
        var input = new AddDealPhotoInput { Shot = DealShot.ProblemPlace, FileId = fileId, SourceKey = file.UniqueId, Note = message.Text };
        draft.PhotoId = await deals.AddPhotoAsync(draft.DealId, input, cancellationToken);
        return StepResult.Next();
    }
}

using SaleAuto.Bot;

namespace SaleAuto.Deals;

/// <summary>Pictures or PDF of the signed papers.</summary>
internal sealed class DocumentsConversation : Conversation<DocumentsDraft>
{
    public DocumentsConversation()
    {
        StartsOn(DealActions.Documents);
        Permission(DealPermissions.Work);
        Begin((draft, request) => draft.DealId = request.RequiredId);
        Step<DocumentStep>();
        Finish<ISellerDealAppService>(async (draft, deals, token) =>
        {
            await deals.SignDocumentsAsync(draft.DealId, token);
            return DealCard.Of(await deals.GetAsync(draft.DealId, token)).Saying(SellerTexts.Get("Saved"));
        });
    }
}

/// <summary>Which paper comes next.</summary>
internal sealed class DocumentsDraft
{
    public Guid DealId { get; set; }

    public DealDocumentKind Kind { get; set; } = DealDocumentKind.Contract;
}

/// <summary>Takes pages until all is there.</summary>
internal sealed class DocumentStep(ISellerDealAppService deals) : ConversationStep<DocumentsDraft>
{
    private const string Signed = "signed";

    public override bool TakesFiles => true;

    public override async Task<BotReply> AskAsync(DocumentsDraft draft, CancellationToken cancellationToken)
    {
        var deal = await deals.GetAsync(draft.DealId, cancellationToken);
        var pages = deal.Documents.CountBy(document => document.Kind).ToDictionary();
        var reply = BotReply.OfHtml(SellerTexts.Get("Documents"), deal.Number, SellerTexts.NameOf(draft.Kind), Money.Show(deal.AgreedPrice))
            .Grid(Enum.GetValues<DealDocumentKind>().Select(kind => BotButton.Choose(
                $"{(kind == draft.Kind ? "▸ " : "")}{SellerTexts.NameOf(kind)}{(pages.TryGetValue(kind, out var count) ? $" ✓{count}" : "")}", kind.ToString())));
        return deal.HasDocuments ? reply.Row(BotButton.Choose(SellerTexts.Get("Documents.Signed"), Signed)) : reply;
    }

    public override async Task<StepResult> ReadAsync(BotMessage message, DocumentsDraft draft, CancellationToken cancellationToken)
    {
        if (message.Choice == Signed)
        {
            return StepResult.Finish();
        }
        if (Enum.TryParse<DealDocumentKind>(message.Choice, out var kind))
        {
            draft.Kind = kind;
            return StepResult.Again();
        }
        if (message is not { StoredFileId: { } fileId, File: { } file })
        {
            return StepResult.Retry(SellerTexts.Get("Documents.NotAFile"));
        }
        await deals.AddDocumentAsync(draft.DealId, new AddDealDocumentInput { Kind = draft.Kind, FileId = fileId, SourceKey = file.UniqueId }, cancellationToken);
        return StepResult.Again();
    }
}

using SaleAuto.Bot;

namespace SaleAuto.Deals;

/// <summary>Pictures of the inspection; each goes to the shot that is asked for, and the next missing one follows by itself.</summary>
internal sealed class PhotosConversation : Conversation<PhotosDraft>
{
    public PhotosConversation()
    {
        StartsOn(DealActions.Photos);
        Permission(DealPermissions.Work);
        Begin<ISellerDealAppService>(async (draft, request, deals, token) =>
        {
            var deal = await deals.GetAsync(request.RequiredId, token);
            (draft.DealId, draft.Shot) = (deal.Id, deal.MissingShots.FirstOrDefault(DealShot.ProblemPlace));
        });
        Step<PhotoStep>();
        Finish<ISellerDealAppService>(async (draft, deals, token) => DealCard.Of(await deals.GetAsync(draft.DealId, token)));
    }
}

/// <summary>Which picture comes next.</summary>
internal sealed class PhotosDraft
{
    public Guid DealId { get; set; }

    public DealShot Shot { get; set; }
}

/// <summary>Takes pictures one by one or as an album.</summary>
internal sealed class PhotoStep(ISellerDealAppService deals) : ConversationStep<PhotosDraft>
{
    private const string Ready = "ready";

    public override bool TakesFiles => true;

    public override async Task<BotReply> AskAsync(PhotosDraft draft, CancellationToken cancellationToken)
    {
        var deal = await deals.GetAsync(draft.DealId, cancellationToken);
        var missing = deal.MissingShots.Count == 0
            ? SellerTexts.Get("Deal.AllShots")
            : string.Join(", ", deal.MissingShots.Select(SellerTexts.NameOf));
        var taken = deal.Photos.CountBy(photo => photo.Shot).ToDictionary();
        return BotReply.OfHtml(SellerTexts.Get("Photos"), deal.Number, SellerTexts.NameOf(draft.Shot), missing)
            .Grid(
                Enum.GetValues<DealShot>().Select(shot => BotButton.Choose(
                    $"{(shot == draft.Shot ? "▸ " : "")}{SellerTexts.NameOf(shot)}{(taken.TryGetValue(shot, out var count) ? $" ✓{count}" : "")}", shot.ToString())),
                2)
            .Row(BotButton.Choose(SellerTexts.Get("Photos.Ready"), Ready));
    }

    public override async Task<StepResult> ReadAsync(BotMessage message, PhotosDraft draft, CancellationToken cancellationToken)
    {
        if (message.Choice == Ready)
        {
            return StepResult.Finish();
        }
        if (Enum.TryParse<DealShot>(message.Choice, out var chosen))
        {
            draft.Shot = chosen;
            return StepResult.Again();
        }
        if (message is not { StoredFileId: { } fileId, File: { } file })
        {
            return StepResult.Retry(SellerTexts.Get("Photos.NotAPhoto"));
        }
        var input = new AddDealPhotoInput { Shot = draft.Shot, FileId = fileId, SourceKey = file.UniqueId, Note = message.Text };
        await deals.AddPhotoAsync(draft.DealId, input, cancellationToken);
        if (draft.Shot != DealShot.ProblemPlace)
        {
            draft.Shot = (await deals.GetAsync(draft.DealId, cancellationToken)).MissingShots.FirstOrDefault(DealShot.ProblemPlace);
        }
        return StepResult.Again();
    }
}

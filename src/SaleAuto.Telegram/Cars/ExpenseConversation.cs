using System.Globalization;
using SaleAuto.Bot;
using SaleAuto.Deals;
using SaleAuto.Expenses;

namespace SaleAuto.Cars;

/// <summary>Money spent on a car: which one, how much, what for, when, and the receipt.</summary>
internal sealed class ExpenseConversation : Conversation<ExpenseDraft>
{
    public ExpenseConversation()
    {
        StartsWith("/expense");
        StartsOn(CarActions.Expense);
        Permission(DealPermissions.Work);
        Begin((draft, request) => (draft.CarId, draft.Key) = (request.Id, Guid.CreateVersion7().ToString("N")));
        Step<ExpenseCarStep>();
        Step<AmountStep>();
        Step<CategoryStep>();
        Step<SpentOnStep>();
        Step<ReceiptStep>();
        Step<DuplicateStep>();
        Finish<ISellerCarAppService>(async (draft, cars, token) =>
        {
            var added = await cars.AddExpenseAsync(draft.CarId!.Value, draft.ToInput(), token);
            return BotReply.OfHtml(SellerTexts.Get(added.NeedsApproval ? "Expense.Asked" : "Expense.Saved"), Money.Show(draft.Amount), Money.Show(added.Total))
                .Row(BotButton.Act(SellerTexts.Get("Expense.Another"), CarActions.Expense, draft.CarId))
                .Row(BotButton.Act(SellerTexts.Get("Car.Button"), CarActions.Open, draft.CarId));
        });
    }
}

/// <summary>Answers so far.</summary>
internal sealed class ExpenseDraft
{
    public Guid? CarId { get; set; }

    public string Key { get; set; } = "";

    public decimal Amount { get; set; }

    public ExpenseCategory Category { get; set; }

    public DateOnly SpentOn { get; set; }

    public Guid? EvidenceFileId { get; set; }

    public string? EvidenceKey { get; set; }

    public string? Note { get; set; }

    public AddExpenseInput ToInput() => new()
    {
        Amount = Amount,
        Category = Category,
        SpentOn = SpentOn,
        EvidenceFileId = EvidenceFileId,
        EvidenceKey = EvidenceKey,
        Note = Note,
        Key = Key,
    };
}

/// <summary>The car, when the talk did not begin at one.</summary>
internal sealed class ExpenseCarStep(ISellerCarAppService cars) : ConversationStep<ExpenseDraft>
{
    public override bool IsNeeded(ExpenseDraft draft) => draft.CarId is null;

    public override async Task<BotReply> AskAsync(ExpenseDraft draft, CancellationToken cancellationToken)
    {
        var mine = await cars.GetMyAsync(cancellationToken);
        return BotReply.OfHtml(SellerTexts.Get(mine.Count == 0 ? "Cars.None" : "Expense.AskCar"))
            .Grid(mine.Select(car => BotButton.Choose(CarCard.NameOf(car), car.Id.ToString())));
    }

    public override StepResult Read(BotMessage message, ExpenseDraft draft)
    {
        if (!Guid.TryParse(message.Choice, out var carId))
        {
            return StepResult.Retry(SellerTexts.Get("PressAButton"));
        }
        draft.CarId = carId;
        return StepResult.Next();
    }
}

/// <summary>How much.</summary>
internal sealed class AmountStep() : AmountAnswer<ExpenseDraft>(most: ExpenseConsts.MaxAmount)
{
    public override BotReply Ask(ExpenseDraft draft) => BotReply.Of(SellerTexts.Get("Expense.AskAmount"));

    protected override StepResult Take(ExpenseDraft draft, decimal amount)
    {
        draft.Amount = amount;
        return StepResult.Next();
    }
}

/// <summary>What for.</summary>
internal sealed class CategoryStep : ConversationStep<ExpenseDraft>
{
    public override BotReply Ask(ExpenseDraft draft) => BotReply.Of(SellerTexts.Get("Expense.AskCategory"))
        .Grid(Enum.GetValues<ExpenseCategory>().Select(category => BotButton.Choose(SellerTexts.NameOf(category), category.ToString())), 2);

    public override StepResult Read(BotMessage message, ExpenseDraft draft)
    {
        if (!Enum.TryParse<ExpenseCategory>(message.Choice, out var category))
        {
            return StepResult.Retry(SellerTexts.Get("PressAButton"));
        }
        draft.Category = category;
        return StepResult.Next();
    }
}

/// <summary>The day on the receipt.</summary>
internal sealed class SpentOnStep(BotClock clock) : ConversationStep<ExpenseDraft>
{
    public override async Task<BotReply> AskAsync(ExpenseDraft draft, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(await clock.NowAsync(cancellationToken));
        return BotReply.Of(SellerTexts.Get("Expense.AskDay"))
            .Row(
                BotButton.Choose(SellerTexts.Get("Today"), today.ToString("O")),
                BotButton.Choose(SellerTexts.Get("Yesterday"), today.AddDays(-1).ToString("O")));
    }

    public override async Task<StepResult> ReadAsync(BotMessage message, ExpenseDraft draft, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(await clock.NowAsync(cancellationToken));
        var chosen = DateOnly.TryParseExact(message.Choice, "O", CultureInfo.InvariantCulture, default, out var pressed) ? pressed : BotClock.FindPastDay(message.Text, today);
        if (chosen is not { } day || day > today)
        {
            return StepResult.Retry(SellerTexts.Get("Expense.DayNotUnderstood"));
        }
        draft.SpentOn = day;
        return StepResult.Next();
    }
}

/// <summary>The receipt.</summary>
internal sealed class ReceiptStep : ConversationStep<ExpenseDraft>
{
    public override bool TakesFiles => true;

    public override BotReply Ask(ExpenseDraft draft) => BotReply.Of(SellerTexts.Get("Expense.AskReceipt"));

    public override StepResult Read(BotMessage message, ExpenseDraft draft)
    {
        if (message is not { StoredFileId: { } fileId, File: { } file })
        {
            return StepResult.Retry(SellerTexts.Get("Documents.NotAFile"));
        }
        (draft.EvidenceFileId, draft.EvidenceKey) = (fileId, file.UniqueId);
        draft.Note = message.Text is { Length: > ExpenseConsts.MaxNoteLength } note ? note[..ExpenseConsts.MaxNoteLength] : message.Text;
        return StepResult.Next();
    }
}

/// <summary>Warns of an expense that looks like one that is there already.</summary>
internal sealed class DuplicateStep(ISellerCarAppService cars) : ConversationStep<ExpenseDraft>
{
    private const string Save = "save";

    public override async Task<BotReply> AskAsync(ExpenseDraft draft, CancellationToken cancellationToken)
    {
        var found = await cars.FindDuplicatesAsync(draft.CarId!.Value, draft.ToInput(), cancellationToken);
        if (found.Count == 0)
        {
            return BotReply.OfHtml(SellerTexts.Get("Expense.Check"), Money.Show(draft.Amount), SellerTexts.NameOf(draft.Category), draft.SpentOn.ToString("d"))
                .Row(BotButton.Choose(SellerTexts.Get("Expense.Save"), Save));
        }
        var alike = found[0];
        return BotReply.OfHtml(
                SellerTexts.Get(alike.IsSamePicture ? "Expense.SamePicture" : "Expense.Alike"),
                alike.CarNumber, SellerTexts.NameOf(alike.Category), Money.Show(alike.Amount), alike.SpentOn.ToString("d"))
            .Row(BotButton.Choose(SellerTexts.Get("Expense.SaveAnyway"), Save));
    }

    public override StepResult Read(BotMessage message, ExpenseDraft draft) =>
        message.Choice == Save ? StepResult.Next() : StepResult.Retry(SellerTexts.Get("PressAButton"));
}

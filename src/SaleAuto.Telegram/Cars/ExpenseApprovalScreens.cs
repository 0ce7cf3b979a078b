using System.Globalization;
using SaleAuto.Accounting;
using SaleAuto.Bot;
using SaleAuto.Expenses;
using SaleAuto.Messages;

namespace SaleAuto.Cars;

/// <summary>An expense above the limit, which the owner approves or not.</summary>
internal sealed class ExpenseApprovalScreen(IExpenseApprovalAppService approvals) : BotScreen
{
    public override IReadOnlyList<string> Actions => [BotActionNames.OpenExpense, CarActions.ApproveExpense];

    public override string? Permission => AccountingPermissions.ApproveExpenses;

    public override string? ShowsInstead => BotActionNames.OpenExpense;

    public override async Task<BotReply> ShowAsync(BotRequest request, CancellationToken cancellationToken)
    {
        var asked = await approvals.GetAsync(request.RequiredId, cancellationToken);
        if (request.Action == BotActionNames.OpenExpense)
        {
            return Show(asked);
        }
        if (request.Argument != MarkOf(asked))
        {
            return Show(asked).Saying(SellerTexts.Get("Price.ChangedMeanwhile"));
        }
        await approvals.AnswerAsync(asked.ExpenseId, new ExpenseAnswerInput { IsApproved = true, Amount = asked.Amount }, cancellationToken);
        return Show(await approvals.GetAsync(asked.ExpenseId, cancellationToken)).Saying(SellerTexts.Get("Saved"));
    }

    /// <summary>What the owner decides on.</summary>
    public static BotReply Show(ExpenseApprovalDto asked)
    {
        var reply = BotReply.OfHtml(
            SellerTexts.Get("ExpenseApproval"), asked.CarNumber, asked.CarTitle, SellerTexts.NameOf(asked.Category), Money.Show(asked.Amount),
            asked.SpentOn.ToString("d"), asked.SpentByName, asked.Note ?? "—", Money.Show(asked.CostSoFar), SellerTexts.NameOf(asked.Status));
        return asked.Status == ExpenseStatus.AwaitingApproval
            ? reply.Row(
                BotButton.Act(SellerTexts.Get("ExpenseApproval.Grant"), CarActions.ApproveExpense, asked.ExpenseId, MarkOf(asked)),
                BotButton.Act(SellerTexts.Get("ExpenseApproval.Refuse"), CarActions.RejectExpense, asked.ExpenseId))
            : reply;
    }

    private static string MarkOf(ExpenseApprovalDto asked) => asked.Amount.ToString("0.00", CultureInfo.InvariantCulture); // the owner agrees to exactly this sum
}

/// <summary>The owner says why not.</summary>
internal sealed class ExpenseRefusalConversation : Conversation<ExpenseRefusalDraft>
{
    public ExpenseRefusalConversation()
    {
        StartsOn(CarActions.RejectExpense);
        Permission(AccountingPermissions.ApproveExpenses);
        Begin((draft, request) => draft.ExpenseId = request.RequiredId);
        Step<ExpenseRefusalStep>();
        Finish<IExpenseApprovalAppService>(async (draft, approvals, token) =>
        {
            var asked = await approvals.GetAsync(draft.ExpenseId, token);
            await approvals.AnswerAsync(draft.ExpenseId, new ExpenseAnswerInput { IsApproved = false, Amount = asked.Amount, Reason = draft.Reason }, token);
            return ExpenseApprovalScreen.Show(await approvals.GetAsync(draft.ExpenseId, token)).Saying(SellerTexts.Get("Saved"));
        });
    }
}

/// <summary>Answers so far.</summary>
internal sealed class ExpenseRefusalDraft
{
    public Guid ExpenseId { get; set; }

    public string Reason { get; set; } = "";
}

/// <summary>The reason.</summary>
internal sealed class ExpenseRefusalStep() : TextAnswer<ExpenseRefusalDraft>(ExpenseConsts.MaxNoteLength)
{
    public override BotReply Ask(ExpenseRefusalDraft draft) => BotReply.Of(SellerTexts.Get("ExpenseApproval.AskReason"));

    protected override void Take(ExpenseRefusalDraft draft, string text) => draft.Reason = text;
}

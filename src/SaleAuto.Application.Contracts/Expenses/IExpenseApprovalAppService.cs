using System.ComponentModel.DataAnnotations;
using SaleAuto.Validation;

namespace SaleAuto.Expenses;

/// <summary>Expenses above the limit of who spent: the owner lets them into the books or not.</summary>
public interface IExpenseApprovalAppService
{
    /// <summary>The expense with what one needs to know to decide.</summary>
    Task<ExpenseApprovalDto> GetAsync(Guid expenseId, CancellationToken cancellationToken);

    /// <summary>Approves or refuses it. The same answer again changes nothing.</summary>
    /// <exception cref="Errors.BusinessException">It was decided otherwise, or is another sum meanwhile.</exception>
    Task AnswerAsync(Guid expenseId, ExpenseAnswerInput input, CancellationToken cancellationToken);
}

/// <summary>An expense that the owner decides on.</summary>
/// <param name="ExpenseId">The expense.</param>
/// <param name="CarId">The car.</param>
/// <param name="CarNumber">Number for people.</param>
/// <param name="CarTitle">Make, model and year.</param>
/// <param name="CostSoFar">Buyout and expenses in the books, roubles.</param>
/// <param name="Category">What for.</param>
/// <param name="Amount">Roubles.</param>
/// <param name="SpentOn">The day on the receipt.</param>
/// <param name="SpentByName">Who spent it.</param>
/// <param name="Note">What that person wrote.</param>
/// <param name="Status">Whether it was decided.</param>
/// <param name="DecisionReason">Why it was refused.</param>
public sealed record ExpenseApprovalDto(
    Guid ExpenseId,
    Guid CarId,
    string CarNumber,
    string CarTitle,
    decimal CostSoFar,
    ExpenseCategory Category,
    decimal Amount,
    DateOnly SpentOn,
    string SpentByName,
    string? Note,
    ExpenseStatus Status,
    string? DecisionReason);

/// <summary>What the owner says.</summary>
public sealed record ExpenseAnswerInput
{
    /// <summary>Whether it gets into the books.</summary>
    [Mandatory]
    public bool? IsApproved { get; init; }

    /// <summary>The sum that the owner saw, roubles.</summary>
    [Mandatory, Kopecks, Range(0.01, ExpenseConsts.MaxAmount, ErrorMessage = SaleAutoErrorCodes.Fields.OutOfRange)]
    public decimal? Amount { get; init; }

    /// <summary>Why not; needed for a refusal.</summary>
    [AtMost(ExpenseConsts.MaxNoteLength)]
    public string? Reason { get; init; }
}

namespace SaleAuto.Accounting;

/// <summary>What moved on accounts.</summary>
public interface IStatementQuery
{
    /// <summary>The latest movements of the account, the latest first; one command.</summary>
    Task<IReadOnlyList<StatementLine>> GetLatestAsync(LedgerAccountRef account, int most, CancellationToken cancellationToken);

    /// <summary>What each account of that kind holds that holds anything, the largest first, at most 500; one command.</summary>
    Task<IReadOnlyList<AccountBalance>> GetBalancesAsync(LedgerAccount account, CancellationToken cancellationToken);
}

/// <summary>A movement on an account.</summary>
/// <param name="Day">When it was recorded.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Amount">Roubles; negative for what left the account.</param>
/// <param name="CarId">The car that it belongs to.</param>
/// <param name="CarNumber">Its number for people.</param>
/// <param name="DocumentType">What it was written for.</param>
/// <param name="DocumentId">Id of that.</param>
/// <param name="Reason">Why something was taken back.</param>
public sealed record StatementLine(
    DateOnly Day, LedgerEntryKind Kind, decimal Amount, Guid? CarId, string? CarNumber, LedgerDocumentType DocumentType, Guid DocumentId, string? Reason);

/// <summary>What an account holds.</summary>
/// <param name="OwnerId">Whose it is.</param>
/// <param name="Amount">Received less given, roubles.</param>
public sealed record AccountBalance(Guid OwnerId, decimal Amount);

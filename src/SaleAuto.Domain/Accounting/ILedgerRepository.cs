namespace SaleAuto.Accounting;

/// <summary>Entries of the ledger. What was added to the unit of work counts before it is saved.</summary>
public interface ILedgerRepository
{
    /// <summary>All entries of the document, taken back ones and those that took them back included; oldest first.</summary>
    Task<IReadOnlyList<LedgerEntry>> GetByDocumentAsync(LedgerDocument document, CancellationToken cancellationToken);

    /// <summary>What the account holds: received less given, roubles.</summary>
    Task<decimal> GetBalanceAsync(LedgerAccountRef account, CancellationToken cancellationToken);

    /// <summary>What the car cost so far, whether it is in stock or has left it: buyout and restoration, roubles.</summary>
    Task<decimal> GetCarCostAsync(Guid carId, CancellationToken cancellationToken);

    /// <summary>Adds an entry to the unit of work.</summary>
    void Insert(LedgerEntry entry);

    /// <summary>The last day that is closed, or null.</summary>
    Task<DateOnly?> FindClosedThroughAsync(CancellationToken cancellationToken);
}

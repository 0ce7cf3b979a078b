namespace SaleAuto.Accounting.Distributions;

/// <summary>What people earned and were paid, as the books show it.</summary>
public interface IShareStatementQuery
{
    /// <summary>Entries on the person's account, newest first.</summary>
    Task<IReadOnlyList<ShareStatementEntry>> GetEntriesAsync(Guid staffId, int skip, int most, CancellationToken cancellationToken);

    /// <summary>What the person got by kind of entry, roubles; negative for what was paid out.</summary>
    Task<IReadOnlyDictionary<LedgerEntryKind, decimal>> GetTotalsAsync(Guid staffId, CancellationToken cancellationToken);

    /// <summary>The person's lines of these distributions.</summary>
    Task<IReadOnlyList<DistributionLine>> GetLinesAsync(Guid staffId, IReadOnlyCollection<Guid> distributionIds, CancellationToken cancellationToken);

    /// <summary>What the company owes to everybody who ever had a share, roubles; negative when the person owes.</summary>
    Task<IReadOnlyDictionary<Guid, decimal>> GetBalancesAsync(CancellationToken cancellationToken);
}

/// <summary>An entry on a person's account.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="CarName">Number, make and model of its car; null without one.</param>
public sealed record ShareStatementEntry(LedgerEntry Entry, string? CarName);

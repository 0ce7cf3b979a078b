namespace SaleAuto.Accounting.Distributions;

/// <summary>What people earned, how each sum arose, and what they were paid.</summary>
public interface IShareStatementAppService
{
    /// <summary>Everybody who ever had a share, with what the company owes.</summary>
    Task<IReadOnlyList<PersonBalanceDto>> GetBalancesAsync(CancellationToken cancellationToken);

    /// <summary>A person's statement: the own one, or anybody's for those who see the books.</summary>
    /// <param name="staffId">The person.</param>
    /// <param name="page">Page of entries, from one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task<ShareStatementDto> GetAsync(Guid staffId, int page, CancellationToken cancellationToken);
}

/// <summary>What the company owes to one person.</summary>
/// <param name="StaffId">The person.</param>
/// <param name="Name">The name.</param>
/// <param name="Balance">Roubles; negative when the person owes.</param>
public sealed record PersonBalanceDto(Guid StaffId, string Name, decimal Balance);

/// <summary>A person's statement.</summary>
/// <param name="StaffId">The person.</param>
/// <param name="Name">The name.</param>
/// <param name="Balance">What the company owes, roubles.</param>
/// <param name="Earned">Shares of profit and loss, reversals taken off, roubles.</param>
/// <param name="PaidOut">What was paid out, roubles.</param>
/// <param name="Entries">Entries of the page, newest first.</param>
/// <param name="Page">The page.</param>
/// <param name="HasMore">Whether older ones follow.</param>
public sealed record ShareStatementDto(Guid StaffId, string Name, decimal Balance, decimal Earned, decimal PaidOut, IReadOnlyList<ShareStatementEntryDto> Entries, int Page, bool HasMore);

/// <summary>One movement on the person's account.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Kind">What it records.</param>
/// <param name="Amount">Roubles; negative for what was paid out or taken back.</param>
/// <param name="CarId">The car.</param>
/// <param name="CarName">Number, make and model.</param>
/// <param name="DistributionId">The distribution that it belongs to; null for others.</param>
/// <param name="IsReversal">Whether it takes something back.</param>
/// <param name="Reason">Why.</param>
/// <param name="Lines">How the sum arose.</param>
public sealed record ShareStatementEntryDto(
    DateTime At,
    LedgerEntryKind Kind,
    decimal Amount,
    Guid? CarId,
    string? CarName,
    Guid? DistributionId,
    bool IsReversal,
    string? Reason,
    IReadOnlyList<DistributionLineDto> Lines);

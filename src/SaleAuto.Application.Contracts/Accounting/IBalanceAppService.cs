namespace SaleAuto.Accounting;

/// <summary>Money with people and in places, and what moved there.</summary>
public interface IBalanceAppService
{
    /// <summary>The company's money that the person at work holds, and the shares of profit that the company owes, with the latest movements.</summary>
    Task<OwnBalanceDto> GetOwnAsync(CancellationToken cancellationToken);

    /// <summary>Where the company's money is, for those who may see the books.</summary>
    Task<CashDto> GetCashAsync(CancellationToken cancellationToken);

    /// <summary>The latest movements in a place or with a person, at most 200, for those who may see the books; the own ones for everybody.</summary>
    /// <param name="account">A place, an advance or a person's shares.</param>
    /// <param name="ownerId">The place or person.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="Errors.EntityNotFoundException">No such place or person, or another kind of account.</exception>
    Task<StatementDto> GetStatementAsync(LedgerAccount account, Guid ownerId, CancellationToken cancellationToken);
}

/// <summary>Money of a person.</summary>
/// <param name="Advance">Roubles of the company that the person holds; negative when own money was spent for the company.</param>
/// <param name="Share">Roubles of profit that the person has not been paid yet.</param>
/// <param name="Lines">The latest movements of the advance, at most 10.</param>
public sealed record OwnBalanceDto(decimal Advance, decimal Share, IReadOnlyList<StatementLineDto> Lines);

/// <summary>Where the company's money is.</summary>
/// <param name="Places">Safes and accounts.</param>
/// <param name="People">Everybody who holds money or is owed a share.</param>
/// <param name="Total">In places and with people, roubles.</param>
public sealed record CashDto(IReadOnlyList<CashPlaceDto> Places, IReadOnlyList<PersonMoneyDto> People, decimal Total);

/// <summary>A safe or an account.</summary>
/// <param name="Id">The place.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Kind">Safe or bank.</param>
/// <param name="Balance">Roubles.</param>
public sealed record CashPlaceDto(Guid Id, string Name, CashPlaceKind Kind, decimal Balance);

/// <summary>Money of a person.</summary>
/// <param name="StaffId">The person.</param>
/// <param name="Name">Full name.</param>
/// <param name="Advance">Roubles of the company that the person holds.</param>
/// <param name="Share">Roubles of profit that the person has not been paid yet.</param>
public sealed record PersonMoneyDto(Guid StaffId, string Name, decimal Advance, decimal Share);

/// <summary>Movements on an account.</summary>
/// <param name="Name">The place or person.</param>
/// <param name="Account">What kind of account.</param>
/// <param name="Balance">Roubles; for shares: what is owed to the person.</param>
/// <param name="Lines">The latest first.</param>
public sealed record StatementDto(string Name, LedgerAccount Account, decimal Balance, IReadOnlyList<StatementLineDto> Lines);

/// <summary>A movement.</summary>
/// <param name="Day">When it was recorded.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Amount">Roubles; negative for what lessens the balance.</param>
/// <param name="CarId">The car that it belongs to.</param>
/// <param name="CarNumber">Its number for people.</param>
/// <param name="Reason">Why something was taken back.</param>
public sealed record StatementLineDto(DateOnly Day, LedgerEntryKind Kind, decimal Amount, Guid? CarId, string? CarNumber, string? Reason);

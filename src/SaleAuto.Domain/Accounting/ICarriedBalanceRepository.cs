namespace SaleAuto.Accounting;

/// <summary>Balances at ends of months, kept so that nobody adds the books up from their first day.</summary>
public interface ICarriedBalanceRepository
{
    /// <summary>The day up to which balances are kept, in the company's time zone; null when none are yet.</summary>
    Task<DateOnly?> FindLastDayAsync(CancellationToken cancellationToken);

    /// <summary>The day of the first entry of the books; null for empty books.</summary>
    Task<DateOnly?> FindFirstEntryDayAsync(CancellationToken cancellationToken);

    /// <summary>Adds the balances at the end of the day to the unit of work. No entry may come into that day or an earlier one any more: the database refuses it from then on.</summary>
    Task CarryAsync(DateOnly day, CancellationToken cancellationToken);
}

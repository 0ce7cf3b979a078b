using System.Globalization;
using SaleAuto.Entities;
using SaleAuto.Errors;
using SaleAuto.Repositories;
using SaleAuto.Settings;

namespace SaleAuto.Accounting;

/// <summary>From now on nothing is written on that day or an earlier one, and what was written there is corrected by reversal only. Never changed or removed.</summary>
public class PeriodClosing : Entity<Guid>
{
    private PeriodClosing()
    {
    } // EF Core

    internal PeriodClosing(Guid id, DateOnly closedThrough, Guid closedById, DateTime closedAt)
        : base(id) =>
        (ClosedThrough, ClosedById, ClosedAt) = (closedThrough, closedById, closedAt);

    /// <summary>The last closed day.</summary>
    public DateOnly ClosedThrough { get; private set; }

    /// <summary>Who closed it.</summary>
    public Guid ClosedById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime ClosedAt { get; private set; }
}

/// <summary>Closes periods, forward only.</summary>
public class PeriodManager(ILedgerRepository ledger, ISettingProvider settings, IUnitOfWork unitOfWork, TimeProvider clock)
{
    /// <summary>Closes all days up to this one; the caller adds it to the unit of work.</summary>
    /// <exception cref="BusinessException">The day is not over, or closed already.</exception>
    public async Task<PeriodClosing> CloseAsync(Guid id, DateOnly through, Guid staffId, CancellationToken cancellationToken)
    {
        await unitOfWork.TakeTurnAsync("closing", cancellationToken); // the second of two sees what the first one closed
        var now = clock.GetUtcNow().UtcDateTime;
        if (through >= await settings.ToCompanyDayAsync(now.AddHours(-AccountingConsts.ClosingDelayHours), cancellationToken))
        {
            throw new BusinessException(SaleAutoErrorCodes.Accounting.DayIsNotOver);
        }
        if (await ledger.FindClosedThroughAsync(cancellationToken) >= through)
        {
            throw new BusinessException(SaleAutoErrorCodes.Accounting.AlreadyClosed);
        }
        return new PeriodClosing(id, through, staffId, now);
    }

    /// <summary>Lets a document be changed only while nothing that the books show for it lies in a closed period.</summary>
    /// <exception cref="BusinessException">It does: the owner takes the document back, in the open period.</exception>
    public async Task EnsureOpenAsync(LedgerDocument document, CancellationToken cancellationToken)
    {
        if (await ledger.FindClosedThroughAsync(cancellationToken) is { } closed
            && (await ledger.GetByDocumentAsync(document, cancellationToken)).Any(x => x.Day <= closed))
        {
            throw new BusinessException(SaleAutoErrorCodes.Accounting.PeriodIsClosed).WithData("Day", closed.ToString("d", CultureInfo.CurrentCulture));
        }
    }
}

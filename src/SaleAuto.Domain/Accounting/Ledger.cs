using SaleAuto.Settings;
using SaleAuto.Users;

namespace SaleAuto.Accounting;

/// <summary>Writes the books. What a document means for them is said as a whole; what is already written for it stays, what is wrong is taken back, what is missing is added.</summary>
public class Ledger(ILedgerRepository entries, ISettingProvider settings, ICurrentUser currentUser, TimeProvider clock)
{
    /// <summary>Makes the entries of the document say exactly what is wanted. Saying the same again changes nothing.</summary>
    /// <param name="document">The source document.</param>
    /// <param name="wanted">Everything that the books should show for it; nothing takes back what they show.</param>
    /// <param name="reason">Why something is taken back.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task SettleAsync(LedgerDocument document, IEnumerable<LedgerPosting> wanted, string? reason, CancellationToken cancellationToken) =>
        await SettleAsync(document, wanted, reason, await NowAsync(cancellationToken), cancellationToken);

    /// <summary>The same at another moment: for stories that are told afterwards, such as demo data.</summary>
    internal async Task SettleAsync(LedgerDocument document, IEnumerable<LedgerPosting> wanted, string? reason, LedgerMoment moment, CancellationToken cancellationToken)
    {
        var written = await entries.GetByDocumentAsync(document, cancellationToken);
        var missing = wanted.ToList();
        var wrong = InForce(written).Where(x => !missing.Remove(x.Posting)).ToList();
        if (wrong.Count == 0 && missing.Count == 0)
        {
            return;
        }
        var revision = written.Select(x => x.Revision).DefaultIfEmpty().Max() + 1;
        var line = 0;
        foreach (var entry in wrong)
        {
            entries.Insert(entry.Reverse(revision, line++, reason, moment));
        }
        foreach (var posting in missing)
        {
            entries.Insert(new LedgerEntry(Guid.CreateVersion7(), document, revision, line++, posting, moment));
        }
    }

    private static IEnumerable<LedgerEntry> InForce(IReadOnlyCollection<LedgerEntry> written)
    {
        var takenBack = written.Select(x => x.ReversesId).ToHashSet();
        return written.Where(x => x.ReversesId is null && !takenBack.Contains(x.Id));
    }

    private async Task<LedgerMoment> NowAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new(await settings.ToCompanyDayAsync(now, cancellationToken), now, currentUser.StaffId);
    }
}

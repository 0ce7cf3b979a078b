using SaleAuto.Errors;
using SaleAuto.Permissions;
using SaleAuto.Staff;
using SaleAuto.Users;

namespace SaleAuto.Accounting.Distributions;

internal sealed class ShareStatementAppService(StaffDoor door, IStaffAccessProvider access, IShareStatementQuery query, IStaffAccounts accounts) : IShareStatementAppService
{
    private const int PageSize = 50;
    private const int MostPages = 10_000;

    public async Task<IReadOnlyList<PersonBalanceDto>> GetBalancesAsync(CancellationToken cancellationToken)
    {
        await door.RequireAsync(DistributionPermissions.Default, cancellationToken);
        var balances = new List<PersonBalanceDto>();
        foreach (var (staffId, balance) in await query.GetBalancesAsync(cancellationToken))
        {
            balances.Add(new PersonBalanceDto(staffId, await NameOfAsync(staffId, cancellationToken), balance));
        }
        return [.. balances.OrderBy(x => x.Name, StringComparer.CurrentCulture).ThenBy(x => x.StaffId)];
    }

    public async Task<ShareStatementDto> GetAsync(Guid staffId, int page, CancellationToken cancellationToken)
    {
        var person = await access.GetAsync(cancellationToken);
        if (person.StaffId != staffId || person.StaffId is null)
        {
            person.Require(DistributionPermissions.Default);
        }
        var name = await accounts.FindAsync(staffId, cancellationToken) is { } account ? account.FullName : throw new EntityNotFoundException(typeof(StaffMember), staffId);
        page = Math.Clamp(page, 1, MostPages);
        var entries = await query.GetEntriesAsync(staffId, (page - 1) * PageSize, PageSize + 1, cancellationToken);
        var totals = await query.GetTotalsAsync(staffId, cancellationToken);
        var shown = entries.Take(PageSize).ToList();
        var documents = shown.Where(x => x.Entry.Kind == LedgerEntryKind.Distribution).Select(x => x.Entry.DocumentId).Distinct().ToList();
        var lines = (await query.GetLinesAsync(staffId, documents, cancellationToken)).ToLookup(x => x.DistributionId);
        var dtos = new List<ShareStatementEntryDto>();
        foreach (var (entry, carName) in shown)
        {
            var distributionId = entry.Kind == LedgerEntryKind.Distribution ? entry.DocumentId : (Guid?)null;
            dtos.Add(new ShareStatementEntryDto(
                entry.PostedAt,
                entry.Kind,
                entry.Credit == LedgerAccountRef.Person(staffId) ? entry.Amount : -entry.Amount,
                entry.CarId,
                carName,
                distributionId,
                entry.ReversesId is not null,
                entry.Reason,
                distributionId is { } id ? await accounts.ToLinesAsync(lines[id], cancellationToken) : []));
        }
        return new ShareStatementDto(
            staffId,
            name,
            totals.Values.Sum(),
            totals.GetValueOrDefault(LedgerEntryKind.Distribution),
            -totals.GetValueOrDefault(LedgerEntryKind.Payout),
            dtos,
            page,
            entries.Count > PageSize);
    }

    private async Task<string> NameOfAsync(Guid staffId, CancellationToken cancellationToken) => (await accounts.FindAsync(staffId, cancellationToken))?.FullName ?? "—";
}

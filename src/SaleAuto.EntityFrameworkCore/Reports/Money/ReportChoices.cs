using Microsoft.EntityFrameworkCore;
using SaleAuto.Accounting;

namespace SaleAuto.Reports.Money;

internal sealed class ReportChoices(SaleAutoDbContext db) : IReportChoices
{
    public async Task<IReadOnlyDictionary<Guid, string>> GetPeopleAsync(CancellationToken cancellationToken) =>
        await db.Users.IgnoreQueryFilters().Select(x => new { x.Id, x.FullName }).ToDictionaryAsync(x => x.Id, x => x.FullName, cancellationToken);

    public async Task<IReadOnlyDictionary<Guid, string>> GetPlacesAsync(CancellationToken cancellationToken) =>
        await db.Set<CashPlace>().IgnoreQueryFilters().Select(x => new { x.Id, x.Name }).ToDictionaryAsync(x => x.Id, x => x.Name, cancellationToken);
}

using SaleAuto.Accounting;

namespace SaleAuto.Reports;

/// <summary>The entries that make the profit of cars: what a sale brought, less what the car had cost. A reversal takes back what it reverses.</summary>
internal static class ProfitEntries
{
    /// <summary>Kinds of these entries.</summary>
    public static readonly LedgerEntryKind[] Kinds = [LedgerEntryKind.Resale, LedgerEntryKind.CostOfSale, LedgerEntryKind.WriteOff];

    /// <summary>Those of the days.</summary>
    public static IQueryable<LedgerEntry> ProfitOf(this SaleAutoDbContext db, ReportDays days) =>
        db.Set<LedgerEntry>().Where(x => Kinds.Contains(x.Kind) && x.Day >= days.From && x.Day <= days.To);
}

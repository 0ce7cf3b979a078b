namespace SaleAuto.Leads;

internal static class LeadQueries
{
    /// <summary>Leads for which <see cref="LeadStatusExtensions.IsOpen"/> holds. The statuses are named one by one: they stand in the statement, where the indexes of open leads are found by them.</summary>
    public static IQueryable<Lead> WhereOpen(this IQueryable<Lead> leads) => leads.Where(x =>
        x.Status == LeadStatus.New || x.Status == LeadStatus.Valued || x.Status == LeadStatus.InWork
        || x.Status == LeadStatus.Recall || x.Status == LeadStatus.DealPlanned);
}

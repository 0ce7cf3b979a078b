namespace SaleAuto.Admin.Dashboards;

/// <summary>Marks the texts of dashboards: <c>DashboardTexts.resx</c> in Russian, <c>DashboardTexts.en.resx</c> in English. Titles of figures are texts of resources.</summary>
public sealed class DashboardTexts;

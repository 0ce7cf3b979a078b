namespace SaleAuto.Admin.Reports;

/// <summary>Marks the texts around reports on money: <c>ReportTexts.resx</c> in Russian, <c>ReportTexts.en.resx</c> in English. Titles and captions of the reports are texts of resources, which files have too.</summary>
public sealed class ReportTexts;

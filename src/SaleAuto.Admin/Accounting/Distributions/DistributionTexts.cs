namespace SaleAuto.Admin.Accounting.Distributions;

/// <summary>Marks the texts of policy, replay and statements: <c>DistributionTexts.resx</c> in Russian, <c>DistributionTexts.en.resx</c> in English.</summary>
public sealed class DistributionTexts;

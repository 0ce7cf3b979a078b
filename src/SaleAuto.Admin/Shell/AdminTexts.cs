namespace SaleAuto.Admin.Shell;

/// <summary>Marks the texts of the shell and the grid: <c>AdminTexts.resx</c> in Russian, <c>AdminTexts.en.resx</c> in English.</summary>
public sealed class AdminTexts;

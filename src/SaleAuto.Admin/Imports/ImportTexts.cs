namespace SaleAuto.Admin.Imports;

/// <summary>Marks the texts of import and export: <c>ImportTexts.resx</c> in Russian, <c>ImportTexts.en.resx</c> in English.</summary>
public sealed class ImportTexts;

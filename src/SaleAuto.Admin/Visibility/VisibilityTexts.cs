namespace SaleAuto.Admin.Visibility;

/// <summary>Marks the texts of the explanation who sees a record: <c>VisibilityTexts.resx</c> in Russian, <c>VisibilityTexts.en.resx</c> in English.</summary>
public sealed class VisibilityTexts;

namespace SaleAuto.Admin.Owner;

/// <summary>Marks the texts of the owners' first page: <c>OwnerTexts.resx</c> in Russian, <c>OwnerTexts.en.resx</c> in English.</summary>
public sealed class OwnerTexts;

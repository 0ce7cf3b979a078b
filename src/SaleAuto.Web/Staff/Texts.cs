namespace SaleAuto.Staff;

/// <summary>Marks the texts of the staff screens: <c>StaffTexts.resx</c> in Russian, <c>StaffTexts.en.resx</c> in English.</summary>
public sealed class StaffTexts;

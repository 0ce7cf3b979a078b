namespace SaleAuto.Admin.Cash;

/// <summary>Texts of the screens about money and its movements.</summary>
public sealed class CashTexts;

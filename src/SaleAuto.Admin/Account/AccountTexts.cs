namespace SaleAuto.Admin.Account;

/// <summary>Marks the texts of sign-in, profile, roles and permissions.</summary>
public sealed class AccountTexts;

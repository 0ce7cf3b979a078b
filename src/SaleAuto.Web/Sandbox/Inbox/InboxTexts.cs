namespace SaleAuto.Sandbox;

/// <summary>Texts of the sandbox inbox.</summary>
public sealed class InboxTexts;

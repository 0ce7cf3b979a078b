namespace SaleAuto.Admin.Settings;

/// <summary>Marks the texts of the settings screen.</summary>
public sealed class SettingsTexts;

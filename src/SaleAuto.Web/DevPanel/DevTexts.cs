namespace SaleAuto.DevPanel;

/// <summary>Marks the texts of the developers' panel: <c>DevTexts.resx</c> in Russian, <c>DevTexts.en.resx</c> in English.</summary>
public sealed class DevTexts;

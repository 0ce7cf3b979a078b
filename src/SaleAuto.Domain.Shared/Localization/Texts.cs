namespace SaleAuto.Localization;

/// <summary>Marks the texts of messages to clients and staff: <c>MessageTexts.resx</c> in Russian, <c>MessageTexts.en.resx</c> in English.</summary>
public sealed class MessageTexts;

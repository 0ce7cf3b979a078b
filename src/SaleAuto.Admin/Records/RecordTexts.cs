namespace SaleAuto.Admin.Records;

/// <summary>Marks the texts of detail pages, timelines and comments: <c>RecordTexts.resx</c> in Russian, <c>RecordTexts.en.resx</c> in English.</summary>
public sealed class RecordTexts;

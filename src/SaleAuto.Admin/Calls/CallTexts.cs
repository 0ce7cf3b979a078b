namespace SaleAuto.Admin.Calls;

/// <summary>Marks the texts of the call desk: <c>CallTexts.resx</c> in Russian, <c>CallTexts.en.resx</c> in English.</summary>
public sealed class CallTexts;

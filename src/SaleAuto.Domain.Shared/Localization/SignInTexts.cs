namespace SaleAuto.Localization;

/// <summary>Marks the text of the SMS with a one-time code: <c>SignInTexts.resx</c> in Russian, <c>SignInTexts.en.resx</c> in English.</summary>
public sealed class SignInTexts;

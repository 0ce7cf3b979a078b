namespace SaleAuto.Localization;

/// <summary>Texts of the frame around the pages and of pages about failures.</summary>
public sealed class SiteTexts;

/// <summary>Texts of the landing page.</summary>
public sealed class LandingTexts;

/// <summary>Texts of the way from the plate to the offer, the cabinet and the call back.</summary>
public sealed class FlowTexts;

/// <summary>Text of the personal data policy.</summary>
public sealed class PrivacyTexts;

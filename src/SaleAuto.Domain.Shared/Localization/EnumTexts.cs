namespace SaleAuto.Localization;

/// <summary>Names of enum values for people; the key is <c>CarCondition.Excellent</c>.</summary>
public sealed class EnumTexts;

namespace SaleAuto.Files;

/// <summary>
/// The property holds the id of an uploaded file, or a list of them. Every such property carries the mark, whatever its entity is part of:
/// files that no marked property names are removed after a day.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class StoredFileIdAttribute : Attribute;

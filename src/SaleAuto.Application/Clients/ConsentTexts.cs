using Microsoft.Extensions.Localization;

namespace SaleAuto.Clients;

/// <summary>Consent texts from resources: <c>Kind.Current</c> names the version in force, <c>Kind.Version.Label</c> and <c>.Text</c> hold it.</summary>
/// <remarks>A text that people agreed to is never edited: a change adds a version and moves <c>Current</c>.</remarks>
public class ConsentTexts(IStringLocalizer<ConsentTexts> texts) : IConsentTexts
{
    /// <inheritdoc />
    public ConsentTextDto GetCurrent(ConsentKind kind) =>
        Find(kind, texts[$"{kind}.Current"]) ?? throw new InvalidOperationException($"The consent {kind} has no text in force");

    /// <inheritdoc />
    public ConsentTextDto? Find(ConsentKind kind, string version)
    {
        var label = texts[$"{kind}.{version}.Label"];
        return label.ResourceNotFound ? null : new ConsentTextDto(kind, version, label, texts[$"{kind}.{version}.Text"]);
    }
}

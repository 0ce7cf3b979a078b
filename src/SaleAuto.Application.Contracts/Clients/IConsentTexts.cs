namespace SaleAuto.Clients;

/// <summary>Texts that people agree to. A changed text is a new version; old ones stay readable.</summary>
public interface IConsentTexts
{
    /// <summary>The version in force with its text in the current language.</summary>
    Task<ConsentTextDto> GetCurrentAsync(ConsentKind kind, CancellationToken cancellationToken);

    /// <summary>A version, or null when there was none.</summary>
    Task<ConsentTextDto?> FindAsync(ConsentKind kind, string version, CancellationToken cancellationToken);
}

/// <summary>A text to agree to.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Version">Version, such as <c>2026-11</c>.</param>
/// <param name="Label">The sentence beside the box.</param>
/// <param name="Text">The whole text, paragraphs parted by empty lines; the operator stands as {LegalName}, {Inn}, {Ogrn}, {Address}, {Email}.</param>
public sealed record ConsentTextDto(ConsentKind Kind, string Version, string Label, string Text)
{
    /// <summary>When the next version took its place, UTC; null while it is in force.</summary>
    public DateTime? ReplacedAt { get; init; }
}

using SaleAuto.Errors;

namespace SaleAuto.Clients;

/// <summary>Consent texts for those who publish them, and the consents that clients gave.</summary>
public interface IConsentAppService
{
    /// <summary>The texts of a kind with all their versions. Needs <see cref="SaleAutoPermissions.Settings.Default"/>.</summary>
    Task<ConsentTextsDto> GetTextsAsync(ConsentKind kind, CancellationToken cancellationToken);

    /// <summary>How a text would read, and what is wrong with it. Nothing is written. Needs <see cref="SaleAutoPermissions.Settings.Default"/>.</summary>
    Task<ConsentPreviewDto> PreviewAsync(ConsentKind kind, PublishConsentInput input, CancellationToken cancellationToken);

    /// <summary>Publishes the next version; from then on the site shows it. Needs <see cref="SaleAutoPermissions.Settings.Change"/>.</summary>
    /// <param name="kind">What the consent is about.</param>
    /// <param name="input">Its words.</param>
    /// <param name="expectedVersion">The version in force that the person saw.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="InputValidationException">A text is empty, too long or names what is not there.</exception>
    /// <exception cref="BusinessException">The words are those in force, or somebody else published meanwhile.</exception>
    Task PublishAsync(ConsentKind kind, PublishConsentInput input, string expectedVersion, CancellationToken cancellationToken);

    /// <summary>Consents given with a lead. Needs the permission to see leads.</summary>
    Task<IReadOnlyList<GivenConsentDto>> GetOfLeadAsync(Guid leadId, CancellationToken cancellationToken);

    /// <summary>Consents that a client gave, the newest first. Needs the permission to see leads.</summary>
    Task<IReadOnlyList<GivenConsentDto>> GetOfClientAsync(Guid clientId, CancellationToken cancellationToken);

    /// <summary>The very words that a client agreed to, with the company as it was then. Needs the permission to see leads.</summary>
    Task<GivenConsentTextDto> GetGivenTextAsync(Guid consentId, CancellationToken cancellationToken);
}

/// <summary>Words of a consent to be published.</summary>
/// <param name="Label">The sentence beside the box.</param>
/// <param name="Text">The whole text, paragraphs parted by empty lines.</param>
/// <param name="EnglishLabel">The sentence on the English pages.</param>
/// <param name="EnglishText">The text on the English pages.</param>
public sealed record PublishConsentInput(string Label, string Text, string EnglishLabel, string EnglishText);

/// <summary>A consent and its versions.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="CanPublish">Whether the asker may publish.</param>
/// <param name="Placeholders">What the text may name, and as what it reads now.</param>
/// <param name="Versions">The versions, the one in force first.</param>
public sealed record ConsentTextsDto(ConsentKind Kind, bool CanPublish, IReadOnlyDictionary<string, string> Placeholders, IReadOnlyList<ConsentVersionDto> Versions);

/// <summary>A version of a consent.</summary>
/// <param name="Version">What consents refer to it by.</param>
/// <param name="PublishedAt">When it came into force, UTC; null for the one that the program is delivered with.</param>
/// <param name="By">Who published it.</param>
/// <param name="Words">Its words, as they were published.</param>
public sealed record ConsentVersionDto(string Version, DateTime? PublishedAt, string? By, PublishConsentInput Words);

/// <summary>A consent as its readers would see it.</summary>
public sealed record ConsentPreviewDto(PublishConsentInput Words, IReadOnlyList<InputError> Faults);

/// <summary>A consent that somebody gave.</summary>
public sealed record GivenConsentDto(Guid Id, ConsentKind Kind, string Version, DateTime GrantedAt, DateTime? WithdrawnAt);

/// <summary>What somebody agreed to.</summary>
/// <param name="Consent">The consent.</param>
/// <param name="Language">Language of the page that it was given on; null when that was not kept.</param>
/// <param name="Label">The sentence beside the box; null when the text is not kept.</param>
/// <param name="Text">The whole text; null when the text is not kept.</param>
public sealed record GivenConsentTextDto(GivenConsentDto Consent, string? Language, string? Label, string? Text);

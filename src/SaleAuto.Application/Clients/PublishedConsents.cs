using System.Globalization;

namespace SaleAuto.Clients;

internal sealed class PublishedConsents(IConsentRepository consents) : IConsentTexts
{
    public async Task<ConsentTextDto> GetCurrentAsync(ConsentKind kind, CancellationToken cancellationToken) =>
        (await GetVersionsAsync(kind, cancellationToken))[0];

    public async Task<ConsentTextDto?> FindAsync(ConsentKind kind, string version, CancellationToken cancellationToken) =>
        (await GetVersionsAsync(kind, cancellationToken)).FirstOrDefault(x => x.Version == version);

    // The newest first; the delivered text is the oldest of all.
    private async Task<IReadOnlyList<ConsentTextDto>> GetVersionsAsync(ConsentKind kind, CancellationToken cancellationToken)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var versions = new List<ConsentTextDto>();
        DateTime? replacedAt = null;
        foreach (var text in await consents.GetTextsAsync(kind, cancellationToken))
        {
            var words = text.In(language);
            versions.Add(new ConsentTextDto(kind, text.Version, words.Label, words.Text) { ReplacedAt = replacedAt });
            replacedAt = text.PublishedAt;
        }
        var delivered = ConsentTexts.In(language, kind);
        versions.Add(new ConsentTextDto(kind, ConsentTexts.VersionOf(kind), delivered.Label, delivered.Text) { ReplacedAt = replacedAt });
        return versions;
    }
}

using System.Globalization;
using SaleAuto.Errors;
using SaleAuto.Leads;

namespace SaleAuto.Clients;

/// <summary>Takes down what a person agreed to: the version that was on the screen, not the one that came meanwhile.</summary>
internal sealed class ConsentGiving(IConsentRepository consents, IConsentTexts texts, TimeProvider clock)
{
    // A page may lie open for a while; a text that was replaced long ago is not agreed to any more.
    private static readonly TimeSpan PageLife = TimeSpan.FromDays(1);

    /// <summary>Adds the consents to the unit of work.</summary>
    /// <param name="lead">The request that they are given with.</param>
    /// <param name="kinds">What was ticked.</param>
    /// <param name="seen">Versions that were shown; without them the ones in force.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="InputValidationException">The text is another one now.</exception>
    public async Task AddAsync(Lead lead, IEnumerable<ConsentKind> kinds, IReadOnlyDictionary<ConsentKind, string>? seen, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var kind in kinds.Distinct())
        {
            var text = seen is not null && seen.TryGetValue(kind, out var version)
                ? await texts.FindAsync(kind, version, cancellationToken)
                : await texts.GetCurrentAsync(kind, cancellationToken);
            if (text is null || text.ReplacedAt < now - PageLife)
            {
                throw new InputValidationException(nameof(CreateLeadInput.Consents), SaleAutoErrorCodes.Clients.ConsentReplaced);
            }
            consents.Insert(new Consent(Guid.CreateVersion7(), lead.Phone, lead.Id, kind, text.Version, now, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName));
        }
    }
}

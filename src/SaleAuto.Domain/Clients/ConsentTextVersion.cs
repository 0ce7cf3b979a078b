using SaleAuto.Auditing;
using SaleAuto.Entities;
using SaleAuto.Repositories;

namespace SaleAuto.Clients;

/// <summary>A published text that people agree to. Never changed: another text is the next version.</summary>
public class ConsentTextVersion : Entity<Guid>, IAudited, ICachedRow
{
    private ConsentTextVersion()
    {
    } // EF Core

    /// <summary>Publishes a text.</summary>
    public ConsentTextVersion(Guid id, ConsentKind kind, int number, ConsentWords russian, ConsentWords english, Guid publishedById, DateTime publishedAt)
        : base(id)
    {
        Kind = kind;
        Number = number;
        Version = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        (Label, Text) = (russian.Label, russian.Text);
        (EnglishLabel, EnglishText) = (english.Label, english.Text);
        PublishedById = publishedById;
        PublishedAt = publishedAt;
    }

    /// <summary>What it is about.</summary>
    public ConsentKind Kind { get; private set; }

    /// <summary>Place among the versions of its kind; the text that the program is delivered with is the first.</summary>
    public int Number { get; private set; }

    /// <summary>What consents refer to it by.</summary>
    public string Version { get; private set; } = "";

    /// <summary>The sentence beside the box.</summary>
    public string Label { get; private set; } = "";

    /// <summary>The whole text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The sentence beside the box on the English pages.</summary>
    public string EnglishLabel { get; private set; } = "";

    /// <summary>The whole text on the English pages.</summary>
    public string EnglishText { get; private set; } = "";

    /// <summary>Who published it.</summary>
    public Guid PublishedById { get; private set; }

    /// <summary>When it came into force, UTC.</summary>
    public DateTime PublishedAt { get; private set; }

    /// <summary>Its words in a language.</summary>
    public ConsentWords In(string language) => language == "en" ? new(EnglishLabel, EnglishText) : new(Label, Text);
}

/// <summary>A consent in one language.</summary>
/// <param name="Label">The sentence beside the box.</param>
/// <param name="Text">The whole text; the operator stands as a placeholder.</param>
public sealed record ConsentWords(string Label, string Text);

/// <summary>Consents and the texts that they were given to.</summary>
public interface IConsentRepository : IRepository<Consent>
{
    /// <summary>The newest published text of a kind, straight from the database; null while the delivered one is in force.</summary>
    Task<ConsentTextVersion?> FindNewestTextAsync(ConsentKind kind, CancellationToken cancellationToken);

    /// <summary>Published texts of a kind, the newest first.</summary>
    Task<IReadOnlyList<ConsentTextVersion>> GetTextsAsync(ConsentKind kind, CancellationToken cancellationToken);

    /// <summary>Publishes a text.</summary>
    void Insert(ConsentTextVersion text);

    /// <summary>Consents given with a lead, the oldest first.</summary>
    Task<IReadOnlyList<Consent>> GetOfLeadAsync(Guid leadId, CancellationToken cancellationToken);

    /// <summary>Consents given with a phone, the newest first.</summary>
    Task<IReadOnlyList<Consent>> GetOfPhoneAsync(string phone, CancellationToken cancellationToken);
}

using SaleAuto.Entities;

namespace SaleAuto.Clients;

/// <summary>Proof that a person agreed to a text: which version, when, for which lead. Never changed; withdrawing adds a time.</summary>
public class Consent : AggregateRoot<Guid>
{
    private Consent()
    {
    } // EF Core

    /// <summary>Records a consent.</summary>
    public Consent(Guid id, string phone, Guid leadId, ConsentKind kind, string textVersion, DateTime grantedAt, string? language = null)
        : base(id)
    {
        Phone = Check.NotNullOrWhiteSpace(phone, nameof(phone), PhoneNumber.MaxLength);
        LeadId = leadId;
        Kind = kind;
        TextVersion = Check.NotNullOrWhiteSpace(textVersion, nameof(textVersion), ClientConsts.MaxTextVersionLength);
        GrantedAt = grantedAt;
        Language = language;
    }

    /// <summary>Canonical phone of the person; there may be no client yet.</summary>
    public string Phone { get; private set; } = "";

    /// <summary>The request that it was given with.</summary>
    public Guid LeadId { get; private set; }

    /// <summary>What was agreed to.</summary>
    public ConsentKind Kind { get; private set; }

    /// <summary>Version of the text that was shown.</summary>
    public string TextVersion { get; private set; } = "";

    /// <summary>Language in which it was shown, two letters; null where that was not kept.</summary>
    public string? Language { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime GrantedAt { get; private set; }

    /// <summary>When it was withdrawn, UTC.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>The person takes it back; a second time changes nothing.</summary>
    public void Withdraw(DateTime at) => WithdrawnAt ??= at;
}

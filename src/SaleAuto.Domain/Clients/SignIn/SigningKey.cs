using SaleAuto.Entities;

namespace SaleAuto.Clients.SignIn;

/// <summary>A secret of the server as it is stored: protected. All nodes share the newest; older ones check what they once signed.</summary>
public class SigningKey : Entity<Guid>
{
    private SigningKey()
    {
    } // EF Core

    /// <summary>Stores a new key.</summary>
    public SigningKey(Guid id, int sequence, string protectedSecret, DateTime createdAt, DateTime signsUntil, DateTime validUntil)
        : base(id)
    {
        Sequence = sequence;
        ProtectedSecret = Check.NotNullOrWhiteSpace(protectedSecret, nameof(protectedSecret));
        CreatedAt = createdAt;
        SignsUntil = Check.Range(signsUntil, nameof(signsUntil), createdAt, validUntil);
        ValidUntil = validUntil;
    }

    /// <summary>Unique, so that of two nodes that make the next key at once one wins and the other takes that.</summary>
    public int Sequence { get; private set; }

    /// <summary>The secret under Data Protection.</summary>
    public string ProtectedSecret { get; private set; } = "";

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>Until when it signs, UTC.</summary>
    public DateTime SignsUntil { get; private set; }

    /// <summary>Until when it checks, UTC.</summary>
    public DateTime ValidUntil { get; private set; }
}

using SaleAuto.Entities;

namespace SaleAuto.Clients.SignIn;

/// <summary>One sign-in of a client on one device, with all refresh tokens that came of it.</summary>
public class RefreshTokenFamily : Entity<Guid>
{
    private RefreshTokenFamily()
    {
    } // EF Core

    /// <summary>Opens a family.</summary>
    public RefreshTokenFamily(Guid id, Guid clientId, DateTime createdAt)
        : base(id)
    {
        ClientId = clientId;
        CreatedAt = createdAt;
        LastUsedAt = createdAt;
    }

    /// <summary>Who signed in.</summary>
    public Guid ClientId { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>The last exchange, UTC.</summary>
    public DateTime LastUsedAt { get; private set; }

    /// <summary>When it was ended by a sign-out or by the reuse of an old token, UTC.</summary>
    public DateTime? RevokedAt { get; private set; }
}

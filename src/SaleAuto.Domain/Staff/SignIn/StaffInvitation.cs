using SaleAuto.Auditing;
using SaleAuto.Entities;
using SaleAuto.Errors;

namespace SaleAuto.Staff.SignIn;

/// <summary>A link by which a new employee sets name and password, once.</summary>
public class StaffInvitation : Entity<Guid>, IAudited
{
    /// <summary>How long the link works.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(3);

    private StaffInvitation()
    {
    } // EF Core

    /// <summary>Invites a person to an account that is already made.</summary>
    public StaffInvitation(Guid id, Guid staffId, string secret, DateTime createdAt)
        : base(id)
    {
        StaffId = staffId;
        Hash = Secrets.HashOf(secret);
        CreatedAt = createdAt;
        ExpiresAt = createdAt + Life;
    }

    /// <summary>The account.</summary>
    public Guid StaffId { get; private set; }

    /// <summary>SHA-256 of the link's secret.</summary>
    [Secret]
    public string Hash { get; private set; } = "";

    /// <summary>When it was written, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>Until when it works, UTC.</summary>
    public DateTime ExpiresAt { get; private set; }

    /// <summary>When it was accepted, UTC.</summary>
    public DateTime? UsedAt { get; private set; }

    /// <summary>When a newer one took its place, UTC.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>Whether it can be accepted.</summary>
    public bool IsOpen(DateTime now) => UsedAt is null && WithdrawnAt is null && now < ExpiresAt;

    /// <summary>Accepts it; it works only once.</summary>
    public void Accept(DateTime now)
    {
        if (!IsOpen(now))
        {
            throw new BusinessException(SaleAutoErrorCodes.Staff.InvitationInvalid);
        }
        UsedAt = now;
    }

    /// <summary>Ends it: a newer link is sent.</summary>
    public void Withdraw(DateTime now) => WithdrawnAt ??= now;
}

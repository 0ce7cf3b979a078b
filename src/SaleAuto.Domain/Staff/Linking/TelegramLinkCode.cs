using SaleAuto.Auditing;
using SaleAuto.Entities;

namespace SaleAuto.Staff.Linking;

/// <summary>A code by which a person makes a Telegram chat their own, once.</summary>
public class TelegramLinkCode : Entity<Guid>, IHasVersion
{
    /// <summary>How long the code works.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private TelegramLinkCode()
    {
    } // EF Core

    /// <summary>Issues a code; only its hash is kept.</summary>
    public TelegramLinkCode(Guid id, Guid staffId, string code, DateTime createdAt)
        : base(id)
    {
        StaffId = staffId;
        Hash = Secrets.HashOf(code);
        ExpiresAt = createdAt + Life;
    }

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Whose it is.</summary>
    public Guid StaffId { get; private set; }

    /// <summary>SHA-256 of the code.</summary>
    [Secret]
    public string Hash { get; private set; } = "";

    /// <summary>Until when it works, UTC.</summary>
    public DateTime ExpiresAt { get; private set; }

    /// <summary>When it was used, or a newer one took its place, UTC.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Whether it can be used.</summary>
    public bool IsOpen(DateTime now) => EndedAt is null && now < ExpiresAt;

    /// <summary>It works no more.</summary>
    public void End(DateTime now) => EndedAt ??= now;
}

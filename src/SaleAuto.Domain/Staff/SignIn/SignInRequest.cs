using SaleAuto.Entities;
using SaleAuto.Errors;

namespace SaleAuto.Staff.SignIn;

/// <summary>A browser that waits until somebody confirms in Telegram that it is theirs.</summary>
public class SignInRequest : Entity<Guid>, IHasVersion
{
    /// <summary>How long the code works.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(3);

    private SignInRequest()
    {
    } // EF Core

    /// <summary>A page was opened.</summary>
    /// <param name="id">Its identity.</param>
    /// <param name="code">Short code that the page shows; unique while it works.</param>
    /// <param name="secret">Known to that browser only.</param>
    /// <param name="device">What the browser says of itself, shown to whoever confirms.</param>
    /// <param name="address">Its network address, shown too.</param>
    /// <param name="createdAt">Now, UTC.</param>
    public SignInRequest(Guid id, string code, string secret, string? device, string? address, DateTime createdAt)
        : base(id)
    {
        Code = Check.NotNullOrWhiteSpace(code, nameof(code), StaffConsts.SignInCodeLength);
        BrowserHash = Secrets.HashOf(secret);
        Device = device?.Length > StaffConsts.MaxDeviceLength ? device[..StaffConsts.MaxDeviceLength] : device;
        Address = address;
        CreatedAt = createdAt;
        ExpiresAt = createdAt + Life;
    }

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Short code that the page shows.</summary>
    public string Code { get; private set; } = "";

    /// <summary>SHA-256 of what only that browser knows.</summary>
    [Auditing.Secret]
    public string BrowserHash { get; private set; } = "";

    /// <summary>What the browser says of itself.</summary>
    public string? Device { get; private set; }

    /// <summary>Its network address.</summary>
    public string? Address { get; private set; }

    /// <summary>When the page was opened, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>Until when the code works, UTC.</summary>
    public DateTime ExpiresAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public SignInRequestStatus Status { get; private set; } = SignInRequestStatus.Waiting;

    /// <summary>Who confirmed it.</summary>
    public Guid? StaffId { get; private set; }

    /// <summary>Whether somebody may still answer it.</summary>
    public bool IsOpen(DateTime now) => Status == SignInRequestStatus.Waiting && now < ExpiresAt;

    /// <summary>The person says that it is theirs, or not.</summary>
    public void Answer(Guid staffId, bool isConfirmed, DateTime now)
    {
        if (!IsOpen(now))
        {
            throw new BusinessException(SaleAutoErrorCodes.Staff.SignInCodeInvalid);
        }
        Status = isConfirmed ? SignInRequestStatus.Confirmed : SignInRequestStatus.Refused;
        StaffId = staffId;
    }

    /// <summary>The browser takes its session; once.</summary>
    /// <returns>Who confirmed it.</returns>
    public Guid Use(DateTime now)
    {
        if (Status != SignInRequestStatus.Confirmed || now >= ExpiresAt)
        {
            throw new BusinessException(SaleAutoErrorCodes.Staff.SignInCodeInvalid);
        }
        Status = SignInRequestStatus.Used;
        return StaffId!.Value;
    }
}

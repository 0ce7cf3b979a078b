using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace SaleAuto.Staff.SignIn;

/// <summary>Remembers in the page, protected, who passed the first step of the sign-in.</summary>
internal sealed class PendingSignIn(IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private readonly IDataProtector _protector = protection.CreateProtector("SaleAuto.Staff.PendingSignIn");

    public string Write(StaffMember staff) =>
        _protector.Protect(JsonSerializer.Serialize(new Pending(staff.Id, staff.SecurityStamp ?? "", clock.GetUtcNow().UtcDateTime + Life)));

    /// <summary>The account and its stamp at that time; null when the text is forged or too old.</summary>
    public (Guid StaffId, string Stamp)? Read(string text)
    {
        try
        {
            var pending = JsonSerializer.Deserialize<Pending>(_protector.Unprotect(text))!;
            return clock.GetUtcNow().UtcDateTime < pending.Until ? (pending.StaffId, pending.Stamp) : null;
        }
        catch (CryptographicException)
        {
            return null; // not ours
        }
    }

    private sealed record Pending(Guid StaffId, string Stamp, DateTime Until);
}

using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace SaleAuto.Staff.SignIn;

/// <summary>Authenticator app and recovery codes of an account. The key is kept protected, the recovery codes as hashes; no code works twice.</summary>
internal sealed class SecondFactor(UserManager<StaffMember> accounts, IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Provider = "SaleAuto";
    private const string Key = "AuthenticatorKey";
    private const string PendingKey = "PendingAuthenticatorKey";
    private const string RecoveryHashes = "RecoveryCodeHashes";
    private const int RecoveryCodes = 10;
    private const int RecoveryCodeLength = 10;

    private readonly IDataProtector _protector = protection.CreateProtector("SaleAuto.Staff.SecondFactor");

    /// <summary>Makes a key that counts once a code of it is confirmed.</summary>
    public async Task<byte[]> BeginAsync(StaffMember staff)
    {
        var key = TotpCode.NewKey();
        await KeepAsync(staff, PendingKey, Convert.ToBase64String(_protector.Protect(key)));
        return key;
    }

    /// <summary>Turns the pending key on.</summary>
    /// <returns>Recovery codes, or null when the code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> EnableAsync(StaffMember staff, string code)
    {
        var pending = await accounts.GetAuthenticationTokenAsync(staff, Provider, PendingKey);
        if (pending is null || !Matches(staff, pending, Clean(code)))
        {
            return null;
        }
        await KeepAsync(staff, Key, pending);
        (await accounts.RemoveAuthenticationTokenAsync(staff, Provider, PendingKey)).Ensure("");
        staff.TwoFactorEnabled = true;
        return await RenewRecoveryCodesAsync(staff);
    }

    /// <summary>Forgets key and recovery codes.</summary>
    public async Task DisableAsync(StaffMember staff)
    {
        staff.TwoFactorEnabled = false;
        (await accounts.RemoveAuthenticationTokenAsync(staff, Provider, Key)).Ensure("");
        (await accounts.RemoveAuthenticationTokenAsync(staff, Provider, RecoveryHashes)).Ensure("");
    }

    /// <summary>Makes new recovery codes in place of the old ones.</summary>
    public async Task<IReadOnlyList<string>> RenewRecoveryCodesAsync(StaffMember staff)
    {
        var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => Secrets.NewCode(RecoveryCodeLength)).ToList();
        await KeepAsync(staff, RecoveryHashes, string.Join(';', codes.Select(Secrets.HashOf)));
        return [.. codes.Select(x => $"{x[..5]}-{x[5..]}")];
    }

    /// <summary>How many recovery codes are left.</summary>
    public async Task<int> CountRecoveryCodesAsync(StaffMember staff) => (await ReadHashesAsync(staff)).Count;

    /// <summary>Takes a code of the app or a recovery code; it is used up.</summary>
    /// <returns>Whether it was right and new.</returns>
    public async Task<bool> TakeAsync(StaffMember staff, string code)
    {
        var clean = Clean(code);
        if (clean.Length == 6)
        {
            var key = await accounts.GetAuthenticationTokenAsync(staff, Provider, Key);
            return key is not null && Matches(staff, key, clean) && (await accounts.UpdateAsync(staff)).Ensure("");
        }
        var hashes = await ReadHashesAsync(staff);
        if (!hashes.Remove(Secrets.HashOf(clean)))
        {
            return false;
        }
        await KeepAsync(staff, RecoveryHashes, string.Join(';', hashes));
        return true;
    }

    private bool Matches(StaffMember staff, string protectedKey, string code) =>
        TotpCode.FindStep(_protector.Unprotect(Convert.FromBase64String(protectedKey)), code, clock.GetUtcNow().UtcDateTime) is { } step && staff.TakeCodeStep(step);

    // Saving the account with it makes two uses at the same moment a conflict.
    private async Task KeepAsync(StaffMember staff, string name, string value) =>
        (await accounts.SetAuthenticationTokenAsync(staff, Provider, name, value)).Ensure("");

    private async Task<List<string>> ReadHashesAsync(StaffMember staff) =>
        [.. (await accounts.GetAuthenticationTokenAsync(staff, Provider, RecoveryHashes) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)];

    private static string Clean(string code) => string.Concat(code.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}

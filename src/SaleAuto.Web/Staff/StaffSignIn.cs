using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace SaleAuto.Staff;

/// <summary>Lets only active accounts in.</summary>
internal sealed class ActiveStaffSignInManager(
    UserManager<StaffMember> accounts,
    IHttpContextAccessor context,
    IUserClaimsPrincipalFactory<StaffMember> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<StaffMember>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<StaffMember> confirmation)
    : SignInManager<StaffMember>(accounts, context, claims, options, logger, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(StaffMember user) => user.IsActive && await base.CanSignInAsync(user);
}

/// <summary>Checks name and password. Says only yes or no, and takes one check of a password for either, so that nobody learns which names exist.</summary>
internal sealed class StaffSignIn(SignInManager<StaffMember> signIn, IPasswordHasher<StaffMember> hasher)
{
    private const int LongestPassword = 200;

    private static readonly StaffMember Nobody = new(Guid.Empty, "", "");

    private static string? _decoy;

    public async Task<bool> SignInAsync(string userName, string password)
    {
        if (userName.Length == 0 || password.Length is 0 or > LongestPassword)
        {
            return false;
        }
        var staff = await signIn.UserManager.FindByNameAsync(userName);
        if (staff is null || !await signIn.CanSignInAsync(staff) || await signIn.UserManager.IsLockedOutAsync(staff))
        {
            _decoy ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
            hasher.VerifyHashedPassword(Nobody, _decoy, password);
            return false;
        }
        if (await signIn.CheckPasswordSignInAsync(staff, password, lockoutOnFailure: true) != SignInResult.Success)
        {
            return false;
        }
        await signIn.SignInAsync(staff, isPersistent: true);
        return true;
    }
}

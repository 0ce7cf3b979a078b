using Microsoft.AspNetCore.Identity;
using SaleAuto.Staff.Passwords;

namespace SaleAuto.Staff;

/// <summary>Refuses passwords of the shipped list.</summary>
internal sealed class KnownPasswordValidator : IPasswordValidator<StaffMember>
{
    public Task<IdentityResult> ValidateAsync(UserManager<StaffMember> manager, StaffMember user, string? password) => Task.FromResult(
        password is not null && (password.Length > StaffConsts.MaxPasswordLength || KnownPasswords.Contains(password, user.UserName))
            ? IdentityResult.Failed(new IdentityError { Code = SaleAutoErrorCodes.Staff.PasswordKnown, Description = "The password is on the list of common and leaked ones" })
            : IdentityResult.Success);
}

using Microsoft.AspNetCore.Identity;
using SaleAuto.Errors;

namespace SaleAuto.Staff;

/// <summary>Turns refusals of ASP.NET Core Identity into ours.</summary>
internal static class IdentityResults
{
    /// <summary>Passes when it succeeded.</summary>
    /// <param name="result">What Identity says.</param>
    /// <param name="field">Field of the input that the refusal is about.</param>
    /// <exception cref="InputValidationException">The value is refused.</exception>
    /// <exception cref="ConcurrencyConflictException">Somebody else changed the account first.</exception>
    public static bool Ensure(this IdentityResult result, string field)
    {
        if (result.Succeeded)
        {
            return true;
        }
        var error = result.Errors.First();
        throw error.Code switch
        {
            nameof(IdentityErrorDescriber.ConcurrencyFailure) => new ConcurrencyConflictException(new InvalidOperationException(error.Description)),
            nameof(IdentityErrorDescriber.PasswordTooShort) => new InputValidationException(field, SaleAutoErrorCodes.Staff.PasswordTooShort),
            nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars) => new InputValidationException(field, SaleAutoErrorCodes.Staff.PasswordTooSimple),
            SaleAutoErrorCodes.Staff.PasswordKnown => new InputValidationException(field, error.Code),
            nameof(IdentityErrorDescriber.DuplicateUserName) => new InputValidationException(field, SaleAutoErrorCodes.Staff.UserNameTaken),
            nameof(IdentityErrorDescriber.InvalidUserName) => new InputValidationException(field, SaleAutoErrorCodes.Fields.Malformed),
            _ => new InvalidOperationException(error.Description),
        };
    }
}

using System.ComponentModel.DataAnnotations;
using SaleAuto.Validation;

namespace SaleAuto.Clients;

/// <summary>Whom to send a one-time code.</summary>
public sealed record SendCodeInput
{
    /// <summary>Phone in any spelling.</summary>
    [Mandatory, PhoneNumber, AtMost(40)]
    public string? Phone { get; init; }

    /// <summary>The draft that the code is to confirm; without it, the phone's fresh drafts.</summary>
    public Guid? LeadId { get; init; }
}

/// <summary>A code was sent, or would have been: the answer does not tell known phones from unknown ones.</summary>
public sealed record SentCodeDto(int ExpiresInSeconds, int ResendAfterSeconds);

/// <summary>A phone with the code that reached it.</summary>
public sealed record SignInInput
{
    /// <summary>Phone in any spelling.</summary>
    [Mandatory, PhoneNumber, AtMost(40)]
    public string? Phone { get; init; }

    /// <summary>The six digits; spaces and dashes are ignored.</summary>
    [Mandatory, RegularExpression(@"^(?:[\s-]*\d){6}[\s-]*$", ErrorMessage = SaleAutoErrorCodes.SignIn.CodeInvalid), AtMost(20)]
    public string? Code { get; init; }
}

/// <summary>A refresh token.</summary>
public sealed record RefreshInput
{
    /// <summary>The token of the last sign-in or refresh.</summary>
    [Mandatory, AtMost(200)]
    public string? RefreshToken { get; init; }
}

/// <summary>Access for ten minutes and the means to renew it.</summary>
public sealed record TokensDto(string AccessToken, int ExpiresInSeconds, string RefreshToken);

/// <summary>Sign-in of clients by a code sent to their phone.</summary>
public interface IClientSignInAppService
{
    /// <summary>Sends a one-time code by SMS.</summary>
    /// <param name="input">The phone.</param>
    /// <param name="remoteAddress">Network address of the asker, for the limits; never logged.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="Errors.TooManyRequestsException">Sooner than allowed, or too many today.</exception>
    /// <exception cref="Errors.BusinessException">The country is not served.</exception>
    Task<SentCodeDto> SendCodeAsync(SendCodeInput input, string? remoteAddress, CancellationToken cancellationToken);

    /// <summary>Checks the code, makes the phone's owner a client, and turns the drafts that the code was for into leads, all in one transaction.</summary>
    /// <exception cref="Errors.BusinessException">The code is wrong, used or expired.</exception>
    /// <exception cref="Errors.TooManyRequestsException">Too many wrong codes.</exception>
    Task<TokensDto> SignInAsync(SignInInput input, CancellationToken cancellationToken);

    /// <summary>Exchanges a refresh token for the next pair. Reuse of an old one revokes the whole family.</summary>
    /// <exception cref="Errors.BusinessException">The token is unknown, expired, used or revoked.</exception>
    Task<TokensDto> RefreshAsync(RefreshInput input, CancellationToken cancellationToken);

    /// <summary>Revokes the family of the token. An unknown token is no error.</summary>
    Task SignOutAsync(RefreshInput input, CancellationToken cancellationToken);

    /// <summary>Ends the sign-in that an access token came of, without its refresh token.</summary>
    Task EndSessionAsync(Guid sessionId, CancellationToken cancellationToken);
}

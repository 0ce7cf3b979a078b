using SaleAuto.Staff.Sessions;

namespace SaleAuto.Staff.SignIn;

/// <summary>Ways into the program for the staff. Every try is told to the audit log.</summary>
public interface IStaffSignInAppService
{
    /// <summary>By name and password. An unknown name, a disabled or locked account and a wrong password are answered alike and take alike.</summary>
    Task<StaffSignInResult> SignInAsync(string userName, string password, string? device, CancellationToken cancellationToken);

    /// <summary>The second step: a code of the authenticator app, or a recovery code; each works once.</summary>
    /// <param name="pending">What the first step gave; works for five minutes.</param>
    /// <param name="code">Six digits or a recovery code.</param>
    /// <param name="device">What the browser says of itself.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task<StaffSignInResult> SignInWithCodeAsync(string pending, string code, string? device, CancellationToken cancellationToken);

    /// <summary>Shows a code that the person confirms in Telegram.</summary>
    Task<TelegramSignInDto> BeginTelegramAsync(string? device, CancellationToken cancellationToken);

    /// <summary>Asks whether the code was confirmed; the session is given once, to the browser that showed it.</summary>
    Task<TelegramSignInStateDto> GetTelegramAsync(string browserSecret, string? device, CancellationToken cancellationToken);

    /// <summary>Ends the session of a cookie.</summary>
    Task SignOutAsync(Guid sessionId, CancellationToken cancellationToken);
}

/// <summary>How a try ended.</summary>
/// <param name="Status">In, refused, or a code is needed.</param>
/// <param name="Ticket">For the cookie, when in.</param>
/// <param name="Pending">For the second step, when a code is needed.</param>
/// <param name="MustChangePassword">Whether a new password comes first.</param>
public sealed record StaffSignInResult(StaffSignInStatus Status, StaffTicket? Ticket = null, string? Pending = null, bool MustChangePassword = false)
{
    /// <summary>No.</summary>
    public static StaffSignInResult Refused { get; } = new(StaffSignInStatus.Refused);
}

/// <summary>How a try ended.</summary>
public enum StaffSignInStatus
{
    Refused,
    CodeNeeded,
    SignedIn,
}

/// <summary>A code on the sign-in page.</summary>
/// <param name="Code">Short code that people compare.</param>
/// <param name="BrowserSecret">For the cookie of that browser; never shown.</param>
/// <param name="Link">Opens the bot with the code; also as QR.</param>
/// <param name="ExpiresAt">Until when, UTC.</param>
public sealed record TelegramSignInDto(string Code, string BrowserSecret, string Link, DateTime ExpiresAt);

/// <summary>Where the sign-in stands.</summary>
public sealed record TelegramSignInStateDto(SignInRequestStatus Status, bool IsExpired, StaffSignInResult? Result = null);

/// <summary>Makes the link that opens the bot with a sign-in code.</summary>
public interface ISignInLinks
{
    /// <summary>Absolute address.</summary>
    string For(string code);
}

/// <summary>The bot's side of signing in: what the person in a linked chat confirms or refuses.</summary>
public interface ISignInConfirmation
{
    /// <summary>The browser that shows the code; null when the code is unknown or expired, or nobody linked the chat.</summary>
    Task<SignInConfirmationDto?> FindAsync(long chatId, string code, CancellationToken cancellationToken);

    /// <summary>The person says that it is theirs, or not.</summary>
    /// <exception cref="Errors.BusinessException">The code is unknown, expired or answered already, or nobody linked the chat.</exception>
    Task AnswerAsync(long chatId, string code, bool isConfirmed, CancellationToken cancellationToken);
}

/// <summary>Who wants in, for the question in the chat.</summary>
public sealed record SignInConfirmationDto(string Code, string? Device, string? Address, DateTime CreatedAt);

/// <summary>The staff cookie of the current request.</summary>
public interface IStaffCookies
{
    /// <summary>Sets the cookie.</summary>
    Task SignInAsync(StaffTicket ticket);

    /// <summary>Removes it, and with it "see as".</summary>
    Task SignOutAsync();

    /// <summary>From the next request on pages look as that person sees them; null goes back.</summary>
    void SeeAs(Guid? staffId);
}

using System.ComponentModel.DataAnnotations;

namespace SaleAuto.Clients;

/// <summary>Section <c>SignIn</c>: one-time codes and tokens of clients.</summary>
public sealed class SignInOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "SignIn";

    /// <summary>Russian numbers; +76 and +77 belong to Kazakhstan.</summary>
    public static readonly IReadOnlyList<string> DefaultPhonePrefixes = ["+73", "+74", "+78", "+79"];

    /// <summary>Beginnings of phones that codes are sent to; empty means <see cref="DefaultPhonePrefixes"/>.</summary>
    public string[] AllowedPhonePrefixes { get; set; } = [];

    /// <summary>Life of a one-time code, minutes.</summary>
    [Range(1, SignInConsts.MaxCodeMinutes)]
    public int CodeMinutes { get; set; } = SignInConsts.MaxCodeMinutes;

    /// <summary>Pause before the next code to the same phone, seconds.</summary>
    [Range(1, 3600)]
    public int ResendSeconds { get; set; } = 60;

    /// <summary>Codes to one phone within 24 hours.</summary>
    [Range(1, 1000)]
    public int CodesPerPhonePerDay { get; set; } = 10;

    /// <summary>Codes asked for from one network address within an hour.</summary>
    [Range(1, 1_000_000)]
    public int CodesPerAddressPerHour { get; set; } = 60;

    /// <summary>Codes asked for from one network address within 24 hours.</summary>
    [Range(1, 1_000_000)]
    public int CodesPerAddressPerDay { get; set; } = 300;

    /// <summary>Life of an access token, minutes.</summary>
    [Range(1, 10)]
    public int AccessTokenMinutes { get; set; } = 10;

    /// <summary>Life of a refresh token that is not exchanged, days.</summary>
    [Range(1, 365)]
    public int RefreshTokenDays { get; set; } = 30;

    /// <summary>How long an exchanged refresh token may be exchanged again by requests that were under way, seconds.</summary>
    [Range(0, 60)]
    public int RefreshGraceSeconds { get; set; } = 15;

    /// <summary>How long a signing key signs, days.</summary>
    [Range(1, 365)]
    public int SigningKeyDays { get; set; } = 30;

    /// <summary>The beginnings in force.</summary>
    public IReadOnlyList<string> PhonePrefixes => AllowedPhonePrefixes.Length > 0 ? AllowedPhonePrefixes : DefaultPhonePrefixes;
}

using Microsoft.Extensions.Options;
using SaleAuto.Errors;
using SaleAuto.Repositories;

namespace SaleAuto.Clients.SignIn;

/// <summary>How often codes are sent: each costs money, and a stranger's phone must not ring all day. Counted in the database, so that all nodes count together.</summary>
internal sealed class OneTimeCodeLimits(IOneTimeCodeRepository codes, IUnitOfWork unitOfWork, IOptions<SignInOptions> options)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>The longest time that a limit looks back.</summary>
    public static TimeSpan LongestWindow => Day;

    /// <summary>Passes when another code may be sent. Runs inside the transaction that adds the code; phone before address, so that nobody waits crosswise.</summary>
    /// <exception cref="TooManyRequestsException">Not yet.</exception>
    public async Task EnsureMaySendAsync(PhoneNumber phone, string phoneHash, string? addressHash, DateTime now, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        await unitOfWork.TakeTurnAsync(phoneHash, cancellationToken);
        Ensure(TimeSpan.FromSeconds(settings.ResendSeconds), await codes.FindSentToPhoneAsync(phone, 1, cancellationToken), now);
        Ensure(Day, await codes.FindSentToPhoneAsync(phone, settings.CodesPerPhonePerDay, cancellationToken), now);
        if (addressHash is not null)
        {
            await unitOfWork.TakeTurnAsync(addressHash, cancellationToken);
            Ensure(Hour, await codes.FindSentForAddressAsync(addressHash, settings.CodesPerAddressPerHour, cancellationToken), now);
            Ensure(Day, await codes.FindSentForAddressAsync(addressHash, settings.CodesPerAddressPerDay, cancellationToken), now);
        }
    }

    /// <summary>How long until a new code may be asked for after the attempts of the last one are gone.</summary>
    public async Task<TimeSpan> GetPauseAsync(PhoneNumber phone, DateTime now, CancellationToken cancellationToken)
    {
        var pause = await codes.FindSentToPhoneAsync(phone, 1, cancellationToken) + TimeSpan.FromSeconds(options.Value.ResendSeconds) - now;
        return pause > TimeSpan.FromSeconds(1) ? pause.Value : TimeSpan.FromSeconds(1);
    }

    // With the limit's last place taken less than a window ago, one more would be too many.
    private static void Ensure(TimeSpan window, DateTime? sentAt, DateTime now)
    {
        if (sentAt is { } sent && sent + window > now)
        {
            throw new TooManyRequestsException(SaleAutoErrorCodes.SignIn.TooManyCodes, sent + window - now);
        }
    }
}

using SaleAuto.Requests;
using SaleAuto.Workers;

namespace SaleAuto.Clients.SignIn;

/// <summary>Removes what sign-in and repeated requests need no more: old codes and their phones, expired tokens, keys, answers.</summary>
public sealed class SignInCleanupWorker(
    IOneTimeCodeRepository codes,
    IRefreshTokenRepository tokens,
    ISigningKeyRepository keys,
    IIdempotentRequestRepository requests,
    TimeProvider clock) : IDueWorker
{
    /// <inheritdoc />
    public static TimeSpan Interval => TimeSpan.FromHours(1);

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await codes.DeleteCreatedBeforeAsync(now - OneTimeCodeLimits.LongestWindow, cancellationToken);
        await tokens.DeleteExpiredBeforeAsync(now, cancellationToken);
        await keys.DeleteInvalidAsync(now, cancellationToken);
        await requests.DeleteCreatedBeforeAsync(now - IdempotentRequests.KeptFor, cancellationToken);
    }
}

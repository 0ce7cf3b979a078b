using SaleAuto.Staff.Linking;
using SaleAuto.Staff.Sessions;
using SaleAuto.Staff.SignIn;
using SaleAuto.Workers;

namespace SaleAuto.Staff;

/// <summary>Removes sign-ins by Telegram that nobody waits for, codes that link no chat any more, and sessions long out of use.</summary>
public sealed class StaffCleanupWorker(
    ISignInRequestRepository requests, ITelegramLinkCodeRepository codes, IStaffSessionRepository sessions, TimeProvider clock) : IDueWorker
{
    private static readonly TimeSpan KeepSessions = TimeSpan.FromDays(90);

    /// <inheritdoc />
    public static TimeSpan Interval => TimeSpan.FromHours(1);

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await requests.DeleteExpiredBeforeAsync(now, cancellationToken);
        await codes.DeleteExpiredBeforeAsync(now, cancellationToken);
        await sessions.DeleteSeenBeforeAsync(now - KeepSessions, cancellationToken);
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SaleAuto.Messages;
using SaleAuto.Repositories;
using SaleAuto.Settings;
using SaleAuto.Staff;
using SaleAuto.Workers;

namespace SaleAuto.Accounting.Checks;

/// <summary>Proves the books once a night, by whichever node; a program that was down at night catches up during the day.</summary>
public sealed class LedgerCheckWorker(IServiceScopeFactory scopes) : IDueWorker
{
    /// <inheritdoc />
    public static TimeSpan Interval => TimeSpan.FromMinutes(5);

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<NightlyLedgerCheck>().CheckAsync(cancellationToken);
    }
}

/// <summary>Proves the books, keeps what came of it, and tells owners and administrators when something is broken. Balances of books that are sound are carried forward.</summary>
internal sealed partial class NightlyLedgerCheck(
    ILedgerCheckQuery query,
    ILedgerCheckRepository checks,
    IStaffDirectory staff,
    MessageWriter messages,
    CarryForward carryForward,
    ISettingProvider settings,
    IUnitOfWork unitOfWork,
    TimeProvider clock,
    ILogger<NightlyLedgerCheck> logger)
{
    private static readonly TimeOnly _startsAt = new(3, 0);

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var local = TimeZoneInfo.ConvertTimeFromUtc(now, await settings.GetTimeZoneAsync(cancellationToken));
        var day = DateOnly.FromDateTime(local);
        if (TimeOnly.FromDateTime(local) < _startsAt || await checks.WasCheckedAsync(day, cancellationToken))
        {
            return;
        }
        // Before the transaction that keeps the answer: it reads long, and holds up nobody.
        var check = new LedgerCheck(Guid.CreateVersion7(), day, now, await query.ProveAsync(cancellationToken));
        await unitOfWork.ExecuteAsync(
            async token =>
            {
                if (!await checks.WasCheckedAsync(day, token)) // another node was quicker
                {
                    checks.Insert(check);
                    await TellAsync(check, token);
                }
                return check.Id;
            },
            cancellationToken);
        if (check.Broken == 0)
        {
            await carryForward.CarryAsync(day, cancellationToken);
        }
    }

    private async Task TellAsync(LedgerCheck check, CancellationToken cancellationToken)
    {
        if (check.Broken == 0)
        {
            return;
        }
        Log.Broken(logger, check.Day, check.Broken, check.Proofs);
        var text = await messages.TextAsync("Owner.LedgerBroken", cancellationToken, ("Broken", check.Broken), ("Proofs", check.Proofs));
        var button = await messages.LinkAsync("Owner.OpenLedgerCheck", $"/admin/ledger-checks/{check.Id}", cancellationToken);
        var owners = await staff.GetByRoleAsync(StaffRoles.Owner, cancellationToken);
        var administrators = await staff.GetByRoleAsync(StaffRoles.Administrator, cancellationToken);
        await messages.TellAsync(owners.Concat(administrators).DistinctBy(x => x.Id), text, $"ledger-broken:{check.Day:yyyyMMdd}", null, [button], cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The books of {Day} are broken: {Broken} of {Proofs} proofs failed")]
        public static partial void Broken(ILogger logger, DateOnly day, int broken, int proofs);
    }
}

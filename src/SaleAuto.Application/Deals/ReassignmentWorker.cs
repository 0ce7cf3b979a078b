using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Messages;
using SaleAuto.Repositories;
using SaleAuto.Settings;
using SaleAuto.Staff;
using SaleAuto.Workers;

namespace SaleAuto.Deals;

/// <summary>Tells manager and owners of a deal that no seller takes: after the set time, and again the nearer the meeting is. Each alarm is raised once, by whichever node.</summary>
public sealed class ReassignmentWorker(IServiceScopeFactory scopes, TimeProvider clock) : IDueWorker
{
    private const int AtOnce = 100;

    /// <inheritdoc />
    public static TimeSpan Interval => TimeSpan.FromSeconds(20);

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var requestId in await GetDueAsync(cancellationToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ReassignmentAlarms>().LookAsync(requestId, cancellationToken);
        }
    }

    // What does not fit into one round is found by the next one.
    private async Task<IReadOnlyList<Guid>> GetDueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IReassignmentRepository>().GetToLookAtAsync(clock.GetUtcNow().UtcDateTime, AtOnce, cancellationToken);
    }
}

/// <summary>Raises the alarm of one request.</summary>
internal sealed class ReassignmentAlarms(
    IReassignmentRepository requests,
    IDealRepository deals,
    IStaffDirectory staff,
    MessageWriter messages,
    DealWords words,
    ISettingProvider settings,
    IUnitOfWork unitOfWork,
    TimeProvider clock)
{
    public async Task LookAsync(Guid requestId, CancellationToken cancellationToken)
    {
        var rules = await settings.GetAsync<DealSettings>(cancellationToken);
        await unitOfWork.ExecuteAsync(
            async token =>
            {
                var request = await requests.GetAsync(requestId, token);
                var deal = await deals.GetAsync(request.DealId, token);
                if (request.Look(clock.GetUtcNow().UtcDateTime, deal.StartsAt, rules) is { } alarm)
                {
                    await TellAsync(request, deal, alarm, token);
                }
                return request.Id;
            },
            cancellationToken);
    }

    private async Task TellAsync(ReassignmentRequest request, Deal deal, ReassignmentAlarm alarm, CancellationToken cancellationToken)
    {
        var reason = ("Reason", (object)request.Reason);
        var name = alarm.IsUrgent ? "ReassignmentUrgent" : "ReassignmentOpen";
        var key = $"reassignment-alarm:{request.Id:N}:{deal.StartsAt:yyMMddHHmm}:{alarm.Number}"; // another time has alarms of its own
        IReadOnlyList<StaffContact> managers = await staff.FindAsync(deal.ManagerId, cancellationToken) is { } planner && !alarm.IsUrgent
            ? [planner]
            : await staff.GetByRoleAsync(StaffRoles.Manager, cancellationToken); // shortly before the meeting it does not matter whose deal it is
        await messages.TellOfDealAsync(managers, await words.TextAsync($"Manager.{name}", deal, cancellationToken, reason), key, deal, cancellationToken);
        var owners = (await staff.GetByRoleAsync(StaffRoles.Owner, cancellationToken)).ExceptBy(managers.Select(x => x.Id), x => x.Id);
        await messages.TellOfDealAsync(owners, await words.TextAsync($"Owner.{name}", deal, cancellationToken, reason), key, deal, cancellationToken);
    }
}

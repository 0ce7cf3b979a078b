using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Leads;
using SaleAuto.Messages;
using SaleAuto.Repositories;
using SaleAuto.Settings;
using SaleAuto.Staff;
using SaleAuto.Workers;

namespace SaleAuto.Calls;

/// <summary>
/// Reminds of calls that nobody makes: the responsible manager or those on duty, then every manager, then the owners.
/// The task itself carries the next moment, so several nodes may look at once: the version lets one of them remind.
/// </summary>
public sealed class CallReminderWorker(IServiceScopeFactory scopes, TimeProvider clock) : IDueWorker
{
    private const int AtOnce = 100;

    /// <inheritdoc />
    public static TimeSpan Interval => TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var taskId in await GetDueAsync(cancellationToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<CallReminders>().RemindAsync(taskId, cancellationToken);
        }
    }

    // What does not fit into one round is found by the next one.
    private async Task<IReadOnlyList<Guid>> GetDueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ICallTaskRepository>().GetToRemindAsync(clock.GetUtcNow().UtcDateTime, AtOnce, cancellationToken);
    }
}

/// <summary>Writes the reminders of one call.</summary>
internal sealed class CallReminders(
    ICallTaskRepository calls,
    ILeadRepository leads,
    IStaffDirectory staff,
    MessageWriter messages,
    ISettingProvider settings,
    IUnitOfWork unitOfWork,
    TimeProvider clock)
{
    public async Task RemindAsync(Guid taskId, CancellationToken cancellationToken)
    {
        var rules = await settings.GetAsync<CallSettings>(cancellationToken);
        await unitOfWork.ExecuteAsync(
            async token =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                var task = await calls.GetAsync(taskId, token);
                if (task.Remind(now, rules) is { } reminder)
                {
                    await TellAsync(task, reminder, token);
                }
                return task.Id;
            },
            cancellationToken);
    }

    private async Task TellAsync(CallTask task, CallReminder reminder, CancellationToken cancellationToken)
    {
        var lead = await leads.GetAsync(task.LeadId, cancellationToken);
        var due = await messages.ToLocalAsync(task.DueAt, cancellationToken);
        var take = await messages.ButtonAsync("Manager.TakeCall", BotActionNames.TakeCall, task.Id, cancellationToken);
        var key = $"{task.Id:N}:{task.DueAt:yyMMddHHmmss}"; // a call put off is another promise
        if (reminder.Now == reminder.Before)
        {
            var text = await TextAsync(task.Kind == CallTaskKind.Decision ? "Manager.DecisionDue" : "Manager.CallDue");
            await messages.TellOfLeadAsync(await GetResponsibleAsync(task, cancellationToken), text, $"call-due:{key}:{reminder.Number}", lead.Id, cancellationToken, take);
            return;
        }
        if (reminder.Before < CallEscalation.AllManagers)
        {
            await TellRoleAsync(StaffRoles.Manager, "Manager.CallOverdue", take);
        }
        if (reminder.Now == CallEscalation.Owners)
        {
            await TellRoleAsync(StaffRoles.Owner, "Owner.CallOverdue");
        }

        Task<WordedText> TextAsync(string name) => messages.TextAsync(name, cancellationToken, ("LeadNumber", lead.Number), ("Due", due));

        async Task TellRoleAsync(string role, string textName, params IReadOnlyList<MessageButton> buttons) => await messages.TellOfLeadAsync(
            await staff.GetByRoleAsync(role, cancellationToken), await TextAsync(textName), $"call-overdue:{key}:{role}", lead.Id, cancellationToken, buttons);
    }

    private async Task<IReadOnlyList<StaffContact>> GetResponsibleAsync(CallTask task, CancellationToken cancellationToken) =>
        task.ResponsibleId is { } id && await staff.FindAsync(id, cancellationToken) is { } responsible
            ? [responsible]
            : await staff.GetManagersOnDutyAsync(cancellationToken);
}

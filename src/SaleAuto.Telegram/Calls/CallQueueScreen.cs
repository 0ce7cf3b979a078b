using SaleAuto.Bot;
using SaleAuto.Cars;
using SaleAuto.Messages;

namespace SaleAuto.Calls;

/// <summary>The calls of today: the own ones, then those that wait, the soonest first. Those of the days after are a press away.</summary>
internal sealed class CallQueueScreen(ICallDeskAppService desk, BotClock clock) : BotScreen
{
    private const int MostCalls = 10;

    public override IReadOnlyList<string> Actions => [CallActions.Queue];

    public override string? Command => "/calls";

    public override string? Permission => CallPermissions.Work;

    public override async Task<BotReply> ShowAsync(BotRequest request, CancellationToken cancellationToken)
    {
        var queue = await desk.GetQueueAsync(cancellationToken);
        var (today, later) = await SplitAsync(queue, cancellationToken);
        return request.Argument == CallActions.Later
            ? await ShowLaterAsync(later, queue.Now, cancellationToken)
            : await ShowTodayAsync(today, later.Count, queue.Now, cancellationToken);
    }

    private async Task<BotReply> ShowTodayAsync(List<QueuedCallDto> calls, int later, DateTime now, CancellationToken cancellationToken)
    {
        var key = calls.Count switch
        {
            0 => "Calls.None",
            > MostCalls => "Calls.First",
            _ => "Calls",
        };
        var reply = await ListAsync(new CardLines().Add(key, calls.Count, calls.Count(call => IsOverdue(call, now)), MostCalls), calls, now, cancellationToken);
        return (later == 0 ? reply : reply.Row(BotButton.Act(ManagerTexts.Get("Calls.Later.Button", later), CallActions.Queue, argument: CallActions.Later)))
            .Row(BotButton.Act(ManagerTexts.Get("Refresh.Button"), CallActions.Queue), BotButton.Act(BotTexts.Get("Menu.Button"), BotScreens.Menu));
    }

    private async Task<BotReply> ShowLaterAsync(List<QueuedCallDto> calls, DateTime now, CancellationToken cancellationToken) =>
        (await ListAsync(new CardLines().Add(calls.Count == 0 ? "Calls.Later.None" : "Calls.Later", calls.Count), calls, now, cancellationToken))
        .Row(BotButton.Act(ManagerTexts.Get("Calls.Back"), CallActions.Queue), BotButton.Act(BotTexts.Get("Menu.Button"), BotScreens.Menu));

    // What a colleague has is not to be called by anybody else.
    private async Task<(List<QueuedCallDto> Today, List<QueuedCallDto> Later)> SplitAsync(CallQueueDto queue, CancellationToken cancellationToken)
    {
        var tomorrow = await clock.ToUtcAsync((await clock.NowAsync(cancellationToken)).Date.AddDays(1), cancellationToken);
        var calls = queue.Calls.Where(call => call.IsMine || call.Status == CallTaskStatus.Pending)
            .OrderByDescending(call => call.IsMine)
            .ToLookup(call => call.IsMine || call.DueAt < tomorrow);
        return ([.. calls[true]], [.. calls[false]]);
    }

    // The times stand in the text: buttons are narrow on a phone.
    private async Task<BotReply> ListAsync(CardLines lines, IReadOnlyList<QueuedCallDto> calls, DateTime now, CancellationToken cancellationToken)
    {
        var buttons = new List<BotButton>();
        foreach (var call in calls.Take(MostCalls))
        {
            var what = call.Plate is { } plate ? $"{call.LeadNumber} · {PlateNumber.Parse(plate).Display}" : call.LeadNumber;
            var (mark, when) = call switch
            {
                { IsMine: true } => ("☎ ", ManagerTexts.Get("Calls.Mine")),
                _ when IsOverdue(call, now) => ("🔴 ", ManagerTexts.Get("Calls.Late", BotClock.TellSpan(call.DueAt, now))),
                _ => ("", ManagerTexts.Get("Calls.Left", await clock.TellAsync(call.DueAt, cancellationToken), BotClock.TellSpan(call.DueAt, now))),
            };
            lines.Add("Calls.Line", mark + what, when);
            buttons.Add(BotButton.Act(mark + what, BotActionNames.OpenCall, call.TaskId));
        }
        return lines.ToReply().Grid(buttons);
    }

    private static bool IsOverdue(QueuedCallDto call, DateTime now) => call.Status == CallTaskStatus.Pending && call.DueAt < now;
}

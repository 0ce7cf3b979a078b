using SaleAuto.Bot;
using SaleAuto.Messages;

namespace SaleAuto.Calls;

/// <summary>One call with what is known of client and car.</summary>
internal sealed class CallScreen(ICallDeskAppService desk, CallCard card) : BotScreen
{
    public override IReadOnlyList<string> Actions => [BotActionNames.OpenCall];

    public override string? Permission => CallPermissions.Work;

    public override async Task<BotReply> ShowAsync(BotRequest request, CancellationToken cancellationToken) =>
        await card.WriteAsync(await desk.GetAsync(request.RequiredId, cancellationToken), cancellationToken);
}

/// <summary>Takes a call, or gives it back; the late one is told who has it.</summary>
internal sealed class CallActScreen(ICallDeskAppService desk, CallCard card) : BotScreen
{
    public override IReadOnlyList<string> Actions => [BotActionNames.TakeCall, CallActions.Release];

    public override string? Permission => CallPermissions.Work;

    public override string? ShowsInstead => BotActionNames.OpenCall;

    public override async Task<BotReply> ShowAsync(BotRequest request, CancellationToken cancellationToken)
    {
        if (request.Action == BotActionNames.TakeCall)
        {
            var taken = await desk.ClaimAsync(request.RequiredId, cancellationToken);
            return (await card.WriteAsync(taken, cancellationToken)).Saying(ManagerTexts.Get("Call.Taken"));
        }
        await desk.ReleaseAsync(request.RequiredId, cancellationToken);
        return (await card.WriteAsync(await desk.GetAsync(request.RequiredId, cancellationToken), cancellationToken)).Saying(ManagerTexts.Get("Call.Released"));
    }
}

using SaleAuto.Bot;
using SaleAuto.Errors;

namespace SaleAuto.Calls;

/// <summary>Sees to it that a result is asked for, and recorded, only while the manager holds the call.</summary>
internal sealed class HeldCalls(ICallDeskAppService desk, CallCard card)
{
    /// <summary>The call in the manager's hands.</summary>
    /// <exception cref="BusinessException">A colleague has it, or nobody, or it is over.</exception>
    public async Task<CallDto> GetAsync(Guid taskId, CancellationToken cancellationToken)
    {
        var call = await desk.GetAsync(taskId, cancellationToken);
        return call.Call switch
        {
            { IsMine: true } => call,
            { Status: CallTaskStatus.InProgress, ManagerName: { } colleague } => throw new BusinessException(SaleAutoErrorCodes.Calls.TakenBy).WithData("ManagerName", colleague),
            { Status: CallTaskStatus.Pending } => throw new BusinessException(SaleAutoErrorCodes.Calls.NotYours),
            _ => throw new BusinessException(SaleAutoErrorCodes.Calls.Ended),
        };
    }

    /// <summary>What to say when the call slipped away while its result was being told; null when it did not. No answer could still be recorded.</summary>
    public async Task<BotReply?> FindLostAsync(Guid taskId, CancellationToken cancellationToken)
    {
        var call = await desk.GetAsync(taskId, cancellationToken);
        return call.Call.IsMine ? null : (await card.WriteAsync(call, cancellationToken)).Under(BotReply.Of(ManagerTexts.Get("Call.Gone")));
    }
}

using SaleAuto.Calls;
using SaleAuto.Errors;

namespace SaleAuto.Leads;

/// <summary>Takes the call that is due for a lead, from its card or the board.</summary>
public sealed class LeadCalls(ICallDeskAppService desk, ICallTaskRepository calls)
{
    /// <summary>Takes the soonest open call.</summary>
    /// <exception cref="BusinessException">Nobody is to be called, or a colleague has it.</exception>
    public async Task TakeAsync(Guid leadId, CancellationToken cancellationToken)
    {
        var open = await calls.GetOpenAsync(leadId, cancellationToken);
        if (open.Count == 0)
        {
            throw new BusinessException(SaleAutoErrorCodes.Calls.WrongStatus);
        }
        await desk.ClaimAsync(open[0].Id, cancellationToken);
    }
}

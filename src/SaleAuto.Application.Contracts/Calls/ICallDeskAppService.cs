using SaleAuto.Deals;

namespace SaleAuto.Calls;

/// <summary>The call desk of managers: the queue, the script, the results. A result recorded twice counts once.</summary>
public interface ICallDeskAppService
{
    /// <summary>Calls that somebody still has to make, soonest first.</summary>
    Task<CallQueueDto> GetQueueAsync(CancellationToken cancellationToken);

    /// <summary>One call with its script and what was tried before.</summary>
    /// <exception cref="Errors.EntityNotFoundException">There is none.</exception>
    Task<CallDto> GetAsync(Guid taskId, CancellationToken cancellationToken);

    /// <summary>Takes a call; only one manager wins, the other is told who.</summary>
    /// <exception cref="Errors.BusinessException">A colleague has it, or it is over.</exception>
    Task<CallDto> ClaimAsync(Guid taskId, CancellationToken cancellationToken);

    /// <summary>Gives a call back without having called.</summary>
    /// <exception cref="Errors.BusinessException">It is not the manager's, or it is over.</exception>
    Task ReleaseAsync(Guid taskId, CancellationToken cancellationToken);

    /// <summary>Saves the answers of the script as one (specification 2.2.1); each changed field is kept in the lead's history with its old and new value.</summary>
    Task<CallDto> SaveScriptAsync(Guid taskId, CallScriptInput input, CancellationToken cancellationToken);

    /// <summary>When to call again if the call fails so.</summary>
    Task<RepeatDto> SuggestRepeatAsync(Guid taskId, CallOutcome outcome, CancellationToken cancellationToken);

    /// <summary>The meeting is agreed: plans the deal and ends the call.</summary>
    /// <exception cref="Errors.BusinessException">The seller is busy (the text names the deal), the time has passed, the plate is missing.</exception>
    Task<CallResultDto> PlanDealAsync(Guid taskId, PlanDealInput input, CancellationToken cancellationToken);

    /// <summary>No talk or no agreement: another call follows by itself, or a manager's decision once the threshold is reached.</summary>
    Task<CallResultDto> FailAsync(Guid taskId, FailCallInput input, CancellationToken cancellationToken);

    /// <summary>The car went to a competitor: closes the lead, no call follows (specification 1.3).</summary>
    Task<CallResultDto> LoseAsync(Guid taskId, CallNoteInput input, CancellationToken cancellationToken);

    /// <summary>The request repeats another one and joins it; may be undone on the lead's page.</summary>
    Task<CallResultDto> MarkDuplicateAsync(Guid taskId, DuplicateCallInput input, CancellationToken cancellationToken);

    /// <summary>The number is somebody else's: a manager decides what becomes of the lead.</summary>
    Task<CallResultDto> ReportWrongNumberAsync(Guid taskId, CallNoteInput input, CancellationToken cancellationToken);

    /// <summary>Calling on makes no sense: closes the lead with a reason.</summary>
    Task<CallResultDto> GiveUpAsync(Guid taskId, GiveUpCallInput input, CancellationToken cancellationToken);

    /// <summary>The client of a planned meeting was called, and it stands.</summary>
    Task<CallResultDto> ConfirmDealAsync(Guid taskId, CallNoteInput input, CancellationToken cancellationToken);
}

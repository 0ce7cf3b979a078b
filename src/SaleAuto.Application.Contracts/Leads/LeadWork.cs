using System.ComponentModel.DataAnnotations;
using SaleAuto.Calls;
using SaleAuto.Validation;

namespace SaleAuto.Leads;

/// <summary>What managers do with a lead outside a call.</summary>
public interface ILeadWorkAppService
{
    /// <summary>Requests that may be about the same person or car, the surest first, at most 20.</summary>
    Task<IReadOnlyList<SimilarLeadDto>> GetSimilarAsync(Guid leadId, CancellationToken cancellationToken);

    /// <summary>Joins a duplicate to another request; its calls go on there.</summary>
    /// <exception cref="Errors.BusinessException">One of them is closed, a deal is planned for the duplicate, or a colleague is on the phone with its client.</exception>
    Task MergeAsync(Guid duplicateId, MergeLeadInput input, CancellationToken cancellationToken);

    /// <summary>Takes a duplicate apart again; it stands where it stood, and its calls come back.</summary>
    Task UnmergeAsync(Guid duplicateId, CancellationToken cancellationToken);

    /// <summary>Corrects what is known of the lead; each changed field is kept in its history.</summary>
    Task CorrectAsync(Guid leadId, CallScriptInput input, CancellationToken cancellationToken);

    /// <summary>Closes a lead without a deal; its calls and its meeting are called off.</summary>
    Task CloseAsync(Guid leadId, CloseLeadInput input, CancellationToken cancellationToken);

    /// <summary>Opens a closed lead again; a call follows.</summary>
    Task ReopenAsync(Guid leadId, CallNoteInput input, CancellationToken cancellationToken);

    /// <summary>Whether an open lead has nothing planned, neither a call nor a meeting ahead: shown in red.</summary>
    Task<bool> IsWithoutNextActionAsync(Guid leadId, CancellationToken cancellationToken);
}

/// <summary>Which request goes on.</summary>
public sealed record MergeLeadInput
{
    /// <summary>The request that stays open.</summary>
    [Mandatory]
    public Guid? IntoLeadId { get; init; }
}

/// <summary>Why a lead is closed.</summary>
public sealed record CloseLeadInput
{
    /// <summary>The reason; duplicates are merged instead.</summary>
    [Mandatory, AllowedValues(LeadCloseReason.Spam, LeadCloseReason.Refused, LeadCloseReason.Unreachable, LeadCloseReason.ConsentWithdrawn, ErrorMessage = SaleAutoErrorCodes.Fields.NotAllowed)]
    public LeadCloseReason? Reason { get; init; }

    /// <summary>What colleagues should know.</summary>
    [AtMost(LeadConsts.MaxNoteLength)]
    public string? Note { get; init; }
}

/// <summary>A request that may be a duplicate.</summary>
public sealed record SimilarLeadDto
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required LeadKind Kind { get; init; }

    public required LeadStatus Status { get; init; }

    public required LeadCloseReason? CloseReason { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required string? Name { get; init; }

    public required string? Plate { get; init; }

    public required bool SamePhone { get; init; }

    public required bool SamePlate { get; init; }

    public required bool SameName { get; init; }

    /// <summary>Open, so that the request at hand may join it.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>Joined the request at hand by a person's decision, which may be undone.</summary>
    public required bool MayBeUnmerged { get; init; }
}

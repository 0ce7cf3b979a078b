using System.ComponentModel.DataAnnotations;
using SaleAuto.Calls;
using SaleAuto.Cars;
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

    /// <summary>Plans a call for later: ends the own call of a lead in work without success, or opens a closed lead again.</summary>
    /// <exception cref="Errors.BusinessException">A colleague has the call, or the lead stands where no call can be planned.</exception>
    Task RecallAsync(Guid leadId, RecallLeadInput input, CancellationToken cancellationToken);

    /// <summary>What was promised to the client, and whether an open lead has nothing planned at all.</summary>
    Task<LeadPromiseDto> GetPromiseAsync(Guid leadId, CancellationToken cancellationToken);
}

/// <summary>Which request goes on.</summary>
public sealed record MergeLeadInput
{
    /// <summary>The request that stays open.</summary>
    [Mandatory]
    public Guid? IntoLeadId { get; init; }
}

/// <summary>When and why a client is called again.</summary>
public sealed record RecallLeadInput
{
    /// <summary>When, UTC.</summary>
    [Mandatory]
    public DateTime? CallAt { get; init; }

    /// <summary>What came of the call; only for a lead in work.</summary>
    [AllowedValues(null, CallOutcome.NoAnswer, CallOutcome.Busy, CallOutcome.Refused, CallOutcome.Thinking, ErrorMessage = SaleAutoErrorCodes.Fields.NotAllowed)]
    public CallOutcome? Outcome { get; init; }

    /// <summary>Why, for colleagues.</summary>
    [Mandatory, AtMost(CallConsts.MaxNoteLength)]
    public string? Note { get; init; }
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

/// <summary>A request as a manager takes it down while the client is on the phone.</summary>
public sealed record StaffLeadInput
{
    /// <summary>Phone in any spelling.</summary>
    [Mandatory, PhoneNumber, AtMost(40)]
    public string? Phone { get; init; }

    /// <summary>How to address the person.</summary>
    [PersonName, AtMost(LeadConsts.MaxNameLength)]
    public string? Name { get; init; }

    /// <summary>Registration plate in any spelling; without it the request is a wish to be called.</summary>
    [Plate, AtMost(40)]
    public string? Plate { get; init; }

    /// <summary>Odometer reading, kilometres.</summary>
    [Range(0, LeadConsts.MaxMileageKm, ErrorMessage = SaleAutoErrorCodes.Leads.MileageOutOfRange)]
    public int? MileageKm { get; init; }

    /// <summary>Condition.</summary>
    [EnumDataType(typeof(CarCondition), ErrorMessage = SaleAutoErrorCodes.Fields.NotAllowed)]
    public CarCondition? Condition { get; init; }

    /// <summary>Where the client heard of us.</summary>
    [EnumDataType(typeof(LeadSource), ErrorMessage = SaleAutoErrorCodes.Fields.NotAllowed)]
    public LeadSource? Source { get; init; }

    /// <summary>When the client wants to be called, UTC; empty leaves it to the settings.</summary>
    public DateTime? CallAt { get; init; }

    /// <summary>What the client said, for colleagues.</summary>
    [AtMost(LeadConsts.MaxNoteLength)]
    public string? Note { get; init; }
}

/// <summary>The right phone of a client, and why the old one was wrong.</summary>
public sealed record ChangePhoneInput
{
    /// <summary>Phone in any spelling.</summary>
    [Mandatory, PhoneNumber, AtMost(40)]
    public string? Phone { get; init; }

    /// <summary>Why, for colleagues.</summary>
    [Mandatory, AtMost(LeadConsts.MaxNoteLength)]
    public string? Reason { get; init; }
}

/// <summary>What comes next for a lead.</summary>
/// <param name="IsWithoutNextAction">Open, and neither a call nor a meeting lies ahead: shown in red.</param>
/// <param name="CallDueAt">Until when the client is to be called, UTC; null when no call waits.</param>
public sealed record LeadPromiseDto(bool IsWithoutNextAction, DateTime? CallDueAt);

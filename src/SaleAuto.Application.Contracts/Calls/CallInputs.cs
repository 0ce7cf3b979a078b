using System.ComponentModel.DataAnnotations;
using SaleAuto.Cars;
using SaleAuto.Leads;
using SaleAuto.Validation;

namespace SaleAuto.Calls;

/// <summary>Answers of the call script as they stand now; an empty optional field is an unknown one.</summary>
public sealed record CallScriptInput
{
    /// <summary>Whether the conditions of a purchase were explained.</summary>
    public bool ConditionsExplained { get; init; }

    /// <summary>How to address the client; empty keeps the name.</summary>
    [AtMost(LeadConsts.MaxNameLength), PersonName]
    public string? Name { get; init; }

    /// <summary>Plate in any spelling; empty keeps it.</summary>
    [Plate]
    public string? Plate { get; init; }

    /// <summary>Price that the manager named in place of the computed offer, roubles.</summary>
    [Range(1, LeadConsts.MaxExpectedPrice, ErrorMessage = SaleAutoErrorCodes.Leads.ExpectedPriceOutOfRange)]
    public decimal? NamedPrice { get; init; }

    /// <summary>What the client says of the price.</summary>
    [EnumDataType(typeof(ClientOpinion), ErrorMessage = SaleAutoErrorCodes.Fields.NotAllowed)]
    public ClientOpinion Opinion { get; init; }

    /// <summary>Price that the client has in mind, roubles.</summary>
    [Range(1, LeadConsts.MaxExpectedPrice, ErrorMessage = SaleAutoErrorCodes.Leads.ExpectedPriceOutOfRange)]
    public decimal? ExpectedPrice { get; init; }

    /// <summary>Odometer reading, kilometres.</summary>
    [Range(0, LeadConsts.MaxMileageKm, ErrorMessage = SaleAutoErrorCodes.Leads.MileageOutOfRange)]
    public int? MileageKm { get; init; }

    /// <summary>Condition.</summary>
    [EnumDataType(typeof(CarCondition), ErrorMessage = SaleAutoErrorCodes.Fields.NotAllowed)]
    public CarCondition? Condition { get; init; }

    /// <summary>Where the client heard of us.</summary>
    [EnumDataType(typeof(LeadSource), ErrorMessage = SaleAutoErrorCodes.Fields.NotAllowed)]
    public LeadSource? Source { get; init; }
}

/// <summary>A note to the result of a call.</summary>
public record CallNoteInput
{
    /// <summary>What colleagues should know.</summary>
    [AtMost(CallConsts.MaxNoteLength)]
    public string? Note { get; init; }
}

/// <summary>Why a call failed, and when to call again.</summary>
public sealed record FailCallInput : CallNoteInput
{
    /// <summary>No answer, busy, refused or thinking; the other outcomes have commands of their own.</summary>
    [Mandatory, AllowedValues(CallOutcome.NoAnswer, CallOutcome.Busy, CallOutcome.Refused, CallOutcome.Thinking, ErrorMessage = SaleAutoErrorCodes.Fields.NotAllowed)]
    public CallOutcome? Outcome { get; init; }

    /// <summary>When the client wants to be called, UTC; empty leaves it to the settings.</summary>
    public DateTime? RepeatAt { get; init; }
}

/// <summary>Which request a duplicate repeats.</summary>
public sealed record DuplicateCallInput : CallNoteInput
{
    /// <summary>The request that goes on.</summary>
    [Mandatory]
    public Guid? OfLeadId { get; init; }
}

/// <summary>Why calling on makes no sense.</summary>
public sealed record GiveUpCallInput : CallNoteInput
{
    /// <summary>Spam, refused or unreachable.</summary>
    [Mandatory, AllowedValues(LeadCloseReason.Spam, LeadCloseReason.Refused, LeadCloseReason.Unreachable, LeadCloseReason.ConsentWithdrawn, ErrorMessage = SaleAutoErrorCodes.Fields.NotAllowed)]
    public LeadCloseReason? Reason { get; init; }
}

using SaleAuto.Validation;

namespace SaleAuto.Accounting.Distributions;

/// <summary>Distributions of the profit of cars that were sold or given up: computed, looked at, approved by the owner, taken back.</summary>
public interface IDistributionAppService
{
    /// <summary>One with its lines.</summary>
    Task<DistributionDto> GetAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Computes the distribution of a car whose money came, or that was given up; anew when it waits already.</summary>
    /// <exception cref="Errors.BusinessException">The car is still ours or its money has not come, the profit is shared out, or no policy was in force.</exception>
    Task<Guid> ComputeAsync(Guid carId, CancellationToken cancellationToken);

    /// <summary>Approves it, and posts it to the books.</summary>
    /// <exception cref="Errors.BusinessException">It was approved or taken back meanwhile, or the books no longer show that profit.</exception>
    Task ApproveAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Takes back what was posted; the profit is computed anew and waits.</summary>
    /// <exception cref="Errors.BusinessException">It is not posted.</exception>
    Task ReverseAsync(Guid id, ReverseDistributionInput input, CancellationToken cancellationToken);
}

/// <summary>Why a distribution is taken back.</summary>
public sealed record ReverseDistributionInput
{
    /// <summary>The reason; it stands in everybody's statement.</summary>
    [Mandatory, AtMost(DistributionConsts.MaxNoteLength)]
    public string? Reason { get; init; }
}

/// <summary>A distribution with its lines.</summary>
/// <param name="Id">The distribution.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="PolicyId">The version that it follows.</param>
/// <param name="PolicyNumber">Number of that version.</param>
/// <param name="IsGivenUp">Whether the car was given up, and not sold.</param>
/// <param name="ResaleAmount">What the car was sold for, roubles.</param>
/// <param name="Cost">What it cost: buyout and restoration, roubles.</param>
/// <param name="Profit">What is shared out, roubles.</param>
/// <param name="DaysInStock">Days from the purchase to the sale.</param>
/// <param name="ProfitNow">The profit by the books now, when it is no longer what was computed and the distribution still waits; null otherwise.</param>
/// <param name="Lines">Who gets what.</param>
public sealed record DistributionDto(
    Guid Id,
    DistributionStatus Status,
    Guid PolicyId,
    int PolicyNumber,
    bool IsGivenUp,
    decimal ResaleAmount,
    decimal Cost,
    decimal Profit,
    int DaysInStock,
    decimal? ProfitNow,
    IReadOnlyList<DistributionLineDto> Lines);

/// <summary>A line, with everything to reckon it anew.</summary>
/// <param name="RulePlace">Which rule of the version, counted from one; null for what no rule gives.</param>
/// <param name="Share">Whom the rule names.</param>
/// <param name="StaffId">The person who gets it; null for the company and the reserve.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Measure">Percent or roubles.</param>
/// <param name="Value">How many.</param>
/// <param name="Base">What it was taken from, roubles.</param>
/// <param name="Amount">What came of it, roubles.</param>
/// <param name="Reason">Why.</param>
public sealed record DistributionLineDto(
    int? RulePlace, DistributionShare Share, Guid? StaffId, string? Name, RuleMeasure Measure, decimal Value, decimal Base, decimal Amount, LineReason Reason);

namespace SaleAuto.Accounting.Distributions;

/// <summary>The policy of sharing out profit: its versions, the draft, and what the draft would have made of the past.</summary>
public interface IDistributionPolicyAppService
{
    /// <summary>All versions, with what a draft may be made of.</summary>
    Task<PolicyDto> GetAsync(CancellationToken cancellationToken);

    /// <summary>Keeps the draft; there is one at a time.</summary>
    /// <exception cref="Errors.InputValidationException">Names every wrong field, as in <c>Rules[2].Value</c>.</exception>
    /// <exception cref="Errors.BusinessException">Somebody else changed the draft meanwhile.</exception>
    Task SaveDraftAsync(PolicyDraftInput input, CancellationToken cancellationToken);

    /// <summary>Throws the draft away.</summary>
    Task DiscardDraftAsync(CancellationToken cancellationToken);

    /// <summary>The draft counts from that day on, and is fixed.</summary>
    /// <exception cref="Errors.BusinessException">There is no draft, it was changed meanwhile, or the day is past.</exception>
    Task SwitchOnAsync(SwitchOnPolicyInput input, CancellationToken cancellationToken);

    /// <summary>Shares out the cars sold in the days by the draft, beside what was shared out.</summary>
    /// <exception cref="Errors.BusinessException">There is no draft, or too many cars were sold.</exception>
    Task<ReplayDto> ReplayAsync(ReplayInput input, CancellationToken cancellationToken);
}

/// <summary>What the policy says and said.</summary>
/// <param name="Versions">Switched on versions, newest first.</param>
/// <param name="Draft">The draft, or null.</param>
/// <param name="People">Whom a rule may name.</param>
/// <param name="Today">The company's day.</param>
public sealed record PolicyDto(IReadOnlyList<PolicyVersionDto> Versions, PolicyVersionDto? Draft, IReadOnlyList<PolicyPersonDto> People, DateOnly Today);

/// <summary>A version.</summary>
/// <param name="Id">The version.</param>
/// <param name="Number">Its number.</param>
/// <param name="Version">Number of saves, to see whether somebody else changed the draft.</param>
/// <param name="InForceFrom">First day of sales that it is for; null for a draft.</param>
/// <param name="InForceTo">Last day; null when no end is known.</param>
/// <param name="IsInForce">Whether it is for cars sold today.</param>
/// <param name="SwitchedOnAt">When it was switched on, UTC; null for a draft.</param>
/// <param name="SwitchedOnByName">Who switched it on.</param>
/// <param name="Loss">What becomes of a loss.</param>
/// <param name="Note">What people should know of it.</param>
/// <param name="Rules">The rules.</param>
public sealed record PolicyVersionDto(
    Guid Id,
    int Number,
    long Version,
    DateOnly? InForceFrom,
    DateOnly? InForceTo,
    bool IsInForce,
    DateTime? SwitchedOnAt,
    string? SwitchedOnByName,
    LossRule Loss,
    string? Note,
    IReadOnlyList<PolicyRuleDto> Rules)
{
    /// <summary>Whether a later version took all of its days.</summary>
    public bool IsReplaced => InForceTo < InForceFrom;

    /// <summary>Whether the program came with it: it is for everything that was sold before a version was switched on.</summary>
    public bool IsDelivered => SwitchedOnAt is not null && SwitchedOnByName is null;
}

/// <summary>A rule, with the name of its person.</summary>
public sealed record PolicyRuleDto(
    DistributionShare Share, Guid? StaffId, string? Name, RuleMeasure Measure, decimal Value, decimal? ProfitAbove, int? FromDays, int? ToDays);

/// <summary>Somebody whom a rule may name.</summary>
public sealed record PolicyPersonDto(Guid Id, string Name);

/// <summary>The draft as it shall be.</summary>
public sealed record PolicyDraftInput
{
    /// <summary>Number of saves that the draft had when it was read; null when there was none.</summary>
    public long? Version { get; init; }

    /// <summary>What becomes of a loss.</summary>
    public LossRule? Loss { get; init; }

    /// <summary>What people should know of it.</summary>
    public string? Note { get; init; }

    /// <summary>The rules in their order.</summary>
    public IReadOnlyList<PolicyRuleInput> Rules { get; init; } = [];
}

/// <summary>A rule of the draft.</summary>
public sealed record PolicyRuleInput
{
    /// <summary>Who gets it.</summary>
    public DistributionShare? Share { get; init; }

    /// <summary>The named person, when it is one.</summary>
    public Guid? StaffId { get; init; }

    /// <summary>Percent or roubles.</summary>
    public RuleMeasure? Measure { get; init; }

    /// <summary>How many percent or roubles.</summary>
    public decimal? Value { get; init; }

    /// <summary>Only above this profit, roubles.</summary>
    public decimal? ProfitAbove { get; init; }

    /// <summary>Only from so many days in stock on.</summary>
    public int? FromDays { get; init; }

    /// <summary>Only up to so many days in stock.</summary>
    public int? ToDays { get; init; }
}

/// <summary>From when the draft counts.</summary>
public sealed record SwitchOnPolicyInput
{
    /// <summary>The draft that was looked at.</summary>
    public Guid? DraftId { get; init; }

    /// <summary>Number of saves that it had.</summary>
    public long? Version { get; init; }

    /// <summary>First day of sales that it is for.</summary>
    public DateOnly? From { get; init; }
}

/// <summary>Days of the company's calendar, both included.</summary>
public sealed record ReplayInput
{
    /// <summary>First day; empty is 90 days before the last.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day; empty is today.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>What the draft would have made of the past.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="DraftNumber">Number of the draft.</param>
/// <param name="Profit">Profit of all cars, roubles.</param>
/// <param name="Cars">The cars, oldest sale first.</param>
/// <param name="Receivers">Everybody who gets anything: people by name, then the reserve and the company.</param>
public sealed record ReplayDto(
    DateOnly From, DateOnly To, int DraftNumber, decimal Profit, IReadOnlyList<ReplayedCarDto> Cars, IReadOnlyList<ReplayedShareDto> Receivers);

/// <summary>A car.</summary>
/// <param name="CarId">The car.</param>
/// <param name="CarName">Number, make and model.</param>
/// <param name="SoldOn">Day of the sale.</param>
/// <param name="Profit">Profit, roubles.</param>
/// <param name="IsPosted">Whether its distribution is posted; otherwise the sums are those of the version of that day.</param>
/// <param name="Receivers">Who gets what.</param>
public sealed record ReplayedCarDto(Guid CarId, string CarName, DateOnly SoldOn, decimal Profit, bool IsPosted, IReadOnlyList<ReplayedShareDto> Receivers);

/// <summary>What one gets as it is and under the draft.</summary>
/// <param name="Share">Person, reserve or company.</param>
/// <param name="StaffId">The person.</param>
/// <param name="Name">The person's name.</param>
/// <param name="AsIs">As posted, or by the version of the day, roubles.</param>
/// <param name="UnderDraft">Under the draft, roubles.</param>
public sealed record ReplayedShareDto(DistributionShare Share, Guid? StaffId, string? Name, decimal AsIs, decimal UnderDraft)
{
    /// <summary>What the draft would change.</summary>
    public decimal Difference => UnderDraft - AsIs;
}

using SaleAuto.Entities;
using SaleAuto.Errors;

namespace SaleAuto.Accounting.Distributions;

/// <summary>A version of the company's policy on sharing out profit: a draft first, then in force from a day on and never changed again.</summary>
public class DistributionPolicy : FullAuditedAggregateRoot<Guid>
{
    private DistributionPolicy()
    {
    } // EF Core

    internal DistributionPolicy(Guid id, int number, DistributionTerms terms, string? note)
        : base(id)
    {
        Number = Check.Range(number, nameof(number), 1, int.MaxValue);
        Take(terms, note);
    }

    /// <summary>Number of the version, counted from one.</summary>
    public int Number { get; private set; }

    /// <summary>Where it stands.</summary>
    public PolicyStatus Status { get; private set; } = PolicyStatus.Draft;

    /// <summary>First day of sales that it is for, by the company's calendar; null for a draft.</summary>
    public DateOnly? InForceFrom { get; private set; }

    /// <summary>When it was switched on, UTC.</summary>
    public DateTime? SwitchedOnAt { get; private set; }

    /// <summary>Who switched it on; null for the one that the program came with.</summary>
    public Guid? SwitchedOnById { get; private set; }

    /// <summary>What becomes of a loss.</summary>
    public LossRule Loss { get; private set; }

    /// <summary>The rules in their order.</summary>
    public IReadOnlyList<DistributionRule> Rules { get; private set; } = [];

    /// <summary>What people should know of it.</summary>
    public string? Note { get; private set; }

    /// <summary>What it says.</summary>
    public DistributionTerms Terms => new(Loss, Rules);

    /// <summary>Changes the draft.</summary>
    /// <exception cref="InputValidationException">The rules cannot be kept.</exception>
    public void Redraft(DistributionTerms terms, string? note)
    {
        EnsureDraft();
        Take(terms, note);
    }

    /// <summary>Counts for cars sold on that day and later.</summary>
    internal void SwitchOn(DateOnly from, DateOnly today, Guid staffId, DateTime at)
    {
        EnsureDraft();
        if (from < today)
        {
            throw new BusinessException(SaleAutoErrorCodes.Distributions.DayIsPast);
        }
        SetInForce(from, staffId, at);
    }

    /// <summary>The version that a company starts with counts for everything that was sold before.</summary>
    internal void Deliver(DateTime at) => SetInForce(DateOnly.FromDateTime(DateTime.UnixEpoch), null, at);

    private void SetInForce(DateOnly from, Guid? staffId, DateTime at)
    {
        Terms.Check();
        (Status, InForceFrom, SwitchedOnById, SwitchedOnAt) = (PolicyStatus.SwitchedOn, from, staffId, at);
    }

    private void Take(DistributionTerms terms, string? note)
    {
        terms.Check();
        (Loss, Rules) = (terms.Loss, [.. terms.Rules]);
        Note = Check.Length(note?.Trim(), nameof(note), DistributionConsts.MaxNoteLength);
    }

    private void EnsureDraft()
    {
        if (Status != PolicyStatus.Draft)
        {
            throw new BusinessException(SaleAutoErrorCodes.Distributions.PolicyIsFixed);
        }
    }
}

/// <summary>Versions of the policy.</summary>
public interface IDistributionPolicyRepository : Repositories.IRepository<DistributionPolicy>
{
    /// <summary>The draft, or null.</summary>
    Task<DistributionPolicy?> FindDraftAsync(CancellationToken cancellationToken);

    /// <summary>The version for cars sold on that day, or null: the one with the latest first day until then, and of several from one day the newest.</summary>
    Task<DistributionPolicy?> FindInForceAsync(DateOnly day, CancellationToken cancellationToken);

    /// <summary>All versions, newest first; changes to them are not saved.</summary>
    Task<IReadOnlyList<DistributionPolicy>> GetVersionsAsync(CancellationToken cancellationToken);

    /// <summary>The greatest number given; zero without versions.</summary>
    Task<int> GetLastNumberAsync(CancellationToken cancellationToken);
}

using SaleAuto.Entities;
using SaleAuto.Errors;

namespace SaleAuto.Accounting.Distributions;

/// <summary>The profit of one car that was sold, or the loss of one that was given up, shared out: computed, approved by the owner and thereby posted, or taken back with a reason. Its lines stay as they were computed.</summary>
public class Distribution : FullAuditedAggregateRoot<Guid>
{
    private readonly List<DistributionLine> _lines = [];

    private Distribution()
    {
    } // EF Core

    internal Distribution(Guid id, SoldCar car, DistributionPolicy policy, TimeZoneInfo zone, DateTime at)
        : base(id)
    {
        (CarId, ResaleId) = (car.CarId, car.ResaleId);
        Take(car, policy, zone, at);
        AddLocalEvent(new DistributionWaitsEvent(Id));
    }

    /// <summary>The car.</summary>
    public Guid CarId { get; private set; }

    /// <summary>Its resale; null for a car that was given up.</summary>
    public Guid? ResaleId { get; private set; }

    /// <summary>Where it stands.</summary>
    public DistributionStatus Status { get; private set; } = DistributionStatus.Computed;

    /// <summary>The version of the policy that it follows.</summary>
    public Guid PolicyId { get; private set; }

    /// <summary>Number of that version.</summary>
    public int PolicyNumber { get; private set; }

    /// <summary>The day of the sale, or of giving up, by the company's calendar.</summary>
    public DateOnly SoldOn { get; private set; }

    /// <summary>Days from the purchase to that day.</summary>
    public int DaysInStock { get; private set; }

    /// <summary>What the car was sold for, roubles; nothing when it was given up.</summary>
    public decimal ResaleAmount { get; private set; }

    /// <summary>What is shared out, roubles; negative for a loss.</summary>
    public decimal Profit { get; private set; }

    /// <summary>What the car cost until then: buyout and restoration, roubles.</summary>
    public decimal Cost => ResaleAmount - Profit;

    /// <summary>When it was computed, UTC.</summary>
    public DateTime ComputedAt { get; private set; }

    /// <summary>When it was approved and posted, UTC.</summary>
    public DateTime? ApprovedAt { get; private set; }

    /// <summary>Who approved it.</summary>
    public Guid? ApprovedById { get; private set; }

    /// <summary>When it was taken back, UTC.</summary>
    public DateTime? ReversedAt { get; private set; }

    /// <summary>Who took it back; null for the program.</summary>
    public Guid? ReversedById { get; private set; }

    /// <summary>Why.</summary>
    public string? ReversalReason { get; private set; }

    /// <summary>Who gets what, in the order of the rules; sums up to the profit.</summary>
    public IReadOnlyList<DistributionLine> Lines => _lines;

    /// <summary>What the books show for it: nothing before it is approved and after it is taken back.</summary>
    public IEnumerable<LedgerPosting> Postings => Status != DistributionStatus.Approved
        ? []
        : _lines.OrderBy(x => x.Place).GroupBy(x => x.Account).SelectMany(x => LedgerPosting.Of(
            LedgerEntryKind.Distribution, LedgerAccountRef.CarProfit(CarId), x.Key, x.Sum(line => line.Amount), CarId));

    /// <summary>Computes it anew, as long as nobody approved it.</summary>
    internal void Recompute(SoldCar car, DistributionPolicy policy, TimeZoneInfo zone, DateTime at)
    {
        EnsureStatus(DistributionStatus.Computed);
        _lines.Clear();
        Take(car, policy, zone, at);
    }

    /// <summary>The owner agrees; it is posted together with this.</summary>
    internal void Approve(decimal profitNow, Guid staffId, DateTime at)
    {
        EnsureStatus(DistributionStatus.Computed);
        if (profitNow != Profit)
        {
            throw new BusinessException(SaleAutoErrorCodes.Distributions.FiguresChanged);
        }
        (Status, ApprovedById, ApprovedAt) = (DistributionStatus.Approved, staffId, at);
        AddLocalEvent(new DistributionApprovedEvent(Id, CarId, ResaleId));
    }

    /// <summary>Takes back what was posted.</summary>
    internal void Reverse(Guid? staffId, string reason, DateTime at)
    {
        EnsureStatus(DistributionStatus.Approved);
        End(staffId, reason, at);
        AddLocalEvent(new DistributionReversedEvent(Id, CarId, ResaleId, ReversalReason!));
    }

    /// <summary>There is nothing to share out any more; nothing was posted for it.</summary>
    internal void Withdraw(Guid? staffId, string reason, DateTime at)
    {
        EnsureStatus(DistributionStatus.Computed);
        End(staffId, reason, at);
    }

    private void End(Guid? staffId, string reason, DateTime at)
    {
        ReversalReason = Check.NotNullOrWhiteSpace(reason?.Trim(), nameof(reason), DistributionConsts.MaxNoteLength);
        (Status, ReversedById, ReversedAt) = (DistributionStatus.Reversed, staffId, at);
    }

    private void Take(SoldCar car, DistributionPolicy policy, TimeZoneInfo zone, DateTime at)
    {
        var result = car.ToResult(zone);
        (PolicyId, PolicyNumber) = (policy.Id, policy.Number);
        (SoldOn, DaysInStock) = (car.SoldOn(zone), result.DaysInStock);
        (ResaleAmount, Profit) = (car.ResaleAmount, car.Profit);
        ComputedAt = at;
        _lines.AddRange(policy.Terms.Distribute(result).Select((share, place) => new DistributionLine(Guid.CreateVersion7(), Id, place + 1, share)));
    }

    private void EnsureStatus(DistributionStatus required)
    {
        if (Status != required)
        {
            throw new BusinessException(SaleAutoErrorCodes.Distributions.WrongStatus).WithData("Status", Status);
        }
    }
}

/// <summary>What one gets of the profit of a car, and how the sum arose.</summary>
public class DistributionLine : Entity<Guid>
{
    private DistributionLine()
    {
    } // EF Core

    internal DistributionLine(Guid id, Guid distributionId, int place, ProfitShare share)
        : base(id)
    {
        (DistributionId, Place, RulePlace) = (distributionId, place, share.RulePlace);
        (Share, StaffId, Measure, Value) = (share.Share, share.StaffId, share.Measure, share.Value);
        (Base, Amount, Reason) = (share.Base, share.Amount, share.Reason);
    }

    /// <summary>The distribution.</summary>
    public Guid DistributionId { get; private set; }

    /// <summary>Place among its lines.</summary>
    public int Place { get; private set; }

    /// <summary>Which rule of the version, counted from one; null for what no rule gives.</summary>
    public int? RulePlace { get; private set; }

    /// <summary>Whom the rule names.</summary>
    public DistributionShare Share { get; private set; }

    /// <summary>The person who gets it; null for the company and the reserve.</summary>
    public Guid? StaffId { get; private set; }

    /// <summary>Percent or roubles.</summary>
    public RuleMeasure Measure { get; private set; }

    /// <summary>How many percent or roubles the rule gives.</summary>
    public decimal Value { get; private set; }

    /// <summary>What it was taken from, roubles.</summary>
    public decimal Base { get; private set; }

    /// <summary>What came of it, roubles.</summary>
    public decimal Amount { get; private set; }

    /// <summary>Why.</summary>
    public LineReason Reason { get; private set; }

    /// <summary>The account that it is posted to.</summary>
    public LedgerAccountRef Account => StaffId is { } person ? LedgerAccountRef.Person(person)
        : Share == DistributionShare.Reserve ? LedgerAccountRef.Reserve
        : LedgerAccountRef.Company;
}

/// <summary>A distribution was computed for the first time, and waits for the owner.</summary>
public sealed record DistributionWaitsEvent(Guid DistributionId);

/// <summary>The owner agreed to a distribution.</summary>
public sealed record DistributionApprovedEvent(Guid DistributionId, Guid CarId, Guid? ResaleId);

/// <summary>A distribution was taken back.</summary>
public sealed record DistributionReversedEvent(Guid DistributionId, Guid CarId, Guid? ResaleId, string Reason);

/// <summary>Distributions.</summary>
public interface IDistributionRepository : Repositories.IRepository<Distribution>
{
    /// <summary>The car of the distribution.</summary>
    /// <exception cref="EntityNotFoundException">There is none.</exception>
    Task<Guid> GetCarIdAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The distribution with its lines.</summary>
    /// <exception cref="EntityNotFoundException">There is none.</exception>
    Task<Distribution> GetWholeAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The distribution of the car that was not reversed, with its lines, or null.</summary>
    Task<Distribution?> FindLiveByCarAsync(Guid carId, CancellationToken cancellationToken);

    /// <summary>The distributions of these cars that were not reversed, with their lines; changes to them are not saved.</summary>
    Task<IReadOnlyList<Distribution>> GetLiveByCarsAsync(IReadOnlyCollection<Guid> carIds, CancellationToken cancellationToken);
}

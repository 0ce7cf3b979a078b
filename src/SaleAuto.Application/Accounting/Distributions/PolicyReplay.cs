using SaleAuto.Errors;
using SaleAuto.Times;
using SaleAuto.Users;

namespace SaleAuto.Accounting.Distributions;

/// <summary>Shares out the past by the draft, beside what was shared out; changes nothing.</summary>
internal sealed class PolicyReplay(IDistributionPolicyRepository policies, IDistributionRepository distributions, ISoldCarQuery sold, IStaffAccounts accounts)
{
    public async Task<ReplayDto> RunAsync(DateOnly first, DateOnly last, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var versions = await policies.GetVersionsAsync(cancellationToken);
        var draft = versions.FirstOrDefault(x => x.Status == PolicyStatus.Draft) ?? throw new BusinessException(SaleAutoErrorCodes.Distributions.NoDraft);
        var cars = await sold.GetSoldAsync(StartOf(first, zone), StartOf(last.AddDays(1), zone), DistributionConsts.MaxReplayedCars + 1, cancellationToken);
        if (cars.Count > DistributionConsts.MaxReplayedCars)
        {
            throw new BusinessException(SaleAutoErrorCodes.Distributions.PeriodTooLong).WithData("Limit", DistributionConsts.MaxReplayedCars);
        }
        var live = (await distributions.GetLiveByCarsAsync([.. cars.Select(x => x.CarId)], cancellationToken)).ToDictionary(x => x.CarId);
        var replayed = new List<ReplayedCarDto>();
        foreach (var car in cars)
        {
            var result = car.ToResult(zone);
            var known = live.GetValueOrDefault(car.CarId);
            var isPosted = known?.Status == DistributionStatus.Approved;
            var asIs = isPosted
                ? Sums(known!.Lines.Select(x => (x.Share, x.StaffId, x.Amount)))
                : Sums(InForce(versions, car.SoldOn(zone)), result);
            var underDraft = Sums(draft, result);
            replayed.Add(new ReplayedCarDto(
                car.CarId, car.CarName, car.SoldOn(zone), car.Profit, isPosted, await CompareAsync(asIs, underDraft, cancellationToken)));
        }
        var all = replayed.SelectMany(x => x.Receivers).ToList();
        return new ReplayDto(first, last, draft.Number, cars.Sum(x => x.Profit), replayed, await CompareAsync(Totals(all, x => x.AsIs), Totals(all, x => x.UnderDraft), cancellationToken));
    }

    private static DateTime StartOf(DateOnly day, TimeZoneInfo zone) => zone.ToUtc(day.ToDateTime(TimeOnly.MinValue));

    private static DistributionPolicy? InForce(IReadOnlyList<DistributionPolicy> versions, DateOnly day) => versions
        .Where(x => x.Status == PolicyStatus.SwitchedOn && x.InForceFrom <= day)
        .OrderByDescending(x => x.InForceFrom).ThenByDescending(x => x.Number)
        .FirstOrDefault();

    private static Dictionary<Receiver, decimal> Sums(DistributionPolicy? policy, CarResult car) =>
        policy is null ? [] : Sums(policy.Terms.Distribute(car).Select(x => (x.Share, x.StaffId, x.Amount)));

    private static Dictionary<Receiver, decimal> Sums(IEnumerable<(DistributionShare Share, Guid? StaffId, decimal Amount)> lines) =>
        lines.GroupBy(x => Receiver.Of(x.Share, x.StaffId)).ToDictionary(x => x.Key, x => x.Sum(line => line.Amount));

    private static Dictionary<Receiver, decimal> Totals(IEnumerable<ReplayedShareDto> shares, Func<ReplayedShareDto, decimal> sum) =>
        shares.GroupBy(x => new Receiver(x.Share, x.StaffId)).ToDictionary(x => x.Key, x => x.Sum(sum));

    private async Task<IReadOnlyList<ReplayedShareDto>> CompareAsync(Dictionary<Receiver, decimal> asIs, Dictionary<Receiver, decimal> underDraft, CancellationToken cancellationToken)
    {
        var shares = new List<ReplayedShareDto>();
        foreach (var receiver in asIs.Keys.Union(underDraft.Keys))
        {
            var name = receiver.StaffId is { } person ? (await accounts.FindAsync(person, cancellationToken))?.FullName : null;
            shares.Add(new ReplayedShareDto(receiver.Share, receiver.StaffId, name, asIs.GetValueOrDefault(receiver), underDraft.GetValueOrDefault(receiver)));
        }
        return
        [
            .. shares.OrderBy(x => x.Share switch { DistributionShare.Company => 2, DistributionShare.Reserve => 1, _ => 0 })
                .ThenBy(x => x.Name, StringComparer.CurrentCulture).ThenBy(x => x.StaffId),
        ];
    }

    /// <summary>One account: a person's, the reserve or the company's.</summary>
    private readonly record struct Receiver(DistributionShare Share, Guid? StaffId)
    {
        public static Receiver Of(DistributionShare share, Guid? staffId) =>
            staffId is not null ? new(DistributionShare.Person, staffId)
            : share == DistributionShare.Reserve ? new(DistributionShare.Reserve, null)
            : new(DistributionShare.Company, null);
    }
}

using SaleAuto.Errors;
using SaleAuto.Repositories;
using SaleAuto.Settings;
using SaleAuto.Staff;

namespace SaleAuto.Accounting.Distributions;

internal sealed class DistributionPolicyAppService(
    StaffDoor door,
    DistributionPolicyManager manager,
    IDistributionPolicyRepository policies,
    PolicyReplay replay,
    IStaffRoleQuery staff,
    ISettingProvider settings,
    IUnitOfWork unitOfWork,
    TimeProvider clock) : IDistributionPolicyAppService
{
    private const int UsualDays = 90;
    private const int MostDays = 3660;

    public async Task<PolicyDto> GetAsync(CancellationToken cancellationToken)
    {
        await door.RequireAsync(DistributionPermissions.EditPolicy, cancellationToken);
        var today = await TodayAsync(cancellationToken);
        var all = await policies.GetVersionsAsync(cancellationToken);
        var people = await staff.GetPeopleAsync(cancellationToken);
        var names = people.ToDictionary(x => x.Id, x => x.FullName);
        // A version ends the day before the next one begins; of several from one day, the newest counts.
        var versions = all.Where(x => x.Status == PolicyStatus.SwitchedOn).OrderByDescending(x => x.InForceFrom).ThenByDescending(x => x.Number).ToList();
        var draft = all.FirstOrDefault(x => x.Status == PolicyStatus.Draft);
        return new PolicyDto(
            [.. versions.Select((version, place) => ToDto(version, names, place == 0 ? null : versions[place - 1].InForceFrom?.AddDays(-1), today))],
            draft is null ? null : ToDto(draft, names, null, today),
            [.. people.Where(x => x.IsActive).Select(x => new PolicyPersonDto(x.Id, x.FullName))],
            today);
    }

    public async Task SaveDraftAsync(PolicyDraftInput input, CancellationToken cancellationToken)
    {
        await door.RequireAsync(DistributionPermissions.EditPolicy, cancellationToken);
        var terms = await ReadAsync(input, cancellationToken);
        await unitOfWork.ExecuteAsync(
            async token => (await manager.SaveDraftAsync(terms, string.IsNullOrWhiteSpace(input.Note) ? null : input.Note, input.Version, token)).Id,
            cancellationToken);
    }

    public async Task DiscardDraftAsync(CancellationToken cancellationToken)
    {
        await door.RequireAsync(DistributionPermissions.EditPolicy, cancellationToken);
        await unitOfWork.ExecuteAsync(
            async token =>
            {
                await manager.DiscardDraftAsync(token);
                return true;
            },
            cancellationToken);
    }

    public async Task SwitchOnAsync(SwitchOnPolicyInput input, CancellationToken cancellationToken)
    {
        var me = await door.RequireAsync(DistributionPermissions.EditPolicy, cancellationToken);
        var from = input.From ?? throw new InputValidationException(nameof(input.From), SaleAutoErrorCodes.Fields.Required);
        await unitOfWork.ExecuteAsync(
            async token => (await manager.SwitchOnAsync(input.DraftId, input.Version, from, me, token)).Id,
            cancellationToken);
    }

    public async Task<ReplayDto> ReplayAsync(ReplayInput input, CancellationToken cancellationToken)
    {
        await door.RequireAsync(DistributionPermissions.EditPolicy, cancellationToken);
        var last = input.To ?? await TodayAsync(cancellationToken);
        var first = input.From ?? last.AddDays(1 - UsualDays);
        if (first > last || last.DayNumber - first.DayNumber > MostDays || last.Year > 9000)
        {
            throw new InputValidationException(nameof(input.From), SaleAutoErrorCodes.Fields.OutOfRange);
        }
        var zone = await settings.GetTimeZoneAsync(cancellationToken);
        return await replay.RunAsync(first, last, zone, cancellationToken);
    }

    private async Task<DistributionTerms> ReadAsync(PolicyDraftInput input, CancellationToken cancellationToken)
    {
        var missing = input.Rules.SelectMany((rule, place) => Missing(rule, $"{nameof(input.Rules)}[{place}]")).ToList();
        if (input.Loss is null)
        {
            missing.Add(new InputError(nameof(input.Loss), SaleAutoErrorCodes.Fields.Required));
        }
        if (input.Note?.Trim().Length > DistributionConsts.MaxNoteLength)
        {
            missing.Add(new InputError(nameof(input.Note), SaleAutoErrorCodes.Fields.TooLong));
        }
        var known = (await staff.GetPeopleAsync(cancellationToken)).Select(x => x.Id).ToHashSet();
        missing.AddRange(input.Rules.Index()
            .Where(x => x.Item is { Share: DistributionShare.Person, StaffId: { } person } && !known.Contains(person))
            .Select(x => new InputError($"{nameof(input.Rules)}[{x.Index}].{nameof(DistributionRule.StaffId)}", SaleAutoErrorCodes.Distributions.PersonUnknown)));
        if (missing.Count > 0)
        {
            throw new InputValidationException(missing);
        }
        var terms = new DistributionTerms(input.Loss!.Value, [.. input.Rules.Select(x => new DistributionRule
        {
            Share = x.Share!.Value,
            StaffId = x.Share == DistributionShare.Person ? x.StaffId : null,
            Measure = x.Measure!.Value,
            Value = x.Value!.Value,
            ProfitAbove = x.ProfitAbove,
            FromDays = x.FromDays,
            ToDays = x.ToDays,
        })]);
        terms.Check();
        return terms;
    }

    private static PolicyVersionDto ToDto(DistributionPolicy version, Dictionary<Guid, string> names, DateOnly? to, DateOnly today) => new(
        version.Id,
        version.Number,
        version.Version,
        version.InForceFrom,
        to,
        version.InForceFrom <= today && (to is null || to >= today),
        version.SwitchedOnAt,
        NameOf(version.SwitchedOnById, names),
        version.Loss,
        version.Note,
        [.. version.Rules.Select(x => new PolicyRuleDto(x.Share, x.StaffId, NameOf(x.StaffId, names), x.Measure, x.Value, x.ProfitAbove, x.FromDays, x.ToDays))]);

    private static string? NameOf(Guid? staffId, Dictionary<Guid, string> names) => staffId is { } id ? names.GetValueOrDefault(id) : null;

    private static IEnumerable<InputError> Missing(PolicyRuleInput rule, string at)
    {
        (string Name, bool IsMissing)[] fields = [(nameof(rule.Share), rule.Share is null), (nameof(rule.Measure), rule.Measure is null), (nameof(rule.Value), rule.Value is null)];
        return fields.Where(x => x.IsMissing).Select(x => new InputError($"{at}.{x.Name}", SaleAutoErrorCodes.Fields.Required));
    }

    private Task<DateOnly> TodayAsync(CancellationToken cancellationToken) => settings.ToCompanyDayAsync(clock.GetUtcNow().UtcDateTime, cancellationToken);
}

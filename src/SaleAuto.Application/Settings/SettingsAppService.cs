using System.Text.Json.Nodes;
using SaleAuto.Auditing;
using SaleAuto.Errors;
using SaleAuto.Localization;
using SaleAuto.Permissions;
using SaleAuto.Repositories;

namespace SaleAuto.Settings;

internal sealed class SettingsAppService(
    IStaffAccessProvider access,
    SettingsGroups groups,
    ISettingHistory history,
    ISettingWriter writer,
    SettingAuthors authors,
    IAuditTrail audit,
    IUnitOfWork unitOfWork) : ISettingsAppService
{
    private const int MostVersions = 30;
    private const int LongestValue = 4000;

    public async Task<IReadOnlyList<SettingsGroupDto>> GetGroupsAsync(CancellationToken cancellationToken)
    {
        await RequireAsync(SaleAutoPermissions.Settings.Default, cancellationToken);
        return [.. groups.All.Select(x => new SettingsGroupDto(x.Name, Text(x)))];
    }

    public async Task<SettingsDto> GetAsync(string group, CancellationToken cancellationToken)
    {
        var own = await RequireAsync(SaleAutoPermissions.Settings.Default, cancellationToken);
        var known = Find(group);
        var (version, now) = await ReadAsync(known, cancellationToken);
        var defaults = known.Defaults;
        return new SettingsDto(
            known.Name,
            Text(known),
            version,
            own.Has(SaleAutoPermissions.Settings.Change),
            [.. known.Fields.Select(x => new SettingFieldDto(x.Name, Text(known, x), x.Kind, x.Read(now), x.Read(defaults)))]);
    }

    public async Task<IReadOnlyList<SettingChangeDto>> PreviewAsync(string group, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        await RequireAsync(SaleAutoPermissions.Settings.Change, cancellationToken);
        var known = Find(group);
        var (_, now) = await ReadAsync(known, cancellationToken);
        return Compare(known, now, Apply(known, now, values));
    }

    public async Task ChangeAsync(string group, IReadOnlyDictionary<string, string> values, Guid? expectedVersion, CancellationToken cancellationToken)
    {
        await RequireAsync(SaleAutoPermissions.Settings.Change, cancellationToken);
        var known = Find(group);
        await unitOfWork.ExecuteAsync(
            async token =>
            {
                await unitOfWork.TakeTurnAsync($"settings:{known.Name}", token);
                var (version, now) = await ReadAsync(known, token);
                if (version != expectedVersion)
                {
                    throw new BusinessException(SaleAutoErrorCodes.Requests.ChangedMeanwhile);
                }
                var after = Apply(known, now, values);
                var changes = Compare(known, now, after);
                if (changes.Count > 0)
                {
                    known.Write(writer, after);
                    audit.Add(new AuditRecord(
                        AuditActions.SettingChanged,
                        known.TypeName,
                        Changes: changes.ToDictionary(x => x.Field, x => new AuditChange(x.Before, x.After))));
                }
                return changes.Count;
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<SettingVersionDto>> GetHistoryAsync(string group, CancellationToken cancellationToken)
    {
        await RequireAsync(SaleAutoPermissions.Settings.Default, cancellationToken);
        var known = Find(group);
        var versions = await history.GetAsync(known.TypeName, MostVersions, cancellationToken);
        var told = new List<SettingVersionDto>();
        for (var i = 0; i < versions.Count; i++)
        {
            var before = i + 1 < versions.Count ? known.Read(versions[i + 1].Value) : versions.Count < MostVersions ? known.Defaults : null;
            if (before is not null)
            {
                var by = await authors.FindNameAsync(versions[i].ChangedById, cancellationToken);
                told.Add(new SettingVersionDto(versions[i].ChangedAt, by, Compare(known, before, known.Read(versions[i].Value))));
            }
        }
        return told;
    }

    private async Task<(Guid? Version, JsonObject Values)> ReadAsync(SettingsGroup group, CancellationToken cancellationToken) =>
        await history.GetAsync(group.TypeName, 1, cancellationToken) is [var newest] ? (newest.Id, group.Read(newest.Value)) : (null, group.Defaults);

    private static JsonObject Apply(SettingsGroup group, JsonObject now, IReadOnlyDictionary<string, string> values)
    {
        var after = (JsonObject)now.DeepClone();
        var unreadable = group.Fields
            .Where(x => values.TryGetValue(x.Name, out var typed) && (typed.Length > LongestValue || !x.TryWrite(after, typed)))
            .Select(x => new InputError(x.Name, SaleAutoErrorCodes.Fields.Malformed))
            .ToList();
        if (unreadable.Count > 0)
        {
            throw new InputValidationException(unreadable);
        }
        var wrong = group.FindWrongFields(after);
        return wrong.Count == 0 ? after : throw new InputValidationException([.. wrong.Select(x => new InputError(x, SaleAutoErrorCodes.Fields.OutOfRange))]);
    }

    private static List<SettingChangeDto> Compare(SettingsGroup known, JsonObject before, JsonObject after) =>
    [
        .. known.Fields
            .Select(x => new SettingChangeDto(x.Name, Text(known, x), x.Read(before), x.Read(after)))
            .Where(x => x.Before != x.After),
    ];

    private static string Text(SettingsGroup group) => SettingTexts.Find(group.Name) ?? group.Name;

    private static string Text(SettingsGroup group, SettingField field) => SettingTexts.Find($"{group.Name}.{field.Name}") ?? field.Name;

    private SettingsGroup Find(string group) => groups.All.FirstOrDefault(x => x.Name == group) ?? throw new EntityNotFoundException(typeof(SettingsGroup), group);

    private async Task<StaffAccess> RequireAsync(string permission, CancellationToken cancellationToken)
    {
        var own = await access.GetAsync(cancellationToken);
        own.Require(permission);
        return own;
    }
}

using System.ComponentModel.DataAnnotations;
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
    SettingChronicle chronicle,
    IAuditTrail audit,
    IUnitOfWork unitOfWork) : ISettingsAppService
{
    private const int LongestValue = 4000;

    public async Task<IReadOnlyList<SettingsGroupDto>> GetGroupsAsync(CancellationToken cancellationToken)
    {
        await access.RequireAsync(SaleAutoPermissions.Settings.Default, cancellationToken);
        return [.. groups.All.Select(x => new SettingsGroupDto(x.Name, Text(x)))];
    }

    public async Task<SettingsDto> GetAsync(string group, CancellationToken cancellationToken)
    {
        var own = await access.RequireAsync(SaleAutoPermissions.Settings.Default, cancellationToken);
        var known = Find(group);
        var (version, now) = await ReadAsync(known, cancellationToken);
        var defaults = known.Defaults;
        return new SettingsDto(
            known.Name,
            Text(known),
            version,
            own.Has(SaleAutoPermissions.Settings.Change),
            [.. known.Fields.Select(x => ToDto(known, x, now, defaults))]);
    }

    public async Task<IReadOnlyList<SettingChangeDto>> PreviewAsync(string group, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        await access.RequireAsync(SaleAutoPermissions.Settings.Change, cancellationToken);
        var known = Find(group);
        var (_, now) = await ReadAsync(known, cancellationToken);
        return Compare(known, now, Apply(known, now, values));
    }

    public async Task<SettingExampleDto?> ShowExampleAsync(string group, IReadOnlyDictionary<string, string>? values, CancellationToken cancellationToken)
    {
        await access.RequireAsync(SaleAutoPermissions.Settings.Default, cancellationToken);
        var known = Find(group);
        var (_, now) = await ReadAsync(known, cancellationToken);
        return known.Show(now, values is null ? now : Apply(known, now, values)) is { } rows
            ? new SettingExampleDto(
                SettingTexts.Find($"{known.Name}.Example") ?? known.Name,
                [.. rows.Select(x => new SettingExampleRowDto(SettingTexts.Find($"{known.Name}.Example.{x.Key}") ?? x.Key, x.Before, x.After))])
            : null;
    }

    public async Task ChangeAsync(string group, IReadOnlyDictionary<string, string> values, Guid? expectedVersion, CancellationToken cancellationToken)
    {
        await access.RequireAsync(SaleAutoPermissions.Settings.Change, cancellationToken);
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
        await access.RequireAsync(SaleAutoPermissions.Settings.Default, cancellationToken);
        var known = Find(group);
        return await chronicle.TellAsync(known.TypeName, known.Defaults, known.Read, (before, after) => Compare(known, before, after), cancellationToken);
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
        var faults = group.FindFaults(after);
        return faults.Count == 0 ? after : throw new InputValidationException([.. faults.Select(x => ToError(group, x))]);
    }

    private static InputError ToError(SettingsGroup group, SettingFault fault)
    {
        var field = group.Fields.First(x => x.Name == fault.Property.Name);
        return fault.Annotation switch
        {
            RequiredAttribute => new InputError(field.Name, SaleAutoErrorCodes.Fields.Required),
            RangeAttribute when field.Bounds is { } bounds => Error(SaleAutoErrorCodes.Settings.OutOfBounds, ("Least", bounds.Least), ("Most", bounds.Most)),
            StringLengthAttribute length => Error(SaleAutoErrorCodes.Messages.TextTooLong, ("Most", length.MaximumLength)),
            LengthAttribute length => Error(SaleAutoErrorCodes.Settings.WrongCount, ("Least", length.MinimumLength), ("Most", length.MaximumLength)),
            MaxLengthAttribute length => Error(SaleAutoErrorCodes.Settings.WrongCount, ("Least", 0), ("Most", length.Length)),
            null when Find(group, field, "Rule") is { } rule => Error(SaleAutoErrorCodes.Settings.RuleBroken, ("Rule", rule)),
            null => new InputError(field.Name, SaleAutoErrorCodes.Fields.OutOfRange),
            _ => new InputError(field.Name, SaleAutoErrorCodes.Fields.Malformed),
        };

        InputError Error(string code, params (string Name, object Value)[] values) =>
            new(field.Name, code) { Values = values.ToDictionary(x => x.Name, object? (x) => x.Value) };
    }

    private static List<SettingChangeDto> Compare(SettingsGroup known, JsonObject before, JsonObject after) =>
    [
        .. known.Fields
            .Select(x => new SettingChangeDto(x.Name, Text(known, x), x.Read(before), x.Read(after)))
            .Where(x => x.Before != x.After),
    ];

    private static string Text(SettingsGroup group) => SettingTexts.Find(group.Name) ?? group.Name;

    // A part of a value that many settings share is named by the setting and the part: "Year of age: usual effect".
    private static string Text(SettingsGroup group, SettingField field) =>
        SettingTexts.Find($"{group.Name}.{field.Name}")
        ?? (field.Name.LastIndexOf('.') is > 0 and var dot && SettingTexts.Find($"{group.Name}.{field.Name[..dot]}") is { } whole && SettingTexts.Find($"part{field.Name[dot..]}") is { } part
            ? $"{whole}: {part}"
            : field.Name);

    private static string? Find(SettingsGroup group, SettingField field, string what) => SettingTexts.Find($"{group.Name}.{field.Name}.{what}");

    private static SettingFieldDto ToDto(SettingsGroup group, SettingField field, JsonObject now, JsonObject defaults) =>
        new(field.Name, Text(group, field), field.Kind, field.Read(now), field.Read(defaults))
        {
            Unit = field.Unit == SettingUnit.None ? null : SettingTexts.Find($"unit.{field.Unit}"),
            Help = Find(group, field, "Help"),
            Bounds = field.Bounds,
            Section = field.Section is null ? null : new SettingSectionDto(
                field.Section.Name,
                SettingTexts.Find($"{group.Name}.Section.{field.Section.Name}") ?? field.Section.Name,
                SettingTexts.Find($"{group.Name}.Section.{field.Section.Name}.Help"),
                field.Section.IsForExperts),
        };

    private SettingsGroup Find(string group) => groups.All.FirstOrDefault(x => x.Name == group) ?? throw new EntityNotFoundException(typeof(SettingsGroup), group);
}

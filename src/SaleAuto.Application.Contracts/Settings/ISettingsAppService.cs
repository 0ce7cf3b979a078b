namespace SaleAuto.Settings;

/// <summary>Settings of the company, typed and with their history. Reading needs <see cref="SaleAutoPermissions.Settings.Default"/>, changing <see cref="SaleAutoPermissions.Settings.Change"/>.</summary>
public interface ISettingsAppService
{
    /// <summary>The groups, in the order of the screen.</summary>
    Task<IReadOnlyList<SettingsGroupDto>> GetGroupsAsync(CancellationToken cancellationToken);

    /// <summary>One group as it is in force.</summary>
    /// <exception cref="Errors.EntityNotFoundException">There is no such group.</exception>
    Task<SettingsDto> GetAsync(string group, CancellationToken cancellationToken);

    /// <summary>What a change would do: every field that differs, before and after. Nothing is written.</summary>
    /// <exception cref="Errors.InputValidationException">A value cannot be read or makes no sense.</exception>
    Task<IReadOnlyList<SettingChangeDto>> PreviewAsync(string group, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken);

    /// <summary>What the values make of an example, before and after; null for groups without one. Nothing is written.</summary>
    /// <param name="group">Name of the group.</param>
    /// <param name="values">Values by field, as typed; null for the ones in force.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="Errors.InputValidationException">A value cannot be read or makes no sense.</exception>
    Task<SettingExampleDto?> ShowExampleAsync(string group, IReadOnlyDictionary<string, string>? values, CancellationToken cancellationToken);

    /// <summary>Writes a new version of the group; the author and the time are kept with it.</summary>
    /// <param name="group">Name of the group.</param>
    /// <param name="values">Values by field, as typed; what is not among them stays.</param>
    /// <param name="expectedVersion">The version that the person saw; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="Errors.InputValidationException">A value cannot be read or makes no sense.</exception>
    /// <exception cref="Errors.BusinessException">Somebody else changed the group meanwhile.</exception>
    Task ChangeAsync(string group, IReadOnlyDictionary<string, string> values, Guid? expectedVersion, CancellationToken cancellationToken);

    /// <summary>The last changes of a group, the newest first.</summary>
    Task<IReadOnlyList<SettingVersionDto>> GetHistoryAsync(string group, CancellationToken cancellationToken);
}

/// <summary>A group of settings.</summary>
public sealed record SettingsGroupDto(string Name, string Text);

/// <summary>A group with its values.</summary>
/// <param name="Name">Name of the group.</param>
/// <param name="Text">Name for people.</param>
/// <param name="Version">The version in force; null while the defaults are.</param>
/// <param name="CanChange">Whether the asker may change it.</param>
/// <param name="Fields">The fields in the order of the screen.</param>
public sealed record SettingsDto(string Name, string Text, Guid? Version, bool CanChange, IReadOnlyList<SettingFieldDto> Fields);

/// <summary>A field of a group.</summary>
/// <param name="Name">Path of the field, such as <c>WorkingHours.OpensAt</c>.</param>
/// <param name="Text">Name for people.</param>
/// <param name="Kind">What is typed.</param>
/// <param name="Value">The value in force, as typed.</param>
/// <param name="Default">The value that the program is delivered with.</param>
public sealed record SettingFieldDto(string Name, string Text, SettingKind Kind, string Value, string Default)
{
    /// <summary>What it is counted in, for people.</summary>
    public string? Unit { get; init; }

    /// <summary>What it does.</summary>
    public string? Help { get; init; }

    /// <summary>Bounds of its number, as typed.</summary>
    public (string Least, string Most)? Bounds { get; init; }

    /// <summary>The part of the screen that it stands in.</summary>
    public SettingSectionDto? Section { get; init; }
}

/// <summary>A part of the screen.</summary>
public sealed record SettingSectionDto(string Name, string Text, string? Help, bool IsForExperts);

/// <summary>What values make of an example.</summary>
public sealed record SettingExampleDto(string Text, IReadOnlyList<SettingExampleRowDto> Rows);

/// <summary>A line of an example, before and after.</summary>
public sealed record SettingExampleRowDto(string Text, string Before, string After);

/// <summary>What is typed into a field.</summary>
public enum SettingKind
{
    Text,
    LongText,
    Number,
    Time,
    Flag,

    /// <summary>Several values, apart by commas.</summary>
    List,
}

/// <summary>A field before and after.</summary>
public sealed record SettingChangeDto(string Field, string Text, string Before, string After);

/// <summary>A change in the history.</summary>
public sealed record SettingVersionDto(DateTime At, string? By, IReadOnlyList<SettingChangeDto> Changes);

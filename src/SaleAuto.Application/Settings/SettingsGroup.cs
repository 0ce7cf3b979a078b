using System.Text.Json;
using System.Text.Json.Nodes;

namespace SaleAuto.Settings;

/// <summary>A settings type on the settings screen. Which values make sense is said by its annotations and rules.</summary>
internal abstract class SettingsGroup(string name, Type type)
{
    /// <summary>Name in addresses and texts.</summary>
    public string Name { get; } = name;

    /// <summary>Name of the type, under which its versions are kept.</summary>
    public string TypeName { get; } = type.Name;

    /// <summary>Its fields, found out once.</summary>
    public IReadOnlyList<SettingField> Fields { get; } = SettingField.Of(type);

    /// <summary>The group as the program is delivered.</summary>
    public abstract JsonObject Defaults { get; }

    /// <summary>A kept version, with the defaults of fields that came later.</summary>
    public abstract JsonObject Read(string json);

    /// <summary>What is wrong with its values.</summary>
    public abstract IReadOnlyList<SettingFault> FindFaults(JsonObject group);

    /// <summary>Adds the group as a new version to the unit of work.</summary>
    public abstract void Write(ISettingWriter writer, JsonObject group);

    /// <summary>What the values make of an example: caption key and result, before and after; null for groups without one.</summary>
    public abstract IReadOnlyList<SettingExampleRow>? Show(JsonObject before, JsonObject after);
}

/// <summary>A line of an example.</summary>
/// <param name="Key">Key of its caption.</param>
/// <param name="Before">Result by the values in force.</param>
/// <param name="After">Result by the typed values.</param>
internal sealed record SettingExampleRow(string Key, string Before, string After);

/// <summary>A settings type with what its values make of an example.</summary>
internal sealed class SettingsGroup<TSettings>(string name, Func<TSettings, IReadOnlyList<(string Key, string Result)>>? example = null) : SettingsGroup(name, typeof(TSettings))
    where TSettings : class, new()
{
    public override JsonObject Defaults => Write(new TSettings());

    public override JsonObject Read(string json) => Write(JsonSerializer.Deserialize<TSettings>(json, JsonSerializerOptions.Web)!);

    public override IReadOnlyList<SettingFault> FindFaults(JsonObject group) => SettingRules.FindFaults(Of(group));

    public override void Write(ISettingWriter writer, JsonObject group) => writer.Change(Of(group));

    public override IReadOnlyList<SettingExampleRow>? Show(JsonObject before, JsonObject after) => example is null
        ? null
        : [.. example(Of(before)).Zip(example(Of(after)), (x, y) => new SettingExampleRow(x.Key, x.Result, y.Result))];

    private static TSettings Of(JsonObject group) => group.Deserialize<TSettings>(JsonSerializerOptions.Web)!;

    private static JsonObject Write(TSettings settings) => (JsonObject)JsonSerializer.SerializeToNode(settings, JsonSerializerOptions.Web)!;
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace SaleAuto.Settings;

/// <summary>A settings type on the settings screen.</summary>
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

    /// <summary>Names of the fields whose values make no sense.</summary>
    public abstract IReadOnlyList<string> FindWrongFields(JsonObject group);

    /// <summary>Adds the group as a new version to the unit of work.</summary>
    public abstract void Write(ISettingWriter writer, JsonObject group);
}

/// <summary>A settings type with the rules for its values.</summary>
internal sealed class SettingsGroup<TSettings>(string name, Func<TSettings, IReadOnlyList<string>> findWrongFields) : SettingsGroup(name, typeof(TSettings))
    where TSettings : class, new()
{
    public override JsonObject Defaults => Write(new TSettings());

    public override JsonObject Read(string json) => Write(JsonSerializer.Deserialize<TSettings>(json, JsonSerializerOptions.Web)!);

    public override IReadOnlyList<string> FindWrongFields(JsonObject group) => findWrongFields(group.Deserialize<TSettings>(JsonSerializerOptions.Web)!);

    public override void Write(ISettingWriter writer, JsonObject group) => writer.Change(group.Deserialize<TSettings>(JsonSerializerOptions.Web)!);

    private static JsonObject Write(TSettings settings) => (JsonObject)JsonSerializer.SerializeToNode(settings, JsonSerializerOptions.Web)!;
}

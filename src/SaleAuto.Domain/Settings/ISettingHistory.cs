namespace SaleAuto.Settings;

/// <summary>Versions of settings groups.</summary>
public interface ISettingHistory
{
    /// <summary>Versions of a group, the newest first.</summary>
    Task<IReadOnlyList<SettingVersion>> GetAsync(string group, int most, CancellationToken cancellationToken);

    /// <summary>The version of a group that was in force at a moment, or null while the defaults were.</summary>
    Task<SettingVersion?> FindAsync(string group, DateTime at, CancellationToken cancellationToken);

    /// <summary>The newest versions of all parts of a group, by part.</summary>
    Task<IReadOnlyDictionary<string, SettingVersion>> GetPartsAsync(string group, CancellationToken cancellationToken);
}

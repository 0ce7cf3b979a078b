namespace SaleAuto.Settings;

/// <summary>Versions of settings groups.</summary>
public interface ISettingHistory
{
    /// <summary>Versions of a group, the newest first.</summary>
    Task<IReadOnlyList<SettingVersion>> GetAsync(string group, int most, CancellationToken cancellationToken);
}

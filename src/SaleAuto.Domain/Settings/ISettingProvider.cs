namespace SaleAuto.Settings;

/// <summary>Settings of the owner, kept in the database with their history. A type is a group; its defaults hold until somebody changes it.</summary>
public interface ISettingProvider
{
    /// <summary>The group as it is in force now.</summary>
    Task<TSettings> GetAsync<TSettings>(CancellationToken cancellationToken)
        where TSettings : class, new();
}

namespace SaleAuto.Settings;

/// <summary>Settings of the owner, kept in the database with their history. A type is a group; its defaults hold until somebody changes it.</summary>
public interface ISettingProvider
{
    /// <summary>The group as it is in force now.</summary>
    Task<TSettings> GetAsync<TSettings>(CancellationToken cancellationToken)
        where TSettings : class, new();

    /// <summary>One part of a group that is kept in parts, such as the words of one message; its defaults hold until somebody changes it.</summary>
    Task<TSettings> GetAsync<TSettings>(string part, CancellationToken cancellationToken)
        where TSettings : class, new();
}

/// <summary>Changes settings of the owner.</summary>
public interface ISettingWriter
{
    /// <summary>Adds a new version of the group to the unit of work; the author and the time are kept with it.</summary>
    void Change<TSettings>(TSettings settings)
        where TSettings : class, new();

    /// <summary>Adds a new version of one part of a group to the unit of work.</summary>
    void Change<TSettings>(string part, TSettings settings)
        where TSettings : class, new();
}

namespace SaleAuto.Settings;

/// <summary>Tells who changed a group of settings, when and what.</summary>
internal sealed class SettingChronicle(ISettingHistory history, SettingAuthors authors)
{
    private const int MostVersions = 30;

    /// <summary>The last changes of a group, the newest first; the oldest of all is compared with what was delivered.</summary>
    public async Task<IReadOnlyList<SettingVersionDto>> TellAsync<T>(
        string group, T delivered, Func<string, T> read, Func<T, T, IReadOnlyList<SettingChangeDto>> compare, CancellationToken cancellationToken)
    {
        var versions = await history.GetAsync(group, MostVersions + 1, cancellationToken);
        var states = versions.Select(x => read(x.Value)).Append(delivered).ToList();
        var told = new List<SettingVersionDto>();
        for (var i = 0; i < Math.Min(versions.Count, MostVersions); i++)
        {
            var by = await authors.FindNameAsync(versions[i].ChangedById, cancellationToken);
            told.Add(new SettingVersionDto(versions[i].ChangedAt, by, compare(states[i + 1], states[i])));
        }
        return told;
    }
}

using System.Text.Json;
using SaleAuto.Users;

namespace SaleAuto.Settings;

/// <summary>Writes a new version of a settings group; the old ones stay as history.</summary>
internal sealed class SettingWriter(SaleAutoDbContext db, TimeProvider clock, ICurrentUser user) : ISettingWriter
{
    public void Change<TSettings>(TSettings settings)
        where TSettings : class, new() => Add(typeof(TSettings).Name, settings);

    public void Change<TSettings>(string part, TSettings settings)
        where TSettings : class, new() => Add(SettingVersion.PartOf(typeof(TSettings).Name, part), settings);

    private void Add<TSettings>(string group, TSettings settings)
    {
        var value = JsonSerializer.Serialize(settings, JsonSerializerOptions.Web);
        db.Add(new SettingVersion(Guid.CreateVersion7(), group, value, user.StaffId, clock.GetUtcNow().UtcDateTime));
    }
}

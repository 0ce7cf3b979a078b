using SaleAuto.Entities;
using SaleAuto.Repositories;

namespace SaleAuto.Settings;

/// <summary>One state of a settings group. The newest row of a group is in force; older ones are its history.</summary>
public class SettingVersion : Entity<Guid>, ICachedRow
{
    private SettingVersion()
    {
    } // EF Core

    /// <summary>Records a change.</summary>
    public SettingVersion(Guid id, string group, string value, Guid? changedById, DateTime changedAt)
        : base(id)
    {
        Group = Check.NotNullOrWhiteSpace(group, nameof(group), 100);
        Value = value;
        ChangedById = changedById;
        ChangedAt = changedAt;
    }

    /// <summary>Name of the settings type; of a part, <see cref="PartOf"/>.</summary>
    public string Group { get; private set; } = "";

    /// <summary>The whole group as JSON.</summary>
    public string Value { get; private set; } = "";

    /// <summary>The staff member who changed it.</summary>
    public Guid? ChangedById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime ChangedAt { get; private set; }

    /// <summary>How a part of a group is named.</summary>
    public static string PartOf(string group, string part) => $"{group}:{part}";
}

using System.ComponentModel.DataAnnotations;

namespace SaleAuto.Settings;

/// <summary>Bounds that many settings share.</summary>
internal static class SettingBounds
{
    /// <summary>A month.</summary>
    public const int LongestMinutes = 60 * 24 * 30;
}

/// <summary>In what a setting is counted; people see it behind the value.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UnitAttribute(SettingUnit unit) : Attribute
{
    /// <summary>The unit.</summary>
    public SettingUnit Unit { get; } = unit;
}

/// <summary>Units of settings.</summary>
public enum SettingUnit
{
    None,
    Minutes,
    Days,
    Years,

    /// <summary>Kept as a share of one, typed in hundredths.</summary>
    Percent,
    Roubles,
    Kilometres,
    Adverts,
    Times,

    /// <summary>Natural logarithm of a price: 0.1 is about 10 %.</summary>
    Logarithm,
}

/// <summary>The part of the screen that a setting stands in, with those that follow it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SectionAttribute(string name) : Attribute
{
    /// <summary>Key of the caption: <c>group.Section.name</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Whether it is for the few who know what they are doing, and shown when asked for.</summary>
    public bool IsForExperts { get; init; }
}

/// <summary>Bounds of each number of a list.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EachInRangeAttribute(int least, int most) : RangeAttribute(least, most)
{
    /// <inheritdoc />
    public override bool IsValid(object? value) => value is IEnumerable<int> list && list.All(x => base.IsValid(x));
}

using Microsoft.EntityFrameworkCore;

namespace SaleAuto.LowCode;

/// <summary>A page of figures. Made once at start.</summary>
public sealed class DashboardModel
{
    /// <summary>Name in addresses.</summary>
    public required string Name { get; init; }

    /// <summary>Key of the title; each figure stands under it with its own name.</summary>
    public required string TextKey { get; init; }

    /// <summary>Permission to see the page.</summary>
    public required string Permission { get; init; }

    /// <summary>Place in the menu.</summary>
    public required MenuModel Menu { get; init; }

    /// <summary>The figures in screen order.</summary>
    public required IReadOnlyList<WidgetModel> Widgets { get; init; }

    /// <summary>The figure of that name, or null.</summary>
    public WidgetModel? Find(string name) => Widgets.FirstOrDefault(w => w.Name == name);
}

/// <summary>One figure of a page.</summary>
public abstract class WidgetModel
{
    /// <summary>Name in addresses.</summary>
    public required string Name { get; init; }

    /// <summary>Key of the title; <c>.Help</c> stands under it.</summary>
    public required string TextKey { get; init; }

    /// <summary>How it is drawn.</summary>
    public required WidgetKind Kind { get; init; }

    /// <summary>What its numbers are.</summary>
    public required WidgetFormat Format { get; init; }

    /// <summary>The resource whose permission and row filters hold.</summary>
    public required ResourceModel Resource { get; init; }

    /// <summary>Whether less of it is better: the comparison is coloured the other way.</summary>
    public bool IsLessBetter { get; init; }

    /// <summary>Field of the resource whose values the parts are; null for other parts.</summary>
    public FieldModel? PartField { get; init; }

    /// <summary>Permissions of the fields that go into the figure: a sum must not tell what its addends may not.</summary>
    public IReadOnlyList<string> FieldPermissions { get; init; } = [];

    /// <summary>Keys of the names of a funnel's steps.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    internal abstract Task<WidgetData> ReadAsync(DbContext db, RowScope scope, DashboardRange range, TimeZoneInfo zone, CancellationToken cancellationToken);
}

/// <summary>How a figure is drawn.</summary>
public enum WidgetKind
{
    /// <summary>A number with the change against the period before.</summary>
    Number,

    /// <summary>A line over time.</summary>
    Line,

    /// <summary>Bars of parts.</summary>
    Bar,

    /// <summary>A ring of parts.</summary>
    Donut,

    /// <summary>A table of parts.</summary>
    Table,

    /// <summary>Steps, each a part of the one before.</summary>
    Funnel,
}

/// <summary>What the numbers of a figure are.</summary>
public enum WidgetFormat
{
    /// <summary>A count.</summary>
    Count,

    /// <summary>Roubles.</summary>
    Money,

    /// <summary>A number with a fraction.</summary>
    Number,

    /// <summary>Hundredths.</summary>
    Percent,
}

/// <summary>What a figure shows.</summary>
/// <param name="Value">The number of the period; null when there is nothing to reckon it from.</param>
/// <param name="Previous">The number of the period before.</param>
/// <param name="Points">Parts in order; empty for a number.</param>
/// <param name="Filter">Condition of the list that shows the rows behind it; null when no list shows exactly them.</param>
public sealed record WidgetData(decimal? Value, decimal? Previous, IReadOnlyList<WidgetPoint> Points, string? Filter)
{
    /// <summary>Whether there is nothing to show.</summary>
    public bool IsEmpty => Points.Count == 0 ? Value is null or 0 && Previous is null or 0 : Points.All(p => p.Value == 0);
}

/// <summary>A part of a figure.</summary>
/// <param name="Key">What it stands for: a day (<see cref="DateOnly"/>), a value, an id, the place of a step; null for rows without one.</param>
/// <param name="Value">Its number.</param>
/// <param name="Label">What the row is called that an id names; null for other keys.</param>
/// <param name="Filter">Condition of the list that shows its rows; null when no list shows exactly them.</param>
public sealed record WidgetPoint(object? Key, decimal Value, string? Label, string? Filter);

using SaleAuto.LowCode;

namespace SaleAuto.Admin.Grid;

/// <summary>Changes conditions as people do: one at a time, at the top of the tree.</summary>
public static class FilterEdit
{
    /// <summary>The conditions that all must hold: the pills of the filter bar.</summary>
    public static IReadOnlyList<FilterNode> Top(FilterNode? filter) => filter switch
    {
        null => [],
        FilterGroup { IsAnd: true } group => group.Items,
        _ => [filter],
    };

    /// <summary>One condition out of several; null for none.</summary>
    public static FilterNode? All(IReadOnlyList<FilterNode> items) => items.Count switch
    {
        0 => null,
        1 => items[0],
        _ => new FilterGroup(true, items),
    };

    /// <summary>The condition without the pill at that place.</summary>
    public static FilterNode? Without(FilterNode? filter, int index) => All([.. Top(filter).Where((_, place) => place != index)]);

    /// <summary>The condition with those of one field replaced, where the first of them stood.</summary>
    public static FilterNode? Replace(FilterNode? filter, string field, IReadOnlyList<FilterNode> conditions)
    {
        var top = Top(filter);
        var place = top.TakeWhile(node => !IsOf(node, field)).Count();
        var others = top.Where(node => !IsOf(node, field)).ToList();
        others.InsertRange(Math.Min(place, others.Count), conditions);
        return All(others);
    }

    /// <summary>The conditions of one field at the top.</summary>
    public static IReadOnlyList<FilterCondition> Of(FilterNode? filter, string field) => [.. Top(filter).OfType<FilterCondition>().Where(condition => condition.Field == field)];

    /// <summary>All comparisons, however deep.</summary>
    public static IEnumerable<FilterCondition> Conditions(FilterNode? filter) => filter switch
    {
        FilterCondition condition => [condition],
        FilterGroup group => group.Items.SelectMany(Conditions),
        _ => [],
    };

    private static bool IsOf(FilterNode node, string field) => node is FilterCondition condition && condition.Field == field;
}

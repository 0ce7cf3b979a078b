using System.Globalization;
using Microsoft.Extensions.Localization;
using SaleAuto.Admin.Components;
using SaleAuto.Admin.Shell;
using SaleAuto.LowCode;

namespace SaleAuto.Admin.Grid;

/// <summary>Conditions in words.</summary>
public static class FilterWords
{
    /// <summary>Periods that are offered by name.</summary>
    public static readonly IReadOnlyList<string> Periods = ["today", "yesterday", "week", "month", "last7", "last30"];

    /// <summary>Name of an operator for a field: dates are "before", numbers "less".</summary>
    public static string NameOf(FilterOperator comparison, FieldKind kind, IStringLocalizer<AdminTexts> words) =>
        kind is FieldKind.Date or FieldKind.DateTime && words[$"Op.Date.{comparison}"] is { ResourceNotFound: false } word ? word : words[$"Op.{comparison}"];

    /// <summary>A whole condition.</summary>
    public static string Describe(GridModel grid, FilterNode node, IResourceTexts texts, IStringLocalizer<AdminTexts> words)
    {
        if (node is FilterGroup group)
        {
            return string.Join(words[group.IsAnd ? "Filter.And" : "Filter.Or"], group.Items.Select(item => item is FilterGroup ? $"({Describe(grid, item, texts, words)})" : Describe(grid, item, texts, words)));
        }
        var condition = (FilterCondition)node;
        return grid.Resource.FindField(condition.Field) is { } field
            ? $"{texts.Caption(field)}: {DescribeValue(grid, field, condition, texts, words)}"
            : condition.Field;
    }

    /// <summary>Operator and values of a condition.</summary>
    public static string DescribeValue(GridModel grid, FieldModel field, FilterCondition condition, IResourceTexts texts, IStringLocalizer<AdminTexts> words)
    {
        var values = string.Join(", ", condition.Values.Select(value => Value(grid, field, value, texts, words)));
        return condition.Operator switch
        {
            FilterOperator.Eq or FilterOperator.In or FilterOperator.Period => values,
            FilterOperator.Empty or FilterOperator.NotEmpty => NameOf(condition.Operator, field.Kind, words),
            FilterOperator.Contains => $"«{values}»",
            _ => $"{NameOf(condition.Operator, field.Kind, words)} {values}",
        };
    }

    /// <summary>One value as people read it.</summary>
    public static string Value(GridModel grid, FieldModel field, string value, IResourceTexts texts, IStringLocalizer<AdminTexts> words)
    {
        switch (field.Kind)
        {
            case FieldKind.Enum when Enum.TryParse(field.ClrType, value, ignoreCase: true, out var member):
                return texts.NameOf((Enum)member!);
            case FieldKind.Boolean:
                return words[value == "true" ? "Yes" : "No"];
            case FieldKind.Lookup when Guid.TryParse(value, out var id):
                return grid.FilterLabels.GetValueOrDefault(id) ?? words["Filter.Gone"];
            case FieldKind.Money when decimal.TryParse(value, CultureInfo.InvariantCulture, out var amount):
                return Display.Money(amount);
            case FieldKind.Phone:
                return Display.Phone(value);
            case FieldKind.Date or FieldKind.DateTime when Periods.Contains(value):
                return words[$"Period.{value}"];
            default:
                return value.Replace("..", " – ", StringComparison.Ordinal);
        }
    }
}

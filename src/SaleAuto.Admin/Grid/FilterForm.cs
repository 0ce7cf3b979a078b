using System.Globalization;
using Microsoft.AspNetCore.Http;
using SaleAuto.LowCode;

namespace SaleAuto.Admin.Grid;

/// <summary>Reads what the popover of a pill sends into conditions of its field.</summary>
internal static class FilterForm
{
    public static IReadOnlyList<FilterNode> Read(FieldModel field, IFormCollection form)
    {
        if (form.ContainsKey("clear"))
        {
            return [];
        }
        if (form["empty"] == "1")
        {
            return [new FilterCondition(field.Name, FilterOperator.Empty, [])];
        }
        var values = form["value"].Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => value!.Trim()).Distinct().ToList();
        var (from, to) = (form["from"].ToString().Trim(), form["to"].ToString().Trim());
        switch (field.Kind)
        {
            case FieldKind.Enum or FieldKind.Lookup:
                var except = form["op"] == "notIn" && field.Operators.Contains(FilterOperator.NotIn);
                return values.Count == 0 ? [] : [new FilterCondition(field.Name, except ? FilterOperator.NotIn : FilterOperator.In, values)];
            case FieldKind.Date or FieldKind.DateTime when field.Operators.Contains(FilterOperator.Period):
                var period = from.Length > 0 && to.Length > 0 ? $"{from}..{to}" : from.Length + to.Length > 0 ? null : values.FirstOrDefault();
                return period is not null ? [new FilterCondition(field.Name, FilterOperator.Period, [period])] : [.. Bounds(field, from, to)];
            case FieldKind.Integer or FieldKind.Decimal or FieldKind.Money or FieldKind.TimeSpan or FieldKind.Date or FieldKind.DateTime:
                return [.. Bounds(field, from, to)];
            default:
                return values.Count == 0 ? [] : [new FilterCondition(field.Name, Operator(field, form["op"]), [Clean(field, values[0])])];
        }
    }

    /// <summary>The operator of that name, or the first that the field has.</summary>
    public static FilterOperator Operator(FieldModel field, string? name) =>
        field.Operators.FirstOrDefault(one => FilterText.NameOf(one) == name, field.Operators[0]);

    /// <summary>A value in the notation of addresses.</summary>
    public static string Clean(FieldModel field, string value) =>
        field.Kind is FieldKind.Integer or FieldKind.Decimal or FieldKind.Money
        && decimal.TryParse(value.Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal).Replace(',', '.'), CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : value;

    private static IEnumerable<FilterNode> Bounds(FieldModel field, string from, string to)
    {
        if (from.Length > 0)
        {
            yield return new FilterCondition(field.Name, FilterOperator.Ge, [Clean(field, from)]);
        }
        if (to.Length > 0)
        {
            yield return new FilterCondition(field.Name, FilterOperator.Le, [Clean(field, to)]);
        }
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Http;
using SaleAuto.LowCode;

namespace SaleAuto.Admin.Grid;

/// <summary>A condition while it is being built in the drawer: a list of lines, of which some are groups of lines. May be unfinished.</summary>
public sealed class FilterDraft
{
    private const int MostLines = 20;

    /// <summary>Whether one line is enough.</summary>
    public bool IsAny { get; private init; }

    public List<FilterDraftLine> Lines { get; } = [];

    public static FilterDraft Of(FilterNode? filter)
    {
        var draft = new FilterDraft { IsAny = filter is FilterGroup { IsAnd: false } };
        foreach (var node in filter is FilterGroup group ? group.Items : filter is null ? [] : [filter])
        {
            draft.Lines.Add(node is FilterCondition condition
                ? new FilterDraftLine { Field = condition.Field, Operator = condition.Operator, Values = [.. condition.Values] }
                : new FilterDraftLine { Group = Of(node) });
        }
        return draft;
    }

    /// <summary>Reads the drawer's form: <c>any</c>, <c>0.field</c>, <c>0.op</c>, <c>0.value</c>, <c>1.any</c>, <c>1.0.field</c> and so on.</summary>
    public static FilterDraft Read(ResourceModel resource, IFormCollection form, string prefix = "")
    {
        var draft = new FilterDraft { IsAny = form[$"{prefix}any"] == "1" };
        for (var i = 0; i < MostLines && (form.ContainsKey($"{prefix}{i}.field") || form.ContainsKey($"{prefix}{i}.any")); i++)
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"{prefix}{i}.");
            if (form.ContainsKey($"{line}any"))
            {
                draft.Lines.Add(new FilterDraftLine { Group = Read(resource, form, line) });
            }
            else if (resource.FindField(form[$"{line}field"].ToString()) is { Operators.Count: > 0 } field)
            {
                draft.Lines.Add(new FilterDraftLine
                {
                    Field = field.Name,
                    Operator = FilterForm.Operator(field, form[$"{line}op"]),
                    Values = [.. form[$"{line}value"].Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => FilterForm.Clean(field, value!.Trim()))],
                });
            }
        }
        return draft;
    }

    /// <summary>Does what the button asks: <c>add:0.</c>, <c>group:</c>, <c>remove:1.0</c>.</summary>
    public void Do(string? what, FieldModel first)
    {
        if (what?.Split(':') is not [var verb, var path])
        {
            return;
        }
        var steps = path.Split('.', StringSplitOptions.RemoveEmptyEntries).Select(step => int.TryParse(step, CultureInfo.InvariantCulture, out var place) ? place : -1).ToList();
        var depth = verb == "remove" ? steps.Count - 1 : steps.Count;
        var draft = this;
        foreach (var step in steps.Take(Math.Max(0, depth)))
        {
            draft = draft.Lines.ElementAtOrDefault(step)?.Group ?? draft;
        }
        switch (verb)
        {
            case "remove" when steps.Count > 0 && steps[^1] >= 0 && steps[^1] < draft.Lines.Count:
                draft.Lines.RemoveAt(steps[^1]);
                break;
            case "add" when draft.Lines.Count < MostLines:
                draft.Lines.Add(new FilterDraftLine { Field = first.Name, Operator = first.Operators[0] });
                break;
            case "group" when draft.Lines.Count < MostLines:
                var group = new FilterDraft { IsAny = true };
                group.Lines.Add(new FilterDraftLine { Field = first.Name, Operator = first.Operators[0] });
                draft.Lines.Add(new FilterDraftLine { Group = group });
                break;
        }
    }

    /// <summary>The condition; unfinished lines are left out.</summary>
    public FilterNode? ToFilter()
    {
        var nodes = Lines.Select(line => line.ToFilter()).OfType<FilterNode>().ToList();
        return nodes.Count switch
        {
            0 => null,
            1 => nodes[0],
            _ => new FilterGroup(!IsAny, nodes),
        };
    }
}

/// <summary>A line of a <see cref="FilterDraft"/>: a comparison or a group.</summary>
public sealed class FilterDraftLine
{
    public string Field { get; init; } = "";

    public FilterOperator Operator { get; init; }

    public IReadOnlyList<string> Values { get; init; } = [];

    public FilterDraft? Group { get; init; }

    public bool TakesNothing => Operator is FilterOperator.Empty or FilterOperator.NotEmpty;

    public FilterNode? ToFilter() => Group is not null
        ? Group.ToFilter()
        : TakesNothing ? new FilterCondition(Field, Operator, []) : Values.Count == 0 ? null : new FilterCondition(Field, Operator, Values);
}

using SaleAuto.Errors;
using SaleAuto.Permissions;
using SaleAuto.Searching;

namespace SaleAuto.LowCode;

/// <summary>Looks up and reads everything that a query names, for one person: what the person may not see does not exist.</summary>
internal sealed class QueryResolver(ResourceModel resource, StaffAccess access, TimeZoneInfo zone, DateTime now)
{
    private readonly ResourceModel _resource = resource;

    public static IReadOnlyList<FieldModel> VisibleFields(ResourceModel resource, StaffAccess access) =>
        [.. resource.Fields.Where(f => f.Read is not null && f.IsFor(access))];

    public ResolvedQuery Resolve(ListQuery query, QueryPurpose purpose)
    {
        var resolved = new ResolvedQuery
        {
            Resource = _resource,
            Scope = RowScope.Of(_resource, access),
            Purpose = purpose,
            Trash = query.Trash ? TrashMode.Only : TrashMode.Without,
        };
        if (!resolved.Scope.IsAll)
        {
            resolved.StaffSlot = resolved.Add(resolved.Scope.StaffId!.Value);
        }
        if (_resource.DependsOnTime)
        {
            resolved.NowSlot = resolved.Add(now);
        }
        if (query.Trash && !_resource.HasTrash)
        {
            throw Fault("trash", LowCodeErrorCodes.NotSupported);
        }
        if (query.Filter is not null)
        {
            resolved.Filter = Resolve(query.Filter, resolved);
        }
        AddWords(query.Search, resolved);
        if (purpose is QueryPurpose.Rows or QueryPurpose.Labels or QueryPurpose.Ids)
        {
            resolved.Fields = purpose == QueryPurpose.Rows ? Fields(query) : [];
            resolved.Actions = query.WithActions ? [.. _resource.Actions.Where(a => access.Has(a.Permission))] : [];
            AddSort(query, resolved);
            AddPage(query, resolved);
        }
        else if (purpose == QueryPurpose.BoundedCount)
        {
            resolved.TakeSlot = resolved.Add(ResourcePage.CountBound + 1);
        }
        else if (purpose == QueryPurpose.Totals)
        {
            resolved.Fields = [.. VisibleFields(_resource, access).Where(f => f.Total != TotalKind.None)];
        }
        return resolved;
    }

    /// <summary>Whether the person's search looks into what needs a permission.</summary>
    public static bool SearchesGuarded(ResourceModel resource, StaffAccess access) => resource.SearchGuards.Count > 0 && resource.SearchGuards.All(access.Has);

    private static InputValidationException Fault(string field, string code) => new(field, code);

    private List<FieldModel> Fields(ListQuery query)
    {
        var visible = VisibleFields(_resource, access).Where(f => f.Kind != FieldKind.Lines);
        if (query.Fields is null)
        {
            return [.. visible.Where(f => f.InList || f.InDetail || f.InExport)];
        }
        var byName = visible.ToDictionary(f => f.Name, StringComparer.Ordinal);
        return [.. query.Fields.Where(f => f != ResourceModel.IdName).Distinct().Select(name => byName.GetValueOrDefault(name) ?? throw Fault("fields", LowCodeErrorCodes.Unknown))];
    }

    private FieldModel Find(string name, string where) =>
        _resource.FindField(name) is { Read: not null } field && field.IsFor(access) ? field : throw Fault(where, LowCodeErrorCodes.Unknown);

    private void AddWords(string? search, ResolvedQuery resolved)
    {
        if (string.IsNullOrWhiteSpace(search))
        {
            return;
        }
        if (!_resource.CanSearch || search.Length > 200)
        {
            throw Fault("q", _resource.CanSearch ? LowCodeErrorCodes.TooLong : LowCodeErrorCodes.NotSupported);
        }
        resolved.SearchesGuarded = SearchesGuarded(_resource, access);
        foreach (var word in SearchText.Words(search))
        {
            resolved.Words.Add(resolved.Add(Pattern(FilterOperator.Contains, word)));
        }
    }

    private void AddSort(ListQuery query, ResolvedQuery resolved)
    {
        var items = query.Sort.Count > 0 ? query.Sort : _resource.DefaultSort;
        if (items.Count > 4)
        {
            throw Fault("sort", LowCodeErrorCodes.OutOfRange);
        }
        foreach (var item in items.DistinctBy(x => x.Field))
        {
            var field = Find(item.Field, "sort");
            if (!field.IsSortable)
            {
                throw Fault("sort", LowCodeErrorCodes.NotSupported);
            }
            resolved.Sort.Add(new ResolvedSort(field, item.Descending, null));
        }
        if (!resolved.Sort.Exists(s => s.Field == _resource.Id))
        {
            resolved.Sort.Add(new ResolvedSort(_resource.Id, resolved.Sort[0].Descending, null)); // no two rows in one place
        }
    }

    private void AddPage(ListQuery query, ResolvedQuery resolved)
    {
        var size = Math.Clamp(query.PageSize, 1, ListQuery.MaxPageSize);
        if (query.Cursor is { Length: > 0 } cursor)
        {
            var (isBackward, keys) = Cursor.Read(cursor, resolved.Sort);
            (resolved.HasCursor, resolved.IsBackward) = (true, isBackward);
            for (var i = 0; i < keys.Count; i++)
            {
                if (keys[i] is { } text)
                {
                    var value = Cursor.ReadKey(text, resolved.Sort[i].Field) ?? throw Fault("cursor", LowCodeErrorCodes.CursorMalformed);
                    resolved.Sort[i] = resolved.Sort[i] with { CursorSlot = resolved.Add(value) };
                }
            }
        }
        else if (query.Page > 1)
        {
            var skip = (query.Page - 1L) * size;
            resolved.SkipSlot = resolved.Add(skip <= ListQuery.MaxOffset ? (int)skip : throw Fault("page", LowCodeErrorCodes.PageTooFar));
        }
        resolved.TakeSlot = resolved.Add(size + 1); // one more tells whether there is a next page
    }

    private ResolvedNode Resolve(FilterNode node, ResolvedQuery resolved) => node switch
    {
        FilterGroup group => new ResolvedGroup(group.IsAnd, [.. group.Items.Select(item => Resolve(item, resolved))]),
        FilterCondition condition => Resolve(condition, resolved),
        _ => throw new InvalidOperationException(),
    };

    private ResolvedCondition Resolve(FilterCondition condition, ResolvedQuery resolved)
    {
        var field = Find(condition.Field, "filter");
        if (!field.Operators.Contains(condition.Operator))
        {
            throw Fault("filter", LowCodeErrorCodes.NotSupported);
        }
        switch (condition.Operator)
        {
            case FilterOperator.Empty or FilterOperator.NotEmpty:
                return new ResolvedCondition(field, condition.Operator, [], []);
            case FilterOperator.Contains or FilterOperator.StartsWith or FilterOperator.EndsWith:
                return new ResolvedCondition(field, condition.Operator, [resolved.Add(Pattern(condition.Operator, condition.Values[0].Trim().ToLowerInvariant()))], []);
            case FilterOperator.Period:
                return Period(field, condition.Values[0], resolved);
        }
        if (field.ClrType == typeof(DateTime) && WholeDay(field, condition, resolved) is { } day)
        {
            return day;
        }
        var values = condition.Values.Select(text => Read(field, text)).ToList();
        return field.ClrType.IsEnum || field.ClrType == typeof(bool)
            ? new ResolvedCondition(field, condition.Operator, [], [.. values.Distinct()])
            : new ResolvedCondition(field, condition.Operator, [.. values.Select(resolved.Add)], []);
    }

    private object Read(FieldModel field, string text) =>
        InputReader.TryRead(text, field, zone, out var value) && value is not null ? value : throw Fault("filter", LowCodeErrorCodes.Malformed);

    private ResolvedCondition Period(FieldModel field, string text, ResolvedQuery resolved)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, zone));
        var (from, until) = Periods.Read(text, today) ?? throw Fault("filter", LowCodeErrorCodes.Malformed);
        return field.ClrType == typeof(DateOnly)
            ? new ResolvedCondition(field, FilterOperator.Period, [resolved.Add(from), resolved.Add(until)], [])
            : new ResolvedCondition(field, FilterOperator.Period, [resolved.Add(Periods.StartOf(from, zone)), resolved.Add(Periods.StartOf(until, zone))], []);
    }

    // A moment compared with a day: "until the 5th" holds the whole of the 5th.
    private ResolvedCondition? WholeDay(FieldModel field, FilterCondition condition, ResolvedQuery resolved)
    {
        if (condition.Values is not [{ Length: 10 } text] || !DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day))
        {
            return null;
        }
        var (start, end) = (Periods.StartOf(day, zone), Periods.StartOf(day.AddDays(1), zone));
        return condition.Operator switch
        {
            FilterOperator.Eq => new ResolvedCondition(field, FilterOperator.Period, [resolved.Add(start), resolved.Add(end)], []),
            FilterOperator.Ge => new ResolvedCondition(field, FilterOperator.Ge, [resolved.Add(start)], []),
            FilterOperator.Lt => new ResolvedCondition(field, FilterOperator.Lt, [resolved.Add(start)], []),
            FilterOperator.Gt => new ResolvedCondition(field, FilterOperator.Ge, [resolved.Add(end)], []),
            FilterOperator.Le => new ResolvedCondition(field, FilterOperator.Lt, [resolved.Add(end)], []),
            _ => null,
        };
    }

    internal static string Pattern(FilterOperator comparison, string text)
    {
        var escaped = text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);
        return comparison switch
        {
            FilterOperator.StartsWith => $"{escaped}%",
            FilterOperator.EndsWith => $"%{escaped}",
            _ => $"%{escaped}%",
        };
    }
}

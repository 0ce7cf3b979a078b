using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace SaleAuto.LowCode;

/// <summary>Shows at start that SQL can answer everything that the definitions offer, and that every text exists in both languages.</summary>
public sealed class ResourceChecks
{
    private static readonly string[] Languages = ["ru", "en"];

    private readonly IResourceRegistry _registry;
    private readonly IResourceTexts _texts;
    private readonly DbContext _db;
    private readonly QueryPlanner _planner;

    internal ResourceChecks(IResourceRegistry registry, IResourceTexts texts, DbContext db, QueryPlanner planner) =>
        (_registry, _texts, _db, _planner) = (registry, texts, db, planner);

    /// <summary>Translates every resource with all its columns, filters, sorts and row filters. Opens no connection.</summary>
    /// <exception cref="ResourceDefinitionException">Names the class and the field of each fault.</exception>
    public void Run()
    {
        var faults = new List<string>();
        foreach (var resource in _registry.All)
        {
            if (_db.Model.FindEntityType(resource.EntityType) is null)
            {
                faults.Add($"{resource.DefinitionType.Name}: {resource.EntityType.Name} is no entity of the database.");
                continue;
            }
            CheckTexts(resource, faults);
            CheckSql(resource, faults);
            CheckFiles(resource, faults);
            CheckClock(resource, faults);
        }
        faults.AddRange(FileReferences.PropertiesOf(_db.Model).Where(p => p.DeclaringType is Microsoft.EntityFrameworkCore.Metadata.IEntityType type && type.IsOwned())
            .Select(p => $"{p.DeclaringType.ClrType.Name}: {p.Name} names files in an owned type, which the clean-up does not look into."));
        if (faults.Count > 0)
        {
            throw new ResourceDefinitionException(faults);
        }
    }

    private void CheckTexts(ResourceModel resource, List<string> faults)
    {
        var keys = new List<string> { resource.TextKey, $"{resource.TextKey}.One" };
        keys.AddRange(resource.Fields.Select(f => f.TextKey));
        keys.AddRange(resource.Fields.SelectMany(f => f.Lines).Select(f => f.TextKey));
        keys.AddRange(resource.Actions.Select(a => a.TextKey));
        keys.AddRange(resource.Actions.SelectMany(a => a.Fields).Select(f => f.TextKey));
        keys.AddRange(resource.RowFilters.Select(f => f.TextKey));
        var before = System.Globalization.CultureInfo.CurrentUICulture;
        try
        {
            foreach (var language in Languages)
            {
                System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo(language);
                faults.AddRange(keys.Where(key => _texts.Find(key) is null).Select(key => $"{resource.DefinitionType.Name}: the text {key} is missing ({language})."));
            }
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentUICulture = before;
        }
    }

    private static void CheckFiles(ResourceModel resource, List<string> faults) => faults.AddRange(
        resource.Fields.Concat(resource.Fields.SelectMany(f => f.Lines))
            .Where(f => f is { Kind: FieldKind.File or FieldKind.Image or FieldKind.Images, Read: not null }
                && Accessors.PropertyOf(f.Read)?.IsDefined(typeof(Files.StoredFileIdAttribute), inherit: true) == false)
            .Select(f => $"{resource.DefinitionType.Name}: field {f.Name} shows files, but its property is not marked with [StoredFileId]: the clean-up would remove them."));

    // The clock is the program's, so that a test can set it and all rows of a list are told of the same moment.
    private static void CheckClock(ResourceModel resource, List<string> faults)
    {
        var lambdas = resource.Fields.Select(f => (What: $"field {f.Name}", Lambda: f.Read))
            .Concat(resource.Actions.Select(a => (What: $"VisibleWhen of action {a.Name}", Lambda: a.VisibleWhen)))
            .Concat(resource.RowFilters.Select(f => (What: $"the row filter of {f.Role}", Lambda: (LambdaExpression?)f.Filter)));
        faults.AddRange(lambdas.Where(x => x.Lambda is not null && OwnClock.IsReadBy(x.Lambda))
            .Select(x => $"{resource.DefinitionType.Name}: {x.What} reads the clock of the machine: take the moment as a parameter."));
    }

    // Everything at once is quick; only when that fails is each part tried alone, to name the one at fault.
    private void CheckSql(ResourceModel resource, List<string> faults)
    {
        var readable = resource.Fields.Where(f => f.Read is not null && f.Kind != FieldKind.Lines).ToList();
        var filters = readable.SelectMany(f => f.Operators.Select(o => (Field: f, Operator: o))).ToList();
        var sorts = readable.Where(f => f.IsSortable).ToList();
        if (TryPlan(resource, readable, filters, sorts, resource.RowFilters, resource.Actions) is null)
        {
            return;
        }
        var found = faults.Count;
        foreach (var field in readable.Where(f => TryPlan(resource, [f], [], [], [], []) is not null))
        {
            faults.Add($"{resource.DefinitionType.Name}: field {field.Name} cannot be computed by SQL.");
        }
        foreach (var (field, comparison) in filters.Where(f => TryPlan(resource, [], [f], [], [], []) is not null))
        {
            faults.Add($"{resource.DefinitionType.Name}: field {field.Name} cannot be filtered by {FilterText.NameOf(comparison)} in SQL.");
        }
        foreach (var field in sorts.Where(f => TryPlan(resource, [], [], [f], [], []) is not null))
        {
            faults.Add($"{resource.DefinitionType.Name}: field {field.Name} cannot be sorted by SQL.");
        }
        foreach (var filter in resource.RowFilters.Where(f => TryPlan(resource, [], [], [], [f], []) is not null))
        {
            faults.Add($"{resource.DefinitionType.Name}: the row filter of {filter.Role} cannot run in SQL.");
        }
        foreach (var action in resource.Actions.Where(a => TryPlan(resource, [], [], [], [], [a]) is not null))
        {
            faults.Add($"{resource.DefinitionType.Name}: VisibleWhen of action {action.Name} cannot run in SQL.");
        }
        if (faults.Count == found)
        {
            faults.Add($"{resource.DefinitionType.Name}: its parts cannot run in one query: {TryPlan(resource, readable, filters, sorts, resource.RowFilters, resource.Actions)}");
        }
    }

    private string? TryPlan(
        ResourceModel resource,
        IReadOnlyList<FieldModel> fields,
        IReadOnlyList<(FieldModel Field, FilterOperator Operator)> filters,
        IReadOnlyList<FieldModel> sorts,
        IReadOnlyList<RowFilterModel> rowFilters,
        IReadOnlyList<ActionModel> actions)
    {
        try
        {
            var query = QueryOf(resource, fields, filters, sorts, rowFilters, actions);
            _planner.Plan(query, new Lazy<DbContext>(_db));
            return null;
        }
        catch (Exception failure) when (failure is InvalidOperationException or NotSupportedException or ArgumentException or NotImplementedException)
        {
            return failure.Message;
        }
    }

    /// <summary>A query that reads everything the resource can show.</summary>
    internal static ResolvedQuery Everything(ResourceModel resource) =>
        QueryOf(resource, [.. resource.Fields.Where(f => f.Read is not null && f.Kind != FieldKind.Lines)], [], [], resource.RowFilters, resource.Actions);

    private static ResolvedQuery QueryOf(
        ResourceModel resource,
        IReadOnlyList<FieldModel> fields,
        IReadOnlyList<(FieldModel Field, FilterOperator Operator)> filters,
        IReadOnlyList<FieldModel> sorts,
        IReadOnlyList<RowFilterModel> rowFilters,
        IReadOnlyList<ActionModel> actions)
    {
        var query = new ResolvedQuery
        {
            Resource = resource,
            Scope = rowFilters.Count == 0 ? RowScope.All : new RowScope(rowFilters, Guid.Empty),
            Purpose = QueryPurpose.Rows,
            Fields = fields,
            Actions = actions,
        };
        query.NowSlot = resource.DependsOnTime ? query.Add(DateTime.UnixEpoch) : null;
        query.StaffSlot = rowFilters.Count == 0 ? null : query.Add(Guid.Empty);
        query.Filter = filters.Count == 0 ? null : new ResolvedGroup(false, [.. filters.Select(f => Sample(f.Field, f.Operator, query))]);
        // What is only shown could be computed outside of SQL, which nobody wants for a long list; what is sorted by cannot.
        query.Sort.AddRange(sorts.Concat(fields.Where(f => f.IsComputed)).Append(resource.Id).Distinct().Select((f, i) => new ResolvedSort(f, i % 2 == 0, null)));
        query.TakeSlot = query.Add(1);
        return query;
    }

    private static ResolvedCondition Sample(FieldModel field, FilterOperator comparison, ResolvedQuery query)
    {
        if (comparison is FilterOperator.Empty or FilterOperator.NotEmpty)
        {
            return new ResolvedCondition(field, comparison, [], []);
        }
        if (field.ClrType.IsEnum)
        {
            return new ResolvedCondition(field, comparison, [], [Enum.GetValues(field.ClrType).GetValue(0)!]);
        }
        if (field.ClrType == typeof(bool))
        {
            return new ResolvedCondition(field, comparison, [], [true]);
        }
        var value = Slot.Of(field.ClrType, query.Values.Count).Mark;
        return comparison == FilterOperator.Period
            ? new ResolvedCondition(field, comparison, [query.Add(value), query.Add(value)], [])
            : new ResolvedCondition(field, comparison, [query.Add(value)], []);
    }

    private sealed class OwnClock : ExpressionVisitor
    {
        private bool _isRead;

        public static bool IsReadBy(LambdaExpression lambda)
        {
            var clock = new OwnClock();
            clock.Visit(lambda);
            return clock._isRead;
        }

        protected override Expression VisitMember(MemberExpression node)
        {
            _isRead |= node.Expression is null && (node.Type == typeof(DateTime) || node.Type == typeof(DateTimeOffset)) && node.Member.Name is "Now" or "UtcNow" or "Today";
            return base.VisitMember(node);
        }
    }
}

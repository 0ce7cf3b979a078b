using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using SaleAuto.Entities;

namespace SaleAuto.LowCode;

/// <summary>Lets EF Core translate each shape of query once and keeps the SQL. A shape holds no values, so the number of shapes is that of the screens in use.</summary>
internal sealed class QueryPlanner
{
    private const int MostPlans = 5000;

    private readonly ConcurrentDictionary<string, QueryPlan> _plans = new(StringComparer.Ordinal);

    /// <summary>The plan of a query, made at the first use of its shape.</summary>
    /// <param name="query">The query.</param>
    /// <param name="context">Made only when there is something to translate.</param>
    public QueryPlan Plan(ResolvedQuery query, Lazy<DbContext> context)
    {
        var shape = query.Shape();
        if (_plans.TryGetValue(shape, out var plan))
        {
            return plan;
        }
        plan = Translate(query, context.Value);
        if (_plans.Count >= MostPlans)
        {
            _plans.Clear(); // somebody plays with addresses; the shapes in use come back at once
        }
        return _plans.GetOrAdd(shape, plan);
    }

    private static QueryPlan Translate(ResolvedQuery query, DbContext db)
    {
        var nullsAreLargest = !db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal);
        var expressions = new QueryExpressions(query, db, nullsAreLargest);
        var projection = new Projection(query, expressions, db);
        var source = expressions.Source();
        source = query.Purpose switch
        {
            QueryPurpose.Totals => Totals(query, expressions, projection, source),
            QueryPurpose.Count => expressions.Select(source, [expressions.Value(query.Resource.Id)]),
            QueryPurpose.BoundedCount => expressions.Select(expressions.Page(source), [expressions.Value(query.Resource.Id)]),
            _ => expressions.Select(expressions.Page(source), projection.Expressions),
        };
        using var command = CreateCommand(db, source);
        var sql = query.Purpose is QueryPurpose.Count or QueryPurpose.BoundedCount ? $"SELECT COUNT(*) FROM (\n{command.CommandText}\n) AS found" : command.CommandText;
        return projection.ToPlan(new PlannedSql(sql, Parameters(db, command, expressions.Slots, query), db));
    }

    private static Expression Totals(ResolvedQuery query, QueryExpressions expressions, Projection projection, Expression source)
    {
        var entity = query.Resource.EntityType;
        var one = Expression.Lambda(Expression.Constant(1), expressions.Row);
        var grouped = Binding.Call(nameof(Queryable.GroupBy), [entity, typeof(int)], source, Expression.Quote(one));
        var group = Expression.Parameter(typeof(IGrouping<,>).MakeGenericType(typeof(int), entity), "group");
        var values = query.Fields.Select(field =>
        {
            var selector = Expression.Lambda(expressions.Value(field), expressions.Row);
            var method = field.Total == TotalKind.Average ? nameof(Enumerable.Average) : nameof(Enumerable.Sum);
            return (Expression)Expression.Convert(Expression.Call(typeof(Enumerable), method, [entity], group, selector), typeof(object));
        }).ToList();
        projection.TakeTotals();
        var row = Expression.Lambda(Expression.NewArrayInit(typeof(object), values), group);
        return Binding.Call(nameof(Queryable.Select), [group.Type, typeof(object[])], grouped, Expression.Quote(row));
    }

    private static DbCommand CreateCommand(DbContext db, Expression query)
    {
        var provider = ((IQueryable)db.GetType().GetMethod(nameof(DbContext.Set), 1, [])!.MakeGenericMethod(RootOf(query)).Invoke(db, null)!).Provider;
        return provider.CreateQuery<object[]>(query).CreateDbCommand();
    }

    private static Type RootOf(Expression query)
    {
        while (query is MethodCallExpression call)
        {
            query = call.Arguments[0];
        }
        return ((IQueryable?)(query as ConstantExpression)?.Value)?.ElementType ?? ((EntityQueryRootExpression)query).ElementType;
    }

    // EF Core names its parameters as it likes; the mark in each slot tells which is which.
    private static List<PlannedParameter> Parameters(DbContext db, DbCommand command, IReadOnlyList<Slot> slots, ResolvedQuery query)
    {
        var source = db.GetService<IRelationalTypeMappingSource>();
        var parameters = new List<PlannedParameter>();
        foreach (DbParameter parameter in command.Parameters)
        {
            var place = Enumerable.Range(0, slots.Count).FirstOrDefault(i => IsMark(slots[i].Mark, parameter.Value), -1);
            if (place < 0)
            {
                throw new InvalidOperationException($"A parameter of {query.Resource.Name} has no slot: {parameter.ParameterName}");
            }
            var mapping = source.FindMapping(slots[place].Type, db.Model) ?? throw new InvalidOperationException($"No mapping of {slots[place].Type}");
            parameters.Add(new PlannedParameter(parameter.ParameterName, place, mapping));
        }
        return parameters;
    }

    private static bool IsMark(object mark, object? value) => Equals(mark, value)
        || string.Equals(Convert.ToString(mark, System.Globalization.CultureInfo.InvariantCulture), Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture), StringComparison.OrdinalIgnoreCase);

    /// <summary>The places of a result row; equal expressions share one, because EF Core selects them once.</summary>
    private sealed class Projection
    {
        private readonly ResolvedQuery _query;
        private readonly List<(Expression Value, Type Type, RelationalTypeMapping? Mapping)> _places = [];
        private readonly int _id;
        private readonly int? _version;
        private readonly int? _isDeleted;
        private readonly int _label;
        private readonly List<int> _values = [];
        private readonly List<int?> _labels = [];
        private readonly List<int?> _actions = [];
        private readonly List<int> _sortKeys = [];

        public Projection(ResolvedQuery query, QueryExpressions expressions, DbContext db)
        {
            _query = query;
            var resource = query.Resource;
            var entity = db.Model.FindEntityType(resource.EntityType)
                ?? throw new InvalidOperationException($"{resource.DefinitionType.Name}: {resource.EntityType.Name} is no entity of the database.");
            _id = Add(expressions.Value(resource.Id), entity);
            _label = query.LabelBy is { } reference ? Add(expressions.Bind(reference.Label), entity) : Add(expressions.Value(resource.Label), entity);
            if (query.Purpose == QueryPurpose.Rows)
            {
                _version = resource.HasVersion ? Add(Expression.Property(expressions.Row, nameof(IHasVersion.Version)), entity) : null;
                _isDeleted = resource.HasTrash && query.Trash != TrashMode.Without ? Add(Expression.Property(expressions.Row, nameof(IFullAudited.IsDeleted)), entity) : null;
                foreach (var field in query.Fields)
                {
                    _values.Add(Add(expressions.Value(field), entity));
                    _labels.Add(field.Reference is null ? null : Add(expressions.LabelOf(field), entity));
                }
                _actions.AddRange(query.Actions.Select(a => a.VisibleWhen is null ? (int?)null : Add(expressions.Bind(a.VisibleWhen), entity)));
                _sortKeys.AddRange(query.Sort.Select(s => Add(expressions.Value(s.Field), entity)));
            }
        }

        public IReadOnlyList<Expression> Expressions => [.. _places.Select(p => p.Value)];

        public void TakeTotals()
        {
            _places.Clear();
            _values.Clear();
            _labels.Clear();
            foreach (var field in _query.Fields)
            {
                _values.Add(_places.Count);
                _labels.Add(null);
                var isWhole = field.Total == TotalKind.Average && field.ClrType != typeof(decimal);
                _places.Add((Expression.Empty(), isWhole ? typeof(double) : field.ClrType, null));
            }
        }

        public QueryPlan ToPlan(PlannedSql sql)
        {
            var cells = _places.Select((p, i) => Cell.Of(i, p.Type, p.Mapping)).ToList();
            var isTotals = _query.Purpose == QueryPurpose.Totals;
            return new QueryPlan
            {
                Sql = sql,
                FieldCount = _query.Purpose is QueryPurpose.Count or QueryPurpose.BoundedCount ? 1 : cells.Count,
                Id = isTotals ? cells[0] : cells[_id],
                Version = _version is { } version ? cells[version] : null,
                IsDeleted = _isDeleted is { } isDeleted ? cells[isDeleted] : null,
                Label = isTotals ? cells[0] : cells[_label],
                Values = [.. _values.Select(i => cells[i])],
                Labels = [.. _labels.Select(i => i is null ? null : cells[i.Value])],
                Actions = [.. _actions.Select(i => i is null ? null : cells[i.Value])],
                SortKeys = [.. _sortKeys.Select(i => cells[i])],
                Names = [.. _query.Fields.Select(f => (JsonEncodedText.Encode(f.Name), JsonEncodedText.Encode(LabelNameOf(f))))],
            };
        }

        private int Add(Expression value, IEntityType entity)
        {
            var place = _places.FindIndex(p => ExpressionEqualityComparer.Instance.Equals(p.Value, value));
            if (place < 0)
            {
                place = _places.Count;
                _places.Add((value, Nullable.GetUnderlyingType(value.Type) ?? value.Type, MappingOf(value, entity)));
            }
            return place;
        }

        private static RelationalTypeMapping? MappingOf(Expression value, IEntityType entity) =>
            value is MemberExpression { Expression: ParameterExpression } member && entity.FindProperty(member.Member.Name) is { } property
                ? property.GetRelationalTypeMapping()
                : null;
    }

    /// <summary>Name in JSON of the label of a reference field: <c>dealId</c> has <c>dealLabel</c>.</summary>
    internal static string LabelNameOf(FieldModel field) => field.Name.EndsWith("Id", StringComparison.Ordinal) ? $"{field.Name[..^2]}Label" : $"{field.Name}Label";
}

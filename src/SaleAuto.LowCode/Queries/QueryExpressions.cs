using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using SaleAuto.Entities;

namespace SaleAuto.LowCode;

/// <summary>Builds the LINQ expression of a resolved query. Runs once for each shape.</summary>
internal sealed class QueryExpressions
{
    public const string SearchTextColumn = "SearchText";
    public const string GuardedSearchTextColumn = "GuardedSearchText";
    private const string Escape = "\\";

    private static readonly MethodInfo Like = typeof(DbFunctionsExtensions)
        .GetMethod(nameof(DbFunctionsExtensions.Like), [typeof(DbFunctions), typeof(string), typeof(string), typeof(string)])!;

    private static readonly MethodInfo EfProperty = typeof(EF).GetMethod(nameof(EF.Property))!.MakeGenericMethod(typeof(string));

    private static readonly MethodInfo Compare = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;

    private readonly ResolvedQuery _query;
    private readonly DbContext _db;
    private readonly Type _entity;
    private readonly ParameterExpression _row;
    private readonly bool _nullsAreLargest;

    public QueryExpressions(ResolvedQuery query, DbContext db, bool nullsAreLargest, bool withValues = false)
    {
        (_query, _db, _nullsAreLargest) = (query, db, nullsAreLargest);
        _entity = query.Resource.EntityType;
        _row = Expression.Parameter(_entity, "row");
        Slots = [.. query.Values.Select((v, i) => withValues ? Slot.With(v.Value) : Slot.Of(v.Type, i))];
    }

    public IReadOnlyList<Slot> Slots { get; }

    /// <summary>Rows found, before sorting and paging.</summary>
    public Expression Source()
    {
        var source = Binding.SetOf(_db, _entity);
        if (_query.Trash != TrashMode.Without)
        {
            source = Expression.Call(
                typeof(EntityFrameworkQueryableExtensions),
                nameof(EntityFrameworkQueryableExtensions.IgnoreQueryFilters),
                [_entity],
                source,
                Expression.Constant(new[] { IFullAudited.TrashFilter }, typeof(IReadOnlyCollection<string>)));
        }
        foreach (var condition in Conditions())
        {
            source = Where(source, condition);
        }
        return source;
    }

    /// <summary>Sorted, from the cursor on, one page.</summary>
    public Expression Page(Expression source)
    {
        if (_query.HasCursor)
        {
            source = Where(source, AfterCursor());
        }
        var isFirst = true;
        foreach (var sort in _query.Sort)
        {
            var key = Sortable(sort.Field);
            var method = (isFirst, sort.Descending != _query.IsBackward) switch
            {
                (true, false) => nameof(Queryable.OrderBy),
                (true, true) => nameof(Queryable.OrderByDescending),
                (false, false) => nameof(Queryable.ThenBy),
                (false, true) => nameof(Queryable.ThenByDescending),
            };
            source = Binding.Call(method, [_entity, key.Type], source, Expression.Quote(Expression.Lambda(key, _row)));
            isFirst = false;
        }
        if (_query.SkipSlot is { } skip)
        {
            source = Binding.Call(nameof(Queryable.Skip), [_entity], source, Slots[skip].Expression);
        }
        return _query.TakeSlot is { } take ? Binding.Call(nameof(Queryable.Take), [_entity], source, Slots[take].Expression) : source;
    }

    /// <summary>The named expressions of each row as an array.</summary>
    public Expression Select(Expression source, IReadOnlyList<Expression> values) => Binding.Call(
        nameof(Queryable.Select),
        [_entity, typeof(object[])],
        source,
        Expression.Quote(Expression.Lambda(Expression.NewArrayInit(typeof(object), values.Select(v => Expression.Convert(v, typeof(object)))), _row)));

    /// <summary>The value of a field of the row.</summary>
    public Expression Value(FieldModel field) => Bind(field.Read!);

    /// <summary>The label of the row that a reference field points to.</summary>
    public Expression LabelOf(FieldModel field)
    {
        var reference = field.Reference!;
        var target = Expression.Parameter(reference.EntityType, "target");
        var id = Expression.Property(target, "Id");
        var key = Value(field);
        var condition = Expression.Equal(Expression.Convert(id, typeof(Guid?)), Expression.Convert(key, typeof(Guid?)));
        var found = Binding.Call(nameof(Queryable.Where), [reference.EntityType], Binding.SetOf(_db, reference.EntityType), Expression.Quote(Expression.Lambda(condition, target)));
        var label = Expression.Parameter(reference.EntityType, "target");
        var labels = Binding.Call(
            nameof(Queryable.Select), [reference.EntityType, typeof(string)], found, Expression.Quote(Expression.Lambda(Binding.Bind(reference.Label, label, _db), label)));
        return Binding.Call(nameof(Queryable.FirstOrDefault), [typeof(string)], labels);
    }

    public Expression Bind(LambdaExpression lambda) =>
        Binding.Bind(
            lambda,
            _row,
            _db,
            _query.StaffSlot is { } staff ? Slots[staff].Expression : null,
            _query.NowSlot is { } now ? Slots[now].Expression : null);

    public ParameterExpression Row => _row;

    private IEnumerable<Expression> Conditions()
    {
        if (_query.Trash == TrashMode.Only)
        {
            yield return Expression.Property(_row, nameof(IFullAudited.IsDeleted));
        }
        if (!_query.Scope.IsAll)
        {
            yield return _query.Scope.Filters.Select(f => Bind(f.Filter)).Aggregate(Expression.OrElse);
        }
        if (_query.Filter is not null)
        {
            yield return Condition(_query.Filter);
        }
        foreach (var word in _query.Words)
        {
            yield return _query.Resource.CanSearch
                ? Found(word)
                : LikeSlot(Expression.Call(Bind(_query.LabelBy?.Label ?? _query.Resource.Label.Read!), nameof(string.ToLower), null), word);
        }
        foreach (var (property, slot) in _query.Narrowing)
        {
            var value = Bind(property);
            yield return Expression.Equal(value, Expression.Convert(Slots[slot].Expression, value.Type));
        }
    }

    private Expression Condition(ResolvedNode node) => node switch
    {
        ResolvedGroup group => group.Items.Select(Condition).Aggregate(group.IsAnd ? Expression.AndAlso : Expression.OrElse),
        ResolvedCondition condition => Compared(condition),
        _ => throw new InvalidOperationException(),
    };

    private Expression Compared(ResolvedCondition condition)
    {
        var value = Value(condition.Field);
        var operands = condition.Constants.Select(c => (Expression)Expression.Convert(Expression.Constant(c), value.Type))
            .Concat(condition.Slots.Select(s => (Expression)(Slots[s].Type == value.Type ? Slots[s].Expression : Expression.Convert(Slots[s].Expression, value.Type))))
            .ToList();
        return condition.Operator switch
        {
            FilterOperator.Eq => Expression.Equal(value, operands[0]),
            FilterOperator.Ne => Expression.NotEqual(value, operands[0]),
            FilterOperator.In => operands.Select(o => (Expression)Expression.Equal(value, o)).Aggregate(Expression.OrElse),
            FilterOperator.NotIn => operands.Select(o => (Expression)Expression.NotEqual(value, o)).Aggregate(Expression.AndAlso),
            FilterOperator.Lt => Order(ExpressionType.LessThan, value, operands[0]),
            FilterOperator.Le => Order(ExpressionType.LessThanOrEqual, value, operands[0]),
            FilterOperator.Gt => Order(ExpressionType.GreaterThan, value, operands[0]),
            FilterOperator.Ge => Order(ExpressionType.GreaterThanOrEqual, value, operands[0]),
            FilterOperator.Period => Expression.AndAlso(Order(ExpressionType.GreaterThanOrEqual, value, operands[0]), Order(ExpressionType.LessThan, value, operands[1])),
            FilterOperator.Empty => Expression.Equal(value, Expression.Constant(null, value.Type)),
            FilterOperator.NotEmpty => Expression.NotEqual(value, Expression.Constant(null, value.Type)),
            FilterOperator.Contains or FilterOperator.StartsWith or FilterOperator.EndsWith => LikeSlot(Expression.Call(value, nameof(string.ToLower), null), condition.Slots[0]),
            _ => throw new NotSupportedException(condition.Operator.ToString()),
        };
    }

    private Expression Found(int word)
    {
        var open = LikeSlot(Expression.Call(EfProperty, _row, Expression.Constant(SearchTextColumn)), word);
        return _query.SearchesGuarded
            ? Expression.OrElse(open, LikeSlot(Expression.Call(EfProperty, _row, Expression.Constant(GuardedSearchTextColumn)), word))
            : open;
    }

    private MethodCallExpression LikeSlot(Expression text, int slot) =>
        Expression.Call(Like, Expression.Constant(EF.Functions), text, Slots[slot].Expression, Expression.Constant(Escape));

    // Texts and enums (which the database keeps as texts) are compared as texts.
    private static BinaryExpression Order(ExpressionType comparison, Expression left, Expression right) => left.Type == typeof(string)
        ? Expression.MakeBinary(comparison, Expression.Call(Compare, left, right), Expression.Constant(0))
        : Expression.MakeBinary(comparison, left, right);

    private Expression Sortable(FieldModel field)
    {
        var value = Value(field);
        var type = Nullable.GetUnderlyingType(value.Type) ?? value.Type;
        return type.IsEnum ? Expression.Convert(Expression.Convert(value, typeof(object)), typeof(string))
            : type == typeof(bool) ? Expression.Condition(Expression.Equal(value, Expression.Convert(Expression.Constant(true), value.Type)), Expression.Constant(1), Expression.Constant(0))
            : value;
    }

    private Expression AfterCursor()
    {
        Expression? any = null;
        Expression? equalSoFar = null;
        foreach (var sort in _query.Sort)
        {
            var value = Sortable(sort.Field);
            var after = After(sort, value);
            if (after is not null)
            {
                var step = equalSoFar is null ? after : Expression.AndAlso(equalSoFar, after);
                any = any is null ? step : Expression.OrElse(any, step);
            }
            var equal = sort.CursorSlot is { } slot
                ? Expression.Equal(value, Typed(slot, value))
                : Expression.Equal(value, Expression.Constant(null, value.Type));
            equalSoFar = equalSoFar is null ? equal : Expression.AndAlso(equalSoFar, equal);
        }
        var bound = Bound(_query.Sort[0]);
        return bound is null ? any! : Expression.AndAlso(bound, any!);
    }

    // The alternatives alone give the database no range to start its index scan from; this does.
    private Expression? Bound(ResolvedSort sort)
    {
        var value = Sortable(sort.Field);
        if (sort.CursorSlot is not { } slot || (sort.Field.IsNullable && IsNullAfter(sort)))
        {
            return null;
        }
        return Order(IsDescending(sort) ? ExpressionType.LessThanOrEqual : ExpressionType.GreaterThanOrEqual, value, Typed(slot, value));
    }

    private Expression? After(ResolvedSort sort, Expression value)
    {
        var isNull = Expression.Equal(value, Nullable.GetUnderlyingType(value.Type) is not null || !value.Type.IsValueType ? Expression.Constant(null, value.Type) : Expression.Default(value.Type));
        if (sort.CursorSlot is not { } slot)
        {
            return IsNullAfter(sort) ? null : Expression.Not(isNull);
        }
        var beyond = Order(IsDescending(sort) ? ExpressionType.LessThan : ExpressionType.GreaterThan, value, Typed(slot, value));
        return sort.Field.IsNullable && sort.Field.ClrType != typeof(bool) && IsNullAfter(sort) ? Expression.OrElse(beyond, isNull) : beyond;
    }

    private bool IsDescending(ResolvedSort sort) => sort.Descending != _query.IsBackward;

    private bool IsNullAfter(ResolvedSort sort) => _nullsAreLargest != IsDescending(sort);

    private Expression Typed(int slot, Expression value) =>
        Slots[slot].Type == value.Type ? Slots[slot].Expression : Expression.Convert(Slots[slot].Expression, value.Type);

    private Expression Where(Expression source, Expression condition) =>
        Binding.Call(nameof(Queryable.Where), [_entity], source, Expression.Quote(Expression.Lambda(condition, _row)));
}

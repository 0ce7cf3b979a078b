using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace SaleAuto.LowCode;

/// <summary>A figure over rows of one entity. Each reading is one command.</summary>
internal sealed class WidgetModel<TEntity> : WidgetModel
    where TEntity : class
{
    private const int MostParts = 30;

    public required LambdaExpression Moment { get; init; }

    public FieldModel? MomentField { get; init; }

    public LambdaExpression? Part { get; init; }

    public LambdaExpression? Amount { get; init; }

    public bool IsMean { get; init; }

    public IReadOnlyList<(Expression<Func<TEntity, bool>> Holds, string? Filter)> Conditions { get; init; } = [];

    public IReadOnlyList<Expression<Func<TEntity, bool>>> Reached { get; init; } = [];

    internal override Task<WidgetData> ReadAsync(DbContext db, RowScope scope, DashboardRange range, TimeZoneInfo zone, CancellationToken cancellationToken) => Kind switch
    {
        WidgetKind.Number => ReadNumberAsync(db, scope, range, zone, cancellationToken),
        WidgetKind.Line => ReadLineAsync(db, scope, range, zone, cancellationToken),
        WidgetKind.Funnel => ReadFunnelAsync(db, scope, range, zone, cancellationToken),
        _ => (Task<WidgetData>)typeof(WidgetModel<TEntity>).GetMethod(nameof(ReadPartsAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
            .MakeGenericMethod(Part!.ReturnType).Invoke(this, [db, scope, range, zone, cancellationToken])!,
    };

    private async Task<WidgetData> ReadNumberAsync(DbContext db, RowScope scope, DashboardRange range, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var both = new DashboardRange(range.Previous.From, range.Until);
        var buckets = await Buckets<int>(db, scope, both, zone, row => WidgetKeys.IsFrom(Bind(Moment, row, db), range, zone)).ToListAsync(cancellationToken);
        var empty = IsMean ? null : (decimal?)0;
        return new WidgetData(ValueOf(buckets.Find(b => b.Key == 1)) ?? empty, ValueOf(buckets.Find(b => b.Key == 0)) ?? empty, [], FilterOf(range));
    }

    private async Task<WidgetData> ReadLineAsync(DbContext db, RowScope scope, DashboardRange range, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var buckets = await Buckets<int>(db, scope, range, zone, row => WidgetKeys.Day(Bind(Moment, row, db), range, zone)).ToListAsync(cancellationToken);
        var byPart = buckets.GroupBy(b => range.StartOf(WidgetKeys.ReadDay(b.Key))).ToDictionary(g => g.Key, Together);
        var points = range.Parts().Select(part => new WidgetPoint(part.From, byPart.TryGetValue(part.From, out var bucket) ? ValueOf(bucket) ?? 0 : 0, null, FilterOf(part))).ToList();
        return new WidgetData(ValueOf(Together(buckets)), null, points, FilterOf(range));
    }

    private async Task<WidgetData> ReadPartsAsync<TPart>(DbContext db, RowScope scope, DashboardRange range, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var buckets = await Buckets<TPart>(db, scope, range, zone, row => Bind(Part!, row, db)).ToListAsync(cancellationToken);
        var points = buckets.Select(b => new WidgetPoint(b.Key, ValueOf(b) ?? 0, null, FilterOf(range, b.Key)))
            .OrderBy(p => p.Key is Enum && Kind == WidgetKind.Bar ? Convert.ToInt32(p.Key, CultureInfo.InvariantCulture) : 0)
            .ThenByDescending(p => p.Value)
            .Take(MostParts)
            .ToList();
        return new WidgetData(ValueOf(Together(buckets.Select(b => new Bucket<int> { Count = b.Count, Sum = b.Sum }))), null, points, FilterOf(range));
    }

    private async Task<WidgetData> ReadFunnelAsync(DbContext db, RowScope scope, DashboardRange range, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var buckets = await Buckets<int>(db, scope, range, zone, row => Furthest(row, db)).ToListAsync(cancellationToken);
        var points = Reached.Select((_, step) => new WidgetPoint(step, buckets.Where(b => b.Key > step).Sum(b => b.Count), null, null)).ToList();
        return new WidgetData(points[0].Value, null, points, FilterOf(range));
    }

    // How many steps a row has made: the furthest decides.
    private Expression Furthest(ParameterExpression row, DbContext db)
    {
        Expression place = Expression.Constant(0);
        for (var step = 0; step < Reached.Count; step++)
        {
            place = Expression.Condition(Bind(Reached[step], row, db), Expression.Constant(step + 1), place);
        }
        return place;
    }

    private IQueryable<Bucket<TKey>> Buckets<TKey>(DbContext db, RowScope scope, DashboardRange range, TimeZoneInfo zone, Func<ParameterExpression, Expression> key)
    {
        var row = Expression.Parameter(typeof(TEntity), "row");
        var rows = db.Set<TEntity>().AsNoTracking().Where(Lambda<bool>(WidgetKeys.IsWithin(Bind(Moment, row, db), range, zone), row));
        if (!scope.IsAll)
        {
            var person = Expression.Property(Expression.Constant(scope), nameof(RowScope.StaffId));
            var visible = scope.Filters.Select(f => Binding.Bind(f.Filter, row, db, Expression.Property(person, "Value"))).Aggregate(Expression.OrElse);
            rows = rows.Where(Lambda<bool>(visible, row));
        }
        foreach (var (holds, _) in Conditions)
        {
            rows = rows.Where(holds);
        }
        var amount = Amount is null ? (Expression)Expression.Constant(null, typeof(decimal?)) : Expression.Convert(Bind(Amount, row, db), typeof(decimal?));
        var fact = Expression.MemberInit(
            Expression.New(typeof(Fact<TKey>)),
            Expression.Bind(typeof(Fact<TKey>).GetProperty(nameof(Fact<>.Key))!, key(row)),
            Expression.Bind(typeof(Fact<TKey>).GetProperty(nameof(Fact<>.Amount))!, amount));
        var facts = rows.Select(Expression.Lambda<Func<TEntity, Fact<TKey>>>(fact, row));
        return Amount is null
            ? facts.GroupBy(f => f.Key).Select(g => new Bucket<TKey> { Key = g.Key, Count = g.Count() })
            : facts.GroupBy(f => f.Key).Select(g => new Bucket<TKey> { Key = g.Key, Count = g.Count(f => f.Amount != null), Sum = g.Sum(f => f.Amount) });
    }

    private static Expression<Func<TEntity, T>> Lambda<T>(Expression body, ParameterExpression row) => Expression.Lambda<Func<TEntity, T>>(body, row);

    private static Expression Bind(LambdaExpression lambda, ParameterExpression row, DbContext db) => Binding.Bind(lambda, row, db);

    private static Bucket<int> Together(IEnumerable<Bucket<int>> buckets)
    {
        var all = buckets.ToList();
        return new Bucket<int> { Count = all.Sum(b => b.Count), Sum = all.Sum(b => b.Sum) };
    }

    private decimal? ValueOf<TKey>(Bucket<TKey>? bucket) => bucket switch
    {
        null => null,
        _ when Amount is null => bucket.Count,
        _ when IsMean => bucket.Count == 0 ? null : bucket.Sum / bucket.Count,
        _ => bucket.Sum ?? 0,
    };

    private string? FilterOf(DashboardRange range) => FilterOf(range, []);

    private string? FilterOf<TPart>(DashboardRange range, TPart part)
    {
        if (PartField is not { } field)
        {
            return null;
        }
        var comparison = part is null ? FilterOperator.Empty : FilterOperator.Eq;
        return field.Operators.Contains(comparison)
            ? FilterOf(range, [new FilterCondition(field.Name, comparison, part is null ? [] : [Convert.ToString(part, CultureInfo.InvariantCulture)!])])
            : null;
    }

    private string? FilterOf(DashboardRange range, IEnumerable<FilterNode> more)
    {
        if (MomentField?.Operators.Contains(FilterOperator.Period) != true || Conditions.Any(c => c.Filter is null))
        {
            return null;
        }
        var nodes = Conditions.Select(c => FilterText.Parse(c.Filter)!).Prepend(new FilterCondition(MomentField.Name, FilterOperator.Period, [range.Text])).Concat(more).ToList();
        return FilterText.Format(nodes.Count == 1 ? nodes[0] : new FilterGroup(true, nodes));
    }
}

/// <summary>What one row gives to a figure.</summary>
internal sealed class Fact<TKey>
{
    public TKey Key { get; set; } = default!;

    public decimal? Amount { get; set; }
}

/// <summary>What the database reckons for one part.</summary>
internal sealed class Bucket<TKey>
{
    public TKey Key { get; set; } = default!;

    public int Count { get; set; }

    public decimal? Sum { get; set; }
}

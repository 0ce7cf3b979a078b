using System.Linq.Expressions;

namespace SaleAuto.LowCode;

/// <summary>What a figure counts. Everything is an expression that runs in the database.</summary>
/// <typeparam name="TEntity">The entity whose rows are counted.</typeparam>
public sealed class WidgetBuilder<TEntity> : IWidgetSpec
    where TEntity : class
{
    private readonly WidgetKind _kind;
    private readonly List<(Expression<Func<TEntity, bool>> Holds, string? Filter)> _conditions = [];
    private readonly List<(string Name, Expression<Func<TEntity, bool>> Reached)> _steps = [];
    private LambdaExpression? _moment;
    private LambdaExpression? _part;
    private LambdaExpression? _amount;
    private bool _isMean;
    private bool _isLessBetter;
    private WidgetFormat _format = WidgetFormat.Count;

    internal WidgetBuilder(string name, WidgetKind kind) => (Name, _kind) = (name, kind);

    /// <inheritdoc />
    public string Name { get; }

    /// <summary>The moment or day by which a row belongs to a period. Rows without one are left out.</summary>
    public WidgetBuilder<TEntity> On<TMoment>(Expression<Func<TEntity, TMoment>> moment)
    {
        _moment = moment;
        return this;
    }

    /// <summary>Only rows for which this holds.</summary>
    /// <param name="holds">The condition.</param>
    /// <param name="filter">The same as lists write it, such as <c>status.eq.Won</c>, so that a click shows the rows; null when no filter says it.</param>
    public WidgetBuilder<TEntity> Where(Expression<Func<TEntity, bool>> holds, string? filter = null)
    {
        _conditions.Add((holds, filter));
        return this;
    }

    /// <summary>The sum of a number instead of the count of rows.</summary>
    public WidgetBuilder<TEntity> Sum(Expression<Func<TEntity, decimal>> amount) => Reckon(amount, isMean: false, WidgetFormat.Number);

    /// <summary>The sum of a number that rows may not have.</summary>
    public WidgetBuilder<TEntity> Sum(Expression<Func<TEntity, decimal?>> amount) => Reckon(amount, isMean: false, WidgetFormat.Number);

    /// <summary>The mean of a number.</summary>
    public WidgetBuilder<TEntity> Average(Expression<Func<TEntity, decimal?>> amount) => Reckon(amount, isMean: true, WidgetFormat.Number);

    /// <summary>The share of the rows for which this holds, in hundredths.</summary>
    public WidgetBuilder<TEntity> Share(Expression<Func<TEntity, bool>> holds)
    {
        var amount = Expression.Condition(holds.Body, Expression.Constant(100m, typeof(decimal?)), Expression.Constant(0m, typeof(decimal?)));
        return Reckon(Expression.Lambda<Func<TEntity, decimal?>>(amount, holds.Parameters), isMean: true, WidgetFormat.Percent);
    }

    /// <summary>Parts by a value: an enum, a text, a row that a lookup names.</summary>
    public WidgetBuilder<TEntity> By<TPart>(Expression<Func<TEntity, TPart>> part)
    {
        _part = part;
        return this;
    }

    /// <summary>A step of a funnel. Steps are named from the widest to the narrowest; a row counts for its furthest one and for all before.</summary>
    public WidgetBuilder<TEntity> Step(string name, Expression<Func<TEntity, bool>> reached)
    {
        _steps.Add((name, reached));
        return this;
    }

    /// <summary>Roubles.</summary>
    public WidgetBuilder<TEntity> Money()
    {
        _format = WidgetFormat.Money;
        return this;
    }

    /// <summary>Less is better: costs, misses.</summary>
    public WidgetBuilder<TEntity> LessIsBetter()
    {
        _isLessBetter = true;
        return this;
    }

    WidgetModel? IWidgetSpec.Build(string textKey, IResourceRegistry resources, Action<string> fault)
    {
        var resource = resources.Find(typeof(TEntity));
        if (resource is null)
        {
            fault($"figure {Name} counts {typeof(TEntity).Name}, which has no resource definition");
            return null;
        }
        if (_moment is null || !WidgetKeys.IsMoment(_moment.ReturnType))
        {
            fault($"figure {Name} has no moment: call On(…) with a DateTime or DateOnly");
            return null;
        }
        if (_kind is WidgetKind.Bar or WidgetKind.Donut or WidgetKind.Table && _part is null)
        {
            fault($"figure {Name} has no parts: call By(…)");
            return null;
        }
        if (_kind == WidgetKind.Funnel && _steps.Count < 2)
        {
            fault($"figure {Name} needs two steps at least: call Step(…)");
            return null;
        }
        var part = _part is null ? null : Accessors.PropertyOf(_part) is { } property ? resource.FindField(Accessors.CamelCase(property.Name)) : null;
        return new WidgetModel<TEntity>
        {
            Name = Name,
            TextKey = $"{textKey}.{Name}",
            Kind = _kind,
            Format = _format,
            Resource = resource,
            IsLessBetter = _isLessBetter,
            PartField = part,
            FieldPermissions = [.. FieldsIn(resource).Select(f => f.Permission).OfType<string>().Distinct()],
            Steps = [.. _steps.Select(s => $"{textKey}.{Name}.{s.Name}")],
            Moment = _moment,
            MomentField = Accessors.PropertyOf(_moment) is { } moment ? resource.FindField(Accessors.CamelCase(moment.Name)) : null,
            Part = _part,
            Amount = _amount,
            IsMean = _isMean,
            Conditions = _conditions,
            Reached = [.. _steps.Select(s => s.Reached)],
        };
    }

    private IEnumerable<FieldModel> FieldsIn(ResourceModel resource)
    {
        var lambdas = new[] { _moment, _part, _amount }.OfType<LambdaExpression>().Concat(_conditions.Select(c => c.Holds)).Concat(_steps.Select(s => s.Reached));
        return lambdas.SelectMany(PropertiesRead.In).Select(resource.FindField).OfType<FieldModel>();
    }

    private WidgetBuilder<TEntity> Reckon(LambdaExpression amount, bool isMean, WidgetFormat format)
    {
        (_amount, _isMean) = (amount, isMean);
        _format = _format == WidgetFormat.Count ? format : _format;
        return this;
    }
}

/// <summary>Finds the names of the row's properties that a lambda reads.</summary>
internal sealed class PropertiesRead : ExpressionVisitor
{
    private readonly List<string> _names = [];

    public static IReadOnlyList<string> In(LambdaExpression lambda)
    {
        var visitor = new PropertiesRead();
        visitor.Visit(lambda);
        return visitor._names;
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Expression is ParameterExpression)
        {
            _names.Add(Accessors.CamelCase(node.Member.Name));
        }
        return base.VisitMember(node);
    }
}

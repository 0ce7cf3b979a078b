using System.Linq.Expressions;

namespace SaleAuto.LowCode;

/// <summary>How a form field is edited.</summary>
/// <typeparam name="TInput">The input record.</typeparam>
/// <typeparam name="TValue">Type of its value.</typeparam>
public sealed class FieldBuilder<TInput, TValue>
{
    private readonly FieldSpec _spec;

    internal FieldBuilder(FieldSpec spec) => _spec = spec;

    /// <summary>Roubles with kopecks.</summary>
    public FieldBuilder<TInput, TValue> Money() => As(FieldKind.Money);

    /// <summary>A phone in any spelling.</summary>
    public FieldBuilder<TInput, TValue> Phone() => As(FieldKind.Phone);

    /// <summary>A registration plate in any spelling.</summary>
    public FieldBuilder<TInput, TValue> Plate() => As(FieldKind.Plate);

    /// <summary>An e-mail address.</summary>
    public FieldBuilder<TInput, TValue> Email() => As(FieldKind.Email);

    /// <summary>A web address.</summary>
    public FieldBuilder<TInput, TValue> Link() => As(FieldKind.Link);

    /// <summary>Several lines of text.</summary>
    public FieldBuilder<TInput, TValue> Multiline() => As(FieldKind.LongText);

    /// <summary>A file to upload.</summary>
    public FieldBuilder<TInput, TValue> File() => As(FieldKind.File);

    /// <summary>A picture to upload.</summary>
    public FieldBuilder<TInput, TValue> Image() => As(FieldKind.Image);

    /// <summary>Pictures to upload.</summary>
    public FieldBuilder<TInput, TValue> Images() => As(FieldKind.Images);

    /// <summary>A row of another resource, found by typing.</summary>
    public FieldBuilder<TInput, TValue> Lookup<TOther>(Expression<Func<TOther, string?>> label)
        where TOther : class
    {
        (_spec.ReferenceTo, _spec.ReferenceLabel, _spec.Kind) = (typeof(TOther), label, FieldKind.Lookup);
        return this;
    }

    /// <summary>Only rows whose property equals another field of the form are offered: models of the chosen make.</summary>
    public FieldBuilder<TInput, TValue> NarrowedBy<TOther, TKey>(Expression<Func<TInput, TKey>> field, Expression<Func<TOther, TKey>> property)
    {
        _spec.DependsOn[Accessors.CamelCase(Accessors.PropertyOf(field)!.Name)] = property;
        return this;
    }

    /// <summary>A value is demanded (or, with false, not), whatever the type says.</summary>
    public FieldBuilder<TInput, TValue> Required(bool isRequired = true)
    {
        _spec.IsRequired = isRequired;
        return this;
    }

    /// <summary>Given at creation, fixed afterwards.</summary>
    public FieldBuilder<TInput, TValue> OnlyForCreation()
    {
        _spec.IsOnlyForCreation = true;
        return this;
    }

    /// <summary>Shown in the form, not editable.</summary>
    public FieldBuilder<TInput, TValue> ReadOnly()
    {
        _spec.IsReadOnly = true;
        return this;
    }

    /// <summary>Value of a new form.</summary>
    public FieldBuilder<TInput, TValue> Default(Func<DefaultContext, TValue> value)
    {
        _spec.Default = context => value(context);
        return this;
    }

    /// <summary>The cell of the grid may be edited in place.</summary>
    public FieldBuilder<TInput, TValue> Inline()
    {
        _spec.IsInline = true;
        return this;
    }

    /// <summary>Does not exist for people without the permission.</summary>
    public FieldBuilder<TInput, TValue> Permission(string permission)
    {
        _spec.Permission = permission;
        return this;
    }

    private FieldBuilder<TInput, TValue> As(FieldKind kind)
    {
        _spec.Kind = kind;
        return this;
    }
}

/// <summary>How a field may be filtered.</summary>
public sealed class FilterBuilder
{
    private readonly FieldSpec _spec;

    internal FilterBuilder(FieldSpec spec) => _spec = spec;

    /// <summary>From and to; for days and moments also periods.</summary>
    public FilterBuilder Range()
    {
        Allow(FilterOperator.Ge, FilterOperator.Le, FilterOperator.Gt, FilterOperator.Lt, FilterOperator.Eq, FilterOperator.Period);
        return Nullable.GetUnderlyingType(_spec.Type) is null ? this : Allow(FilterOperator.Empty, FilterOperator.NotEmpty);
    }

    /// <summary>Parts of the text; needs a trigram index on large tables.</summary>
    public FilterBuilder Parts() => Allow(FilterOperator.Contains, FilterOperator.StartsWith, FilterOperator.EndsWith, FilterOperator.Eq);

    /// <summary>Exactly these comparisons.</summary>
    public FilterBuilder Allow(params ReadOnlySpan<FilterOperator> operators)
    {
        foreach (var comparison in operators)
        {
            var fits = comparison != FilterOperator.Period || (Nullable.GetUnderlyingType(_spec.Type) ?? _spec.Type) is var type && (type == typeof(DateTime) || type == typeof(DateOnly));
            if (fits && !_spec.Operators.Contains(comparison))
            {
                _spec.Operators.Add(comparison);
            }
        }
        return this;
    }

    /// <summary>Offered in the filter editor, not in the bar above the grid.</summary>
    public FilterBuilder Secondary()
    {
        _spec.IsMainFilter = false;
        return this;
    }
}

using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using System.Reflection;

namespace SaleAuto.LowCode;

/// <summary>A field while it is being defined.</summary>
internal sealed class FieldSpec(string name, Type type)
{
    public string Name { get; } = name;

    public Type Type { get; set; } = type;

    public FieldKind? Kind { get; set; }

    public LambdaExpression? Read { get; set; }

    public bool IsComputed { get; set; }

    public PropertyInfo? Property { get; set; }

    public Type? ReferenceTo { get; set; }

    public LambdaExpression? ReferenceLabel { get; set; }

    public Dictionary<string, LambdaExpression> DependsOn { get; } = [];

    public bool InList { get; set; }

    public bool InListByDefault { get; set; } = true;

    public bool InDetail { get; set; }

    public bool InExport { get; set; } = true;

    public bool IsSortable { get; set; }

    public bool IsFilter { get; set; }

    public bool IsMainFilter { get; set; }

    public List<FilterOperator> Operators { get; } = [];

    public TotalKind Total { get; set; }

    public string? Permission { get; set; }

    public bool IsBadge { get; set; }

    public string? Format { get; set; }

    public bool IsInline { get; set; }

    public bool IsOnlyForCreation { get; set; }

    public bool IsReadOnly { get; set; }

    public bool? IsRequired { get; set; }

    public Func<DefaultContext, object?>? Default { get; set; }

    public string? Tab { get; set; }

    public IReadOnlyList<FieldModel> Lines { get; set; } = [];

    public Func<IReadOnlyList<ResourceInput>, object>? ToLines { get; set; }

    public Func<object, object>? LinesOf { get; set; }

    public FieldModel Build(string textKey)
    {
        var clrType = Nullable.GetUnderlyingType(Type) ?? Type;
        var kind = Kind ?? KindOf(clrType);
        return new FieldModel
        {
            Name = Name,
            Kind = kind,
            ClrType = clrType,
            IsNullable = !Type.IsValueType || clrType != Type,
            TextKey = $"{textKey}.{char.ToUpperInvariant(Name[0])}{Name[1..]}",
            Read = Read,
            IsComputed = IsComputed,
            Reference = ReferenceTo is null ? null : new ReferenceModel(ReferenceTo, ReferenceLabel!, DependsOn),
            Input = Property is null ? null : BuildInput(Property),
            InList = InList,
            InListByDefault = InList && InListByDefault,
            InDetail = InDetail,
            InExport = InExport && Read is not null && kind is not FieldKind.Lines,
            IsSortable = IsSortable,
            Operators = IsFilter ? (Operators.Count > 0 ? [.. Operators] : OperatorsOf(kind)) : [],
            IsMainFilter = IsMainFilter,
            Total = Total,
            Permission = Permission,
            IsBadge = IsBadge || kind == FieldKind.Enum,
            Format = Format,
            IsInlineEditable = IsInline,
            Lines = Lines,
            ToLines = ToLines,
            LinesOf = LinesOf,
        };
    }

    private InputModel BuildInput(PropertyInfo property)
    {
        var checks = property.GetCustomAttributes<ValidationAttribute>(inherit: true).ToList();
        var range = checks.OfType<RangeAttribute>().FirstOrDefault();
        var limit = checks.OfType<StringLengthAttribute>().Select(x => (int?)x.MaximumLength)
            .Concat(checks.OfType<MaxLengthAttribute>().Select(x => (int?)x.Length)).FirstOrDefault();
        return new InputModel
        {
            PropertyName = property.Name,
            Get = Accessors.Getter(property),
            Set = Accessors.Setter(property),
            IsRequired = IsRequired ?? (checks.Any(x => x is RequiredAttribute) || IsDemanded(property)),
            MaxLength = limit,
            Min = range is null ? null : Convert.ToDecimal(range.Minimum, System.Globalization.CultureInfo.InvariantCulture),
            Max = range is null ? null : Convert.ToDecimal(range.Maximum, System.Globalization.CultureInfo.InvariantCulture),
            IsOnlyForCreation = IsOnlyForCreation,
            IsReadOnly = IsReadOnly,
            Default = Default,
            Tab = Tab,
            Checks = [.. checks.Where(x => x is not RequiredAttribute)],
        };
    }

    private static bool IsDemanded(PropertyInfo property) => property.PropertyType switch
    {
        { IsValueType: true } type => Nullable.GetUnderlyingType(type) is null && type != typeof(bool),
        var type => type == typeof(string) && new NullabilityInfoContext().Create(property).WriteState == NullabilityState.NotNull,
    };

    private FieldKind KindOf(Type type) => type switch
    {
        _ when ReferenceTo is not null => FieldKind.Lookup,
        _ when type == typeof(string) && Property?.GetCustomAttribute<EmailAddressAttribute>() is not null => FieldKind.Email,
        _ when type == typeof(string) && Property?.GetCustomAttribute<UrlAttribute>() is not null => FieldKind.Link,
        _ when type == typeof(string) || type == typeof(Uri) => FieldKind.Text,
        _ when type == typeof(bool) => FieldKind.Boolean,
        _ when type.IsEnum => FieldKind.Enum,
        _ when type == typeof(int) || type == typeof(long) || type == typeof(short) => FieldKind.Integer,
        _ when type == typeof(decimal) || type == typeof(double) => FieldKind.Decimal,
        _ when type == typeof(DateOnly) => FieldKind.Date,
        _ when type == typeof(DateTime) => FieldKind.DateTime,
        _ when type == typeof(TimeSpan) => FieldKind.TimeSpan,
        _ when type == typeof(Guid) => FieldKind.Id,
        _ when type.IsAssignableTo(typeof(IEnumerable<Guid>)) => FieldKind.Images,
        _ => FieldKind.Lines,
    };

    private IReadOnlyList<FilterOperator> OperatorsOf(FieldKind kind)
    {
        IReadOnlyList<FilterOperator> common = kind switch
        {
            FieldKind.Boolean => [FilterOperator.Eq],
            FieldKind.Enum => [FilterOperator.Eq, FilterOperator.Ne, FilterOperator.In, FilterOperator.NotIn],
            FieldKind.Integer or FieldKind.Decimal or FieldKind.Money or FieldKind.TimeSpan =>
                [FilterOperator.Eq, FilterOperator.Ge, FilterOperator.Le, FilterOperator.Gt, FilterOperator.Lt],
            FieldKind.Date or FieldKind.DateTime => [FilterOperator.Period, FilterOperator.Ge, FilterOperator.Le, FilterOperator.Gt, FilterOperator.Lt, FilterOperator.Eq],
            FieldKind.File or FieldKind.Image or FieldKind.Images or FieldKind.Lines => [],
            _ => [FilterOperator.Eq, FilterOperator.Ne, FilterOperator.In, FilterOperator.NotIn],
        };
        var mayBeEmpty = Nullable.GetUnderlyingType(Type) is not null || !Type.IsValueType;
        return mayBeEmpty ? [.. common, FilterOperator.Empty, FilterOperator.NotEmpty] : common;
    }
}

using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SaleAuto.DevPanel;

/// <summary>Which editor suits a column.</summary>
public enum ColumnKind
{
    Text,
    LongText,
    Whole,
    Fraction,
    Flag,
    Moment,
    Day,
    Guid,
    Choice,
    Json,
    Binary,
}

/// <summary>A column as the model maps it; shadow properties, owned types and JSON documents are columns like all others.</summary>
public sealed class ColumnInfo
{
    private const int LongestLine = 200;

    public ColumnInfo(IColumn column, IRelationalTypeMappingSource mappings, bool isKey)
    {
        var property = column.PropertyMappings.Count > 0 ? column.PropertyMappings[0].Property : null;
        Name = column.Name;
        Mapping = column.PropertyMappings.Count > 0 ? column.PropertyMappings[0].TypeMapping : mappings.FindMapping(typeof(string), column.StoreType)!;
        ModelType = Unwrap(property?.ClrType ?? typeof(string));
        StoredType = Unwrap(Mapping.Converter?.ProviderClrType ?? Mapping.ClrType);
        IsNullable = column.IsNullable;
        IsKey = isKey;
        IsSecret = !isKey && SecretColumns.Contains(property, Name);
        IsConcurrencyToken = property?.IsConcurrencyToken == true;
        IsGenerated = isKey && property?.ValueGenerated == ValueGenerated.OnAdd && StoredType != typeof(Guid);
        MaxLength = property?.GetMaxLength();
        IsJsonStore = column.StoreType is "json" or "jsonb" || property is null;
        Kind = Choose();
        IsSortable = !IsSecret && Kind is not (ColumnKind.LongText or ColumnKind.Json or ColumnKind.Binary)
            && (Kind != ColumnKind.Fraction || column.StoreType != "TEXT"); // SQLite keeps decimals as text, which sorts by letters
    }

    public string Name { get; }

    public RelationalTypeMapping Mapping { get; }

    /// <summary>Type of the property, without nullability.</summary>
    public Type ModelType { get; }

    /// <summary>Type of the values that the database hands out.</summary>
    public Type StoredType { get; }

    public ColumnKind Kind { get; }

    public bool IsNullable { get; }

    public bool IsKey { get; }

    /// <summary>Never shown, searched, filtered, sorted or edited.</summary>
    public bool IsSecret { get; }

    public bool IsConcurrencyToken { get; }

    /// <summary>The database makes the value of new rows.</summary>
    public bool IsGenerated { get; }

    public bool IsSortable { get; }

    public bool IsJsonStore { get; }

    public int? MaxLength { get; }

    /// <summary>Names that the column allows.</summary>
    public IReadOnlyList<string> Choices => ModelType.IsEnum ? Enum.GetNames(ModelType) : [];

    public ValueConverter? Converter => Mapping.Converter;

    /// <summary>Whether text is looked for in it.</summary>
    public bool IsSearched => !IsSecret && StoredType == typeof(string) && !IsJsonStore && Kind != ColumnKind.Choice;

    private ColumnKind Choose()
    {
        if (ModelType.IsEnum)
        {
            return ColumnKind.Choice;
        }
        if (StoredType == typeof(string))
        {
            var isDocument = IsJsonStore || (ModelType != typeof(string) && ModelType.IsClass) || ModelType.IsInterface;
            return isDocument ? ColumnKind.Json : MaxLength is > LongestLine or null ? ColumnKind.LongText : ColumnKind.Text;
        }
        return StoredType switch
        {
            var type when type == typeof(bool) => ColumnKind.Flag,
            var type when type == typeof(Guid) => ColumnKind.Guid,
            var type when type == typeof(DateTime) => ColumnKind.Moment,
            var type when type == typeof(DateOnly) => ColumnKind.Day,
            var type when type == typeof(byte[]) => ColumnKind.Binary,
            var type when type == typeof(decimal) || type == typeof(double) || type == typeof(float) => ColumnKind.Fraction,
            var type when type == typeof(int) || type == typeof(long) || type == typeof(short) || type == typeof(byte) => ColumnKind.Whole,
            var type when type == typeof(TimeOnly) || type == typeof(TimeSpan) || type == typeof(DateTimeOffset) => ColumnKind.Text,
            _ => ColumnKind.Json,
        };
    }

    private static Type Unwrap(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}

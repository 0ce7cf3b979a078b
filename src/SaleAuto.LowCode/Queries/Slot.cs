using System.Globalization;
using System.Linq.Expressions;

namespace SaleAuto.LowCode;

/// <summary>A value of a planned query that differs from run to run. While the query is planned it holds a mark by which its SQL parameter is recognised.</summary>
internal abstract class Slot
{
    public abstract Type Type { get; }

    public abstract object Mark { get; }

    /// <summary>Read by EF Core as a parameter.</summary>
    public abstract Expression Expression { get; }

    public static Slot Of(Type type, int number) => (Slot)Activator.CreateInstance(typeof(Slot<>).MakeGenericType(type), MarkOf(type, number))!;

    /// <summary>A slot with a value of its own, for a query that EF Core runs itself.</summary>
    public static Slot With(object value) => (Slot)Activator.CreateInstance(typeof(Slot<>).MakeGenericType(value.GetType()), value)!;

    private static object MarkOf(Type type, int number) => type switch
    {
        _ when type == typeof(string) => $"\u0001{number}\u0001",
        _ when type == typeof(Guid) => new Guid(number, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7),
        _ when type == typeof(int) => 1_900_000_000 + number,
        _ when type == typeof(long) => 1_900_000_000L + number,
        _ when type == typeof(short) => (short)(30_000 + number),
        _ when type == typeof(decimal) => 1_900_000_000.25m + number,
        _ when type == typeof(double) => 1_900_000_000.25 + number,
        _ when type == typeof(DateTime) => new DateTime(1971, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(number),
        _ when type == typeof(DateOnly) => new DateOnly(1971, 1, 1).AddDays(number),
        _ when type == typeof(TimeSpan) => TimeSpan.FromSeconds(7_000 + number),
        _ => throw new NotSupportedException(string.Create(CultureInfo.InvariantCulture, $"Values of type {type.Name} are not compared")),
    };
}

/// <inheritdoc />
internal sealed class Slot<T>(T value) : Slot
    where T : notnull
{
    public T Value { get; } = value;

    public override Type Type => typeof(T);

    public override object Mark => Value;

    public override Expression Expression => Expression.Property(Expression.Constant(this), nameof(Value));
}

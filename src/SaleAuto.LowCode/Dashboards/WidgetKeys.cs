using System.Linq.Expressions;

namespace SaleAuto.LowCode;

/// <summary>Expressions over the moment of a row: whether it lies in a range, and on which day of the company's zone.</summary>
internal static class WidgetKeys
{
    public static bool IsMoment(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var bare && (bare == typeof(DateTime) || bare == typeof(DateOnly));

    /// <summary>From the first day's beginning to before the last day's end.</summary>
    public static Expression IsWithin(Expression moment, DashboardRange range, TimeZoneInfo zone)
    {
        var (from, until) = Bounds(moment.Type, range, zone);
        return Expression.AndAlso(Expression.GreaterThanOrEqual(moment, from), Expression.LessThan(moment, until));
    }

    /// <summary>1 from the first day of the range, 0 before.</summary>
    public static Expression IsFrom(Expression moment, DashboardRange range, TimeZoneInfo zone) =>
        Expression.Condition(Expression.GreaterThanOrEqual(moment, Bounds(moment.Type, range, zone).From), Expression.Constant(1), Expression.Constant(0));

    /// <summary>The day as a number such as 20261122.</summary>
    public static Expression Day(Expression moment, DashboardRange range, TimeZoneInfo zone)
    {
        var value = Nullable.GetUnderlyingType(moment.Type) is null ? moment : Expression.Property(moment, "Value");
        var local = value.Type == typeof(DateTime) ? ToLocal(value, range, zone) : value;
        return Expression.Add(
            Expression.Add(Expression.Multiply(Expression.Property(local, "Year"), Expression.Constant(10_000)), Expression.Multiply(Expression.Property(local, "Month"), Expression.Constant(100))),
            Expression.Property(local, "Day"));
    }

    public static DateOnly ReadDay(int number) => new(number / 10_000, number / 100 % 100, number % 100);

    // The distance to UTC changes at most a few times in a range: a condition for each change.
    private static Expression ToLocal(Expression utc, DashboardRange range, TimeZoneInfo zone)
    {
        var add = typeof(DateTime).GetMethod(nameof(DateTime.AddMinutes))!;
        var offsets = new List<(DateTime Since, double Minutes)>();
        for (var at = Periods.StartOf(range.From, zone); at < Periods.StartOf(range.Until, zone); at = at.AddHours(1))
        {
            var minutes = zone.GetUtcOffset(at).TotalMinutes;
            if (offsets.Count == 0 || offsets[^1].Minutes != minutes)
            {
                offsets.Add((at, minutes));
            }
            if (!zone.SupportsDaylightSavingTime)
            {
                break;
            }
        }
        var local = Shifted(offsets[0].Minutes);
        foreach (var (since, minutes) in offsets.Skip(1))
        {
            local = Expression.Condition(Expression.GreaterThanOrEqual(utc, Value(since)), Shifted(minutes), local);
        }
        return local;

        Expression Shifted(double minutes) => Expression.Call(utc, add, Expression.Constant(minutes));
    }

    private static (Expression From, Expression Until) Bounds(Type type, DashboardRange range, TimeZoneInfo zone)
    {
        var isDay = (Nullable.GetUnderlyingType(type) ?? type) == typeof(DateOnly);
        var (from, until) = isDay ? (Value(range.From), Value(range.Until)) : (Value(Periods.StartOf(range.From, zone)), Value(Periods.StartOf(range.Until, zone)));
        return (Expression.Convert(from, type), Expression.Convert(until, type));
    }

    // As a parameter of the SQL, so that one plan serves all ranges.
    private static MemberExpression Value<T>(T value) => Expression.Property(Expression.Constant(new Box<T>(value)), nameof(Box<>.Content));

    private sealed record Box<T>(T Content);
}

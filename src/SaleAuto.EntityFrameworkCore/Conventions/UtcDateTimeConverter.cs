using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SaleAuto.Conventions;

/// <summary>Every instant in the database is UTC, to the microsecond that PostgreSQL keeps.</summary>
internal sealed class UtcDateTimeConverter() : ValueConverter<DateTime, DateTime>(
    v => Truncate(v.ToUniversalTime()),
    v => DateTime.SpecifyKind(v, DateTimeKind.Utc))
{
    private static DateTime Truncate(DateTime value) => new(value.Ticks / 10 * 10, DateTimeKind.Utc);
}

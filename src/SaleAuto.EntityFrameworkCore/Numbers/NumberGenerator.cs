using System.Data;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SaleAuto.Repositories;

namespace SaleAuto.Numbers;

/// <summary>Counts in the database. A series without gaps locks its row until the transaction ends.</summary>
internal sealed class NumberGenerator(SaleAutoDbContext db, IDatabaseDialect dialect) : INumberGenerator
{
    // The same on both databases; the row lock, or SQLite's one writer, makes takers wait for each other.
    private const string NextWithoutGaps = """
        INSERT INTO "NumberCounters" ("Series", "Value") VALUES (@series, 1)
        ON CONFLICT ("Series") DO UPDATE SET "Value" = "NumberCounters"."Value" + 1 RETURNING "Value"
        """;

    public async Task<string> NextAsync(NumberSeries series, CancellationToken cancellationToken)
    {
        var (prefix, withoutGaps) = series switch
        {
            NumberSeries.Lead => ("L", false),
            NumberSeries.Deal => ("D", false),
            NumberSeries.Car => ("A", false),
            NumberSeries.Contract => ("C", true),
            _ => throw new ArgumentOutOfRangeException(nameof(series)),
        };
        if (withoutGaps && db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException($"Numbers of {series} are counted inside a transaction");
        }
        var value = await ScalarAsync(withoutGaps ? NextWithoutGaps : dialect.NextNumberSql, series, cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}-{value:D6}");
    }

    private async Task<long> ScalarAsync(string sql, NumberSeries series, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            command.CommandType = CommandType.Text;
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@series";
            parameter.Value = series.ToString();
            command.Parameters.Add(parameter);
            return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}

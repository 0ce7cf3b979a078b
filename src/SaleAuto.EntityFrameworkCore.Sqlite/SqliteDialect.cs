using Microsoft.Data.Sqlite;
using SaleAuto.Repositories;

namespace SaleAuto;

internal sealed class SqliteDialect : IDatabaseDialect
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int UniqueViolation = 2067;
    private const int PrimaryKeyViolation = 1555;

    // SQLite has one writer: counting inside the transaction costs nothing.
    public string NextNumberSql => """
        INSERT INTO "NumberCounters" ("Series", "Value") VALUES (@series, 1)
        ON CONFLICT ("Series") DO UPDATE SET "Value" = "Value" + 1 RETURNING "Value"
        """;

    public string SkipLocked => "";

    public string? TakeTurnSql => null;

    public bool IsConflict(Exception failure) => failure is SqliteException sqlite
        && (sqlite.SqliteErrorCode is Busy or Locked || sqlite.SqliteExtendedErrorCode is UniqueViolation or PrimaryKeyViolation);
}

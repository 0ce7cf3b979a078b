using Npgsql;
using SaleAuto.Repositories;

namespace SaleAuto;

internal sealed class PostgreSqlDialect : IDatabaseDialect
{
    // A sequence of the server gives unique numbers without a lock.
    public string NextNumberSql => """SELECT nextval(('"Numbers_' || @series || '"')::regclass)""";

    public string SkipLocked => "FOR UPDATE SKIP LOCKED";

    public string TakeTurnSql => "SELECT pg_advisory_xact_lock(hashtextextended({0}, 0))";

    public bool IsConflict(Exception failure) => failure is PostgresException
    {
        SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
    };
}

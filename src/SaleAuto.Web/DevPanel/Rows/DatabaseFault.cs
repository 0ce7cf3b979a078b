using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace SaleAuto.DevPanel;

/// <summary>Why the database refused a change.</summary>
/// <param name="Text">Key of the text that says it.</param>
/// <param name="Where">Constraint or column, as the database names it.</param>
public sealed record DatabaseFault(string Text, string? Where)
{
    private const int SqliteConstraint = 19;
    private const int Unique = 2067;
    private const int PrimaryKey = 1555;
    private const int ForeignKey = 787;
    private const int NotNull = 1299;
    private const int Check = 275;
    private const int Trigger = 1811;

    public static DatabaseFault Of(DbException refusal) => refusal switch
    {
        PostgresException postgres => new(Name(postgres.SqlState), postgres.ConstraintName ?? postgres.ColumnName),
        SqliteException { SqliteErrorCode: SqliteConstraint } sqlite => new(Name(sqlite.SqliteExtendedErrorCode), AfterColon(sqlite.Message)),
        _ => new("Refused.Other", null),
    };

    private static string Name(string state) => state switch
    {
        PostgresErrorCodes.UniqueViolation => "Refused.Unique",
        PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.RestrictViolation => "Refused.Reference",
        PostgresErrorCodes.NotNullViolation => "Refused.Required",
        PostgresErrorCodes.CheckViolation => "Refused.Check",
        PostgresErrorCodes.StringDataRightTruncation => "Refused.TooLong",
        PostgresErrorCodes.RaiseException => "Refused.AppendOnly",
        PostgresErrorCodes.NumericValueOutOfRange => "Refused.OutOfRange",
        _ => "Refused.Other",
    };

    private static string Name(int code) => code switch
    {
        Unique or PrimaryKey => "Refused.Unique",
        ForeignKey => "Refused.Reference",
        NotNull => "Refused.Required",
        Check => "Refused.Check",
        Trigger => "Refused.AppendOnly",
        _ => "Refused.Other",
    };

    // SQLite Error 19: 'UNIQUE constraint failed: Leads.Number'.
    private static string? AfterColon(string message) =>
        message.LastIndexOf(": ", StringComparison.Ordinal) is var colon and > 0 && message.Contains("failed: ", StringComparison.Ordinal)
            ? message[(colon + 2)..].TrimEnd('.', '\'')
            : null;
}

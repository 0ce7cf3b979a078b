using Microsoft.EntityFrameworkCore.Migrations;

namespace SaleAuto;

/// <summary>Tables that the database itself refuses to rewrite. A later migration that rebuilds such a table must guard it again.</summary>
internal static class AppendOnly
{
    /// <summary>From now on rows of the table are only added.</summary>
    public static void Guard(MigrationBuilder migration, string table)
    {
        foreach (var change in new[] { "UPDATE", "DELETE" })
        {
            migration.Sql($"""
                CREATE TRIGGER "{table}_No{change}" BEFORE {change} ON "{table}" BEGIN SELECT RAISE(ABORT, 'Rows of {table} are only added'); END;
                """);
        }
    }

    /// <summary>Columns that are reckoned from the others, such as a search text, may be filled afterwards; those named here stay as they were written.</summary>
    public static void LetFillAllBut(MigrationBuilder migration, string table, params string[] columns)
    {
        var names = string.Join(", ", columns.Select(c => $"\"{c}\""));
        migration.Sql($"""DROP TRIGGER "{table}_NoUPDATE";""");
        migration.Sql($"""
            CREATE TRIGGER "{table}_NoUPDATE" BEFORE UPDATE OF {names} ON "{table}" BEGIN SELECT RAISE(ABORT, 'Rows of {table} are only added'); END;
            """);
    }

    /// <summary>Takes <see cref="LetFillAllBut"/> back.</summary>
    public static void LetNothingFill(MigrationBuilder migration, string table)
    {
        migration.Sql($"""DROP TRIGGER "{table}_NoUPDATE";""");
        migration.Sql($"""
            CREATE TRIGGER "{table}_NoUPDATE" BEFORE UPDATE ON "{table}" BEGIN SELECT RAISE(ABORT, 'Rows of {table} are only added'); END;
            """);
    }
}

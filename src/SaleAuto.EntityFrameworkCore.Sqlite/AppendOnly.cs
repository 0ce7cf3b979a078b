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
}

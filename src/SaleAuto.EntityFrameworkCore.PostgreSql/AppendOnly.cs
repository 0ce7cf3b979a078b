using Microsoft.EntityFrameworkCore.Migrations;

namespace SaleAuto;

/// <summary>Tables that the database itself refuses to rewrite.</summary>
internal static class AppendOnly
{
    /// <summary>From now on rows of the table are only added.</summary>
    public static void Guard(MigrationBuilder migration, string table)
    {
        migration.Sql($"""
            CREATE FUNCTION "{table}_AppendOnly"() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION 'Rows of {table} are only added';
            END $$;
            """);
        migration.Sql($"""
            CREATE TRIGGER "{table}_AppendOnly" BEFORE UPDATE OR DELETE ON "{table}" FOR EACH ROW EXECUTE FUNCTION "{table}_AppendOnly"();
            CREATE TRIGGER "{table}_NoTruncate" BEFORE TRUNCATE ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION "{table}_AppendOnly"();
            """);
    }

    /// <summary>Columns that are reckoned from the others, such as a search text, may be filled afterwards; all others stay as they were written.</summary>
    public static void LetFill(MigrationBuilder migration, string table, params string[] columns)
    {
        var names = string.Join(", ", columns.Select(c => $"'{c}'"));
        migration.Sql($"""
            DROP TRIGGER "{table}_AppendOnly" ON "{table}";
            CREATE TRIGGER "{table}_AppendOnly" BEFORE DELETE ON "{table}" FOR EACH ROW EXECUTE FUNCTION "{table}_AppendOnly"();
            CREATE TRIGGER "{table}_NoUpdate" BEFORE UPDATE ON "{table}" FOR EACH ROW
                WHEN (to_jsonb(OLD) - ARRAY[{names}] IS DISTINCT FROM to_jsonb(NEW) - ARRAY[{names}]) EXECUTE FUNCTION "{table}_AppendOnly"();
            """);
    }

    /// <summary>Takes <see cref="LetFill"/> back.</summary>
    public static void LetNothingFill(MigrationBuilder migration, string table) => migration.Sql($"""
        DROP TRIGGER "{table}_NoUpdate" ON "{table}";
        DROP TRIGGER "{table}_AppendOnly" ON "{table}";
        CREATE TRIGGER "{table}_AppendOnly" BEFORE UPDATE OR DELETE ON "{table}" FOR EACH ROW EXECUTE FUNCTION "{table}_AppendOnly"();
        """);

    /// <summary>Takes the guard away; the triggers went with the table.</summary>
    public static void Unguard(MigrationBuilder migration, string table) => migration.Sql($"""DROP FUNCTION "{table}_AppendOnly"()""");
}

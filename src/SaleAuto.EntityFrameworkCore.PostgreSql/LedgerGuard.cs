using Microsoft.EntityFrameworkCore.Migrations;

namespace SaleAuto;

/// <summary>What the database itself refuses in the books, whoever asks.</summary>
internal static class LedgerGuard
{
    /// <summary>Rows are only added, never on a closed day, and what takes an entry back mirrors it.</summary>
    public static void Guard(MigrationBuilder migration)
    {
        AppendOnly.Guard(migration, "LedgerEntries");
        AppendOnly.Guard(migration, "PeriodClosings");
        migration.Sql("""
            CREATE FUNCTION "LedgerEntries_Check"() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF NEW."Day" <= (SELECT MAX("ClosedThrough") FROM "PeriodClosings") THEN
                    RAISE EXCEPTION 'The period is closed';
                END IF;
                IF NEW."ReversesId" IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM "LedgerEntries" AS e
                    WHERE e."Id" = NEW."ReversesId" AND e."ReversesId" IS NULL
                        AND e."DocumentType" = NEW."DocumentType" AND e."DocumentId" = NEW."DocumentId" AND e."Kind" = NEW."Kind" AND e."Kopecks" = NEW."Kopecks"
                        AND e."CarId" IS NOT DISTINCT FROM NEW."CarId"
                        AND e."DebitAccount" = NEW."CreditAccount" AND e."DebitOwnerId" IS NOT DISTINCT FROM NEW."CreditOwnerId"
                        AND e."CreditAccount" = NEW."DebitAccount" AND e."CreditOwnerId" IS NOT DISTINCT FROM NEW."DebitOwnerId") THEN
                    RAISE EXCEPTION 'What takes an entry back mirrors it';
                END IF;
                RETURN NEW;
            END $$;
            """);
        migration.Sql("""
            CREATE TRIGGER "LedgerEntries_Check" BEFORE INSERT ON "LedgerEntries" FOR EACH ROW EXECUTE FUNCTION "LedgerEntries_Check"();
            """);
        migration.Sql("""
            CREATE FUNCTION "PeriodClosings_Forward"() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF NEW."ClosedThrough" <= (SELECT MAX("ClosedThrough") FROM "PeriodClosings") THEN
                    RAISE EXCEPTION 'Periods are closed forward only';
                END IF;
                RETURN NEW;
            END $$;
            """);
        migration.Sql("""
            CREATE TRIGGER "PeriodClosings_Forward" BEFORE INSERT ON "PeriodClosings" FOR EACH ROW EXECUTE FUNCTION "PeriodClosings_Forward"();
            """);
    }

    /// <summary>No entry comes into a day whose balances were carried forward.</summary>
    public static void GuardCarriedDays(MigrationBuilder migration)
    {
        migration.Sql("""
            CREATE FUNCTION "LedgerEntries_NotCarried"() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF NEW."Day" <= (SELECT MAX("Day") FROM "CarriedBalances") THEN
                    RAISE EXCEPTION 'The balances of that day are carried forward';
                END IF;
                RETURN NEW;
            END $$;
            """);
        migration.Sql("""
            CREATE TRIGGER "LedgerEntries_NotCarried" BEFORE INSERT ON "LedgerEntries" FOR EACH ROW EXECUTE FUNCTION "LedgerEntries_NotCarried"();
            """);
    }

    /// <summary>Takes <see cref="GuardCarriedDays"/> back.</summary>
    public static void UnguardCarriedDays(MigrationBuilder migration) => migration.Sql("""DROP FUNCTION "LedgerEntries_NotCarried"() CASCADE;""");

    /// <summary>Takes the guards away.</summary>
    public static void Unguard(MigrationBuilder migration)
    {
        foreach (var guard in new[] { "LedgerEntries_AppendOnly", "PeriodClosings_AppendOnly", "LedgerEntries_Check", "PeriodClosings_Forward" })
        {
            migration.Sql($"""DROP FUNCTION "{guard}"() CASCADE;""");
        }
    }
}

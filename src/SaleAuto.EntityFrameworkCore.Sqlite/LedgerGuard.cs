using Microsoft.EntityFrameworkCore.Migrations;

namespace SaleAuto;

/// <summary>What the database itself refuses in the books, whoever asks. A later migration that rebuilds the table must guard it again.</summary>
internal static class LedgerGuard
{
    /// <summary>Rows are only added, never on a closed day, and what takes an entry back mirrors it.</summary>
    public static void Guard(MigrationBuilder migration)
    {
        AppendOnly.Guard(migration, "LedgerEntries");
        AppendOnly.Guard(migration, "PeriodClosings");
        migration.Sql("""
            CREATE TRIGGER "LedgerEntries_OpenPeriod" BEFORE INSERT ON "LedgerEntries"
            WHEN NEW."Day" <= (SELECT MAX("ClosedThrough") FROM "PeriodClosings")
            BEGIN SELECT RAISE(ABORT, 'The period is closed'); END;
            """);
        migration.Sql("""
            CREATE TRIGGER "LedgerEntries_Mirror" BEFORE INSERT ON "LedgerEntries"
            WHEN NEW."ReversesId" IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM "LedgerEntries" AS e
                WHERE e."Id" = NEW."ReversesId" AND e."ReversesId" IS NULL
                    AND e."DocumentType" = NEW."DocumentType" AND e."DocumentId" = NEW."DocumentId" AND e."Kind" = NEW."Kind" AND e."Kopecks" = NEW."Kopecks" AND e."CarId" IS NEW."CarId"
                    AND e."DebitAccount" = NEW."CreditAccount" AND e."DebitOwnerId" IS NEW."CreditOwnerId"
                    AND e."CreditAccount" = NEW."DebitAccount" AND e."CreditOwnerId" IS NEW."DebitOwnerId")
            BEGIN SELECT RAISE(ABORT, 'What takes an entry back mirrors it'); END;
            """);
        migration.Sql("""
            CREATE TRIGGER "PeriodClosings_Forward" BEFORE INSERT ON "PeriodClosings"
            WHEN NEW."ClosedThrough" <= (SELECT MAX("ClosedThrough") FROM "PeriodClosings")
            BEGIN SELECT RAISE(ABORT, 'Periods are closed forward only'); END;
            """);
    }

    /// <summary>No entry comes into a day whose balances were carried forward.</summary>
    public static void GuardCarriedDays(MigrationBuilder migration) => migration.Sql("""
        CREATE TRIGGER "LedgerEntries_NotCarried" BEFORE INSERT ON "LedgerEntries"
        WHEN NEW."Day" <= (SELECT MAX("Day") FROM "CarriedBalances")
        BEGIN SELECT RAISE(ABORT, 'The balances of that day are carried forward'); END;
        """);

    /// <summary>Takes <see cref="GuardCarriedDays"/> back.</summary>
    public static void UnguardCarriedDays(MigrationBuilder migration) => migration.Sql("""DROP TRIGGER "LedgerEntries_NotCarried";""");

    /// <summary>Takes the guards away.</summary>
    public static void Unguard(MigrationBuilder migration)
    {
        foreach (var guard in new[] { "LedgerEntries_NoUPDATE", "LedgerEntries_NoDELETE", "PeriodClosings_NoUPDATE", "PeriodClosings_NoDELETE", "LedgerEntries_OpenPeriod", "LedgerEntries_Mirror", "PeriodClosings_Forward" })
        {
            migration.Sql($"""DROP TRIGGER "{guard}";""");
        }
    }
}

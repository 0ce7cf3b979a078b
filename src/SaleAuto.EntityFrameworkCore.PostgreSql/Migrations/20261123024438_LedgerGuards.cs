using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SaleAuto.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class LedgerGuards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What was there before the books: entered expenses count, and a sale that was paid was paid at once.
            migrationBuilder.Sql("UPDATE \"Expenses\" SET \"Status\" = 'Posted', \"DecidedAt\" = NULL WHERE \"Status\" = ''");
            migrationBuilder.Sql("""
                UPDATE "Expenses" SET "PaidFromId" = uuid '01890000-0000-7000-8000-00000000ca51' WHERE "Id" IN (SELECT "Id" FROM "ReimbursedExpenses")
                """);
            migrationBuilder.DropTable("ReimbursedExpenses");
            migrationBuilder.Sql("""
                UPDATE "Deals" SET "PaymentPlaceId" = uuid '01890000-0000-7000-8000-00000000ca52' WHERE "PaidAt" IS NOT NULL AND "PaymentMethod" <> 'Cash'
                """);
            migrationBuilder.Sql("""
                UPDATE "Cars" SET "BuyoutPrice" = -"BuyoutPrice" WHERE "DealId" IN (SELECT "Id" FROM "Deals" WHERE "PaymentDirection" = 'ClientToCompany')
                """);
            migrationBuilder.Sql("UPDATE \"Resales\" SET \"PaidAmount\" = \"Amount\" WHERE \"Status\" IN ('Received', 'Distributed')");
            migrationBuilder.Sql("""
                INSERT INTO "ResaleReceipts" ("Id", "ResaleId", "Amount", "Method", "PlaceId", "HolderId", "At", "Key")
                SELECT "Id", "Id", "Amount", "Method",
                    CASE WHEN "Method" = 'Cash' THEN NULL ELSE uuid '01890000-0000-7000-8000-00000000ca52' END, CASE WHEN "Method" = 'Cash' THEN "SellerId" END, "ReceivedAt", 'whole'
                FROM "Resales" WHERE "Status" IN ('Received', 'Distributed') AND "Id" NOT IN (SELECT "ResaleId" FROM "ResaleReceipts")
                """);

            LedgerGuard.Guard(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            LedgerGuard.Unguard(migrationBuilder);
        }
    }
}

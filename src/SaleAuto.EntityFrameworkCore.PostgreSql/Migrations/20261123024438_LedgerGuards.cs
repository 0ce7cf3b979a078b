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
            migrationBuilder.Sql("UPDATE \"Expenses\" SET \"Status\" = 'Posted', \"DecidedAt\" = NULL");
            migrationBuilder.Sql("UPDATE \"Resales\" SET \"PaidAmount\" = \"Amount\" WHERE \"Status\" IN ('Received', 'Distributed')");
            migrationBuilder.Sql("""
                INSERT INTO "ResaleReceipts" ("Id", "ResaleId", "Amount", "Method", "PlaceId", "HolderId", "At", "Key")
                SELECT "Id", "Id", "Amount", "Method",
                    CASE WHEN "Method" = 'Cash' THEN NULL ELSE uuid '01890000-0000-7000-8000-00000000ca52' END, CASE WHEN "Method" = 'Cash' THEN "SellerId" END, "ReceivedAt", 'whole'
                FROM "Resales" WHERE "Status" IN ('Received', 'Distributed')
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

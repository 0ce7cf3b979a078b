using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SaleAuto.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class OwnerFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_LedgerEntries_Kind_Day",
                table: "LedgerEntries");

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMessages_Failed",
                table: "OutgoingMessages",
                column: "CreatedAt",
                filter: "\"Status\" = 'Failed'");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_Kind_Day_CreditAccount_Kopecks",
                table: "LedgerEntries",
                columns: new[] { "Kind", "Day", "CreditAccount", "Kopecks" });

            migrationBuilder.CreateIndex(
                name: "IX_Deals_LeadId_CreationTime",
                table: "Deals",
                columns: new[] { "LeadId", "CreationTime" });

            migrationBuilder.CreateIndex(
                name: "IX_CallTasks_Kind_PromisedAt",
                table: "CallTasks",
                columns: new[] { "Kind", "PromisedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_OutgoingMessages_Failed",
                table: "OutgoingMessages");

            migrationBuilder.DropIndex(
                name: "IX_LedgerEntries_Kind_Day_CreditAccount_Kopecks",
                table: "LedgerEntries");

            migrationBuilder.DropIndex(
                name: "IX_Deals_LeadId_CreationTime",
                table: "Deals");

            migrationBuilder.DropIndex(
                name: "IX_CallTasks_Kind_PromisedAt",
                table: "CallTasks");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_Kind_Day",
                table: "LedgerEntries",
                columns: new[] { "Kind", "Day" });
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SaleAuto.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class GuardedSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "GuardedSearchText",
                table: "OutgoingMessages",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "GuardedSearchText",
                table: "Leads",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "GuardedSearchText",
                table: "Clients",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "GuardedSearchText",
                table: "AuditEntries",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SearchText",
                table: "AuditEntries",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            AppendOnly.LetFillAllBut(
                migrationBuilder, "AuditEntries",
                "Id", "At", "ActorKind", "ActorId", "ActorName", "Action", "TargetType", "TargetId", "TargetVersion", "Changes", "Note", "Address", "CorrelationId", "OperationId");
            foreach (var table in new[] { "Leads", "Clients", "OutgoingMessages" })
            {
                migrationBuilder.Sql($"""UPDATE "{table}" SET "SearchText" = NULL;"""); // filled anew in two parts after the start
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            AppendOnly.LetNothingFill(migrationBuilder, "AuditEntries");

            migrationBuilder.DropColumn(
                name: "GuardedSearchText",
                table: "OutgoingMessages");

            migrationBuilder.DropColumn(
                name: "GuardedSearchText",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "GuardedSearchText",
                table: "Clients");

            migrationBuilder.DropColumn(
                name: "GuardedSearchText",
                table: "AuditEntries");

            migrationBuilder.DropColumn(
                name: "SearchText",
                table: "AuditEntries");
        }
    }
}

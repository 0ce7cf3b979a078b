using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SaleAuto.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class GuardedSearchAndMessageTexts : Migration
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
                name: "Text",
                table: "OutgoingMessages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "GuardedSearchText",
                table: "Leads",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "OriginId",
                table: "Comments",
                type: "TEXT",
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

            migrationBuilder.CreateTable(
                name: "ExportRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StaffId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Total = table.Column<long>(type: "INTEGER", nullable: false),
                    Written = table.Column<int>(type: "INTEGER", nullable: false),
                    IsFinished = table.Column<bool>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExportRuns", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ExportRuns_ChangedAt",
                table: "ExportRuns",
                column: "ChangedAt");

            AppendOnly.LetFillAllBut(
                migrationBuilder, "AuditEntries",
                "Id", "At", "ActorKind", "ActorId", "ActorName", "Action", "TargetType", "TargetId", "TargetVersion", "Changes", "Note", "Address", "CorrelationId", "OperationId");
            foreach (var table in new[] { "Leads", "Clients", "OutgoingMessages" })
            {
                migrationBuilder.Sql($"""UPDATE "{table}" SET "SearchText" = NULL;"""); // filled anew in two parts after the start
            }

            // Messages written before: what is no secret stands in the body.
            migrationBuilder.Sql("""
                UPDATE "OutgoingMessages" SET "Text" = json_extract("Body", '$.text') WHERE NOT "IsSecret" AND "Body" <> '';
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            AppendOnly.LetNothingFill(migrationBuilder, "AuditEntries");

            migrationBuilder.DropTable(
                name: "ExportRuns");

            migrationBuilder.DropColumn(
                name: "GuardedSearchText",
                table: "OutgoingMessages");

            migrationBuilder.DropColumn(
                name: "Text",
                table: "OutgoingMessages");

            migrationBuilder.DropColumn(
                name: "GuardedSearchText",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "OriginId",
                table: "Comments");

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

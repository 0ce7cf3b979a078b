using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SaleAuto.PostgreSql.Migrations
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
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Text",
                table: "OutgoingMessages",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "GuardedSearchText",
                table: "Leads",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "OriginId",
                table: "Comments",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "GuardedSearchText",
                table: "Clients",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "GuardedSearchText",
                table: "AuditEntries",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SearchText",
                table: "AuditEntries",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ExportRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StaffId = table.Column<Guid>(type: "uuid", nullable: true),
                    Total = table.Column<long>(type: "bigint", nullable: false),
                    Written = table.Column<int>(type: "integer", nullable: false),
                    IsFinished = table.Column<bool>(type: "boolean", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExportRuns", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMessages_GuardedSearchText",
                table: "OutgoingMessages",
                column: "GuardedSearchText")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "IX_Leads_GuardedSearchText",
                table: "Leads",
                column: "GuardedSearchText")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "IX_Clients_GuardedSearchText",
                table: "Clients",
                column: "GuardedSearchText")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_GuardedSearchText",
                table: "AuditEntries",
                column: "GuardedSearchText")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_SearchText",
                table: "AuditEntries",
                column: "SearchText")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "IX_ExportRuns_ChangedAt",
                table: "ExportRuns",
                column: "ChangedAt");

            AppendOnly.LetFill(migrationBuilder, "AuditEntries", "SearchText", "GuardedSearchText");
            foreach (var table in new[] { "Leads", "Clients", "OutgoingMessages" })
            {
                migrationBuilder.Sql($"""UPDATE "{table}" SET "SearchText" = NULL;"""); // filled anew in two parts after the start
            }

            // Messages written before: what is no secret stands in the body.
            migrationBuilder.Sql("""
                UPDATE "OutgoingMessages" SET "Text" = "Body"::jsonb ->> 'text' WHERE NOT "IsSecret" AND "Body" <> '';
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            AppendOnly.LetNothingFill(migrationBuilder, "AuditEntries");

            migrationBuilder.DropTable(
                name: "ExportRuns");

            migrationBuilder.DropIndex(
                name: "IX_OutgoingMessages_GuardedSearchText",
                table: "OutgoingMessages");

            migrationBuilder.DropIndex(
                name: "IX_Leads_GuardedSearchText",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_Clients_GuardedSearchText",
                table: "Clients");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_GuardedSearchText",
                table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_SearchText",
                table: "AuditEntries");

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

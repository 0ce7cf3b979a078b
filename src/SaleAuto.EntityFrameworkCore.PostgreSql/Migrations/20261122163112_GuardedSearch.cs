using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SaleAuto.PostgreSql.Migrations
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
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "GuardedSearchText",
                table: "Leads",
                type: "character varying(1000)",
                maxLength: 1000,
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

            AppendOnly.LetFill(migrationBuilder, "AuditEntries", "SearchText", "GuardedSearchText");
            foreach (var table in new[] { "Leads", "Clients", "OutgoingMessages" })
            {
                migrationBuilder.Sql($"""UPDATE "{table}" SET "SearchText" = NULL;"""); // filled anew in two parts after the start
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            AppendOnly.LetNothingFill(migrationBuilder, "AuditEntries");

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

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SaleAuto.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class ConsentTexts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Language",
                table: "Consents",
                type: "character varying(2)",
                maxLength: 2,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ConsentTextVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Label = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    EnglishLabel = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    EnglishText = table.Column<string>(type: "text", nullable: false),
                    PublishedById = table.Column<Guid>(type: "uuid", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsentTextVersions", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ConsentTextVersions_Kind_Number",
                table: "ConsentTextVersions",
                columns: new[] { "Kind", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ConsentTextVersions");

            migrationBuilder.DropColumn(
                name: "Language",
                table: "Consents");
        }
    }
}

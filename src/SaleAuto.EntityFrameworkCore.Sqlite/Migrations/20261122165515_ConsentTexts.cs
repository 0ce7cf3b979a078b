using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SaleAuto.Sqlite.Migrations
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
                type: "TEXT",
                maxLength: 2,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ConsentTextVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    EnglishLabel = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    EnglishText = table.Column<string>(type: "TEXT", nullable: false),
                    PublishedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
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

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace SaleAuto.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Ledger : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Paid back by the company, not out of the spender's pocket: the books need to know once the column is gone.
            migrationBuilder.Sql("CREATE TABLE \"ReimbursedExpenses\" AS SELECT \"Id\" FROM \"Expenses\" WHERE \"IsReimbursed\"");

            migrationBuilder.DropColumn(
                name: "IsReimbursed",
                table: "Expenses");

            migrationBuilder.RenameColumn(
                name: "ReimbursedAt",
                table: "Expenses",
                newName: "DecidedAt");

            migrationBuilder.AddColumn<bool>(
                name: "IsDepositKept",
                table: "Resales",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<decimal>(
                name: "PaidAmount",
                table: "Resales",
                type: "numeric(18,4)",
                precision: 18,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<Guid>(
                name: "DecidedById",
                table: "Expenses",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DecisionReason",
                table: "Expenses",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PaidFromId",
                table: "Expenses",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Status",
                table: "Expenses",
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "PaymentPlaceId",
                table: "Deals",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PaidFromId",
                table: "Cars",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ReopenedAt",
                table: "Cars",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReopeningReason",
                table: "Cars",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CashPlaces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    IsUsual = table.Column<bool>(type: "boolean", nullable: false),
                    IsActive = table.Column<bool>(type: "boolean", nullable: false),
                    SearchText = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreationTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CreatorId = table.Column<Guid>(type: "uuid", nullable: true),
                    LastModificationTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LastModifierId = table.Column<Guid>(type: "uuid", nullable: true),
                    IsDeleted = table.Column<bool>(type: "boolean", nullable: false),
                    DeletionTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DeleterId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CashPlaces", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LedgerEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    PostedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    DebitAccount = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    DebitOwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    CreditAccount = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    CreditOwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kopecks = table.Column<long>(type: "bigint", nullable: false),
                    CarId = table.Column<Guid>(type: "uuid", nullable: true),
                    DocumentType = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    DocumentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Line = table.Column<int>(type: "integer", nullable: false),
                    ReversesId = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerEntries", x => x.Id);
                    table.CheckConstraint("CK_LedgerEntries_CreditOwner", "(\"CreditOwnerId\" IS NULL) = (\"CreditAccount\" IN ('Company', 'Reserve', 'Capital', 'Costs'))");
                    table.CheckConstraint("CK_LedgerEntries_DebitOwner", "(\"DebitOwnerId\" IS NULL) = (\"DebitAccount\" IN ('Company', 'Reserve', 'Capital', 'Costs'))");
                    table.CheckConstraint("CK_LedgerEntries_Kopecks", "\"Kopecks\" > 0");
                    table.CheckConstraint("CK_LedgerEntries_TwoAccounts", "\"DebitAccount\" <> \"CreditAccount\" OR COALESCE(\"DebitOwnerId\" <> \"CreditOwnerId\", FALSE)");
                    table.ForeignKey(
                        name: "FK_LedgerEntries_Cars_CarId",
                        column: x => x.CarId,
                        principalTable: "Cars",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LedgerEntries_LedgerEntries_ReversesId",
                        column: x => x.ReversesId,
                        principalTable: "LedgerEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PeriodClosings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ClosedThrough = table.Column<DateOnly>(type: "date", nullable: false),
                    ClosedById = table.Column<Guid>(type: "uuid", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeriodClosings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PeriodClosings_Staff_ClosedById",
                        column: x => x.ClosedById,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CashOperations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Amount = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: false),
                    PlaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    ToPlaceId = table.Column<Guid>(type: "uuid", nullable: true),
                    StaffId = table.Column<Guid>(type: "uuid", nullable: true),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    EvidenceFileId = table.Column<Guid>(type: "uuid", nullable: true),
                    ReversedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReversalReason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreationTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CreatorId = table.Column<Guid>(type: "uuid", nullable: true),
                    LastModificationTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LastModifierId = table.Column<Guid>(type: "uuid", nullable: true),
                    IsDeleted = table.Column<bool>(type: "boolean", nullable: false),
                    DeletionTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DeleterId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CashOperations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CashOperations_CashPlaces_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "CashPlaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CashOperations_CashPlaces_ToPlaceId",
                        column: x => x.ToPlaceId,
                        principalTable: "CashPlaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CashOperations_Staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ResaleReceipts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ResaleId = table.Column<Guid>(type: "uuid", nullable: false),
                    Amount = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: false),
                    Method = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    PlaceId = table.Column<Guid>(type: "uuid", nullable: true),
                    HolderId = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResaleReceipts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ResaleReceipts_CashPlaces_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "CashPlaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ResaleReceipts_Resales_ResaleId",
                        column: x => x.ResaleId,
                        principalTable: "Resales",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ResaleReceipts_Staff_HolderId",
                        column: x => x.HolderId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "CashPlaces",
                columns: new[] { "Id", "CreationTime", "CreatorId", "DeleterId", "DeletionTime", "IsActive", "IsDeleted", "IsUsual", "Kind", "LastModificationTime", "LastModifierId", "Name", "SearchText", "Version" },
                values: new object[,]
                {
                    { new Guid("01890000-0000-7000-8000-00000000ca51"), new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, null, null, true, false, true, "Safe", null, null, "Сейф", "сейф", 1L },
                    { new Guid("01890000-0000-7000-8000-00000000ca52"), new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, null, null, true, false, true, "Bank", null, null, "Расчётный счёт", "расчётный счёт", 1L }
                });

            migrationBuilder.CreateIndex(
                name: "IX_Expenses_PaidFromId",
                table: "Expenses",
                column: "PaidFromId");

            migrationBuilder.CreateIndex(
                name: "IX_Expenses_Status_SpentOn",
                table: "Expenses",
                columns: new[] { "Status", "SpentOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Deals_PaymentPlaceId",
                table: "Deals",
                column: "PaymentPlaceId");

            migrationBuilder.CreateIndex(
                name: "IX_Cars_LeftAt",
                table: "Cars",
                column: "LeftAt");

            migrationBuilder.CreateIndex(
                name: "IX_Cars_PaidFromId",
                table: "Cars",
                column: "PaidFromId");

            migrationBuilder.CreateIndex(
                name: "IX_CashOperations_Day_Id",
                table: "CashOperations",
                columns: new[] { "Day", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CashOperations_Kind_Day",
                table: "CashOperations",
                columns: new[] { "Kind", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_CashOperations_PlaceId_Day",
                table: "CashOperations",
                columns: new[] { "PlaceId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_CashOperations_StaffId_Day",
                table: "CashOperations",
                columns: new[] { "StaffId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_CashOperations_ToPlaceId",
                table: "CashOperations",
                column: "ToPlaceId");

            migrationBuilder.CreateIndex(
                name: "IX_CashPlaces_Name",
                table: "CashPlaces",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CashPlaces_OneUsual",
                table: "CashPlaces",
                column: "Kind",
                unique: true,
                filter: "\"IsUsual\"");

            migrationBuilder.CreateIndex(
                name: "IX_CashPlaces_SearchText",
                table: "CashPlaces",
                column: "SearchText")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_CarId_Kind",
                table: "LedgerEntries",
                columns: new[] { "CarId", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_CreditAccount_CreditOwnerId_Day_Kopecks",
                table: "LedgerEntries",
                columns: new[] { "CreditAccount", "CreditOwnerId", "Day", "Kopecks" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_Day_PostedAt",
                table: "LedgerEntries",
                columns: new[] { "Day", "PostedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_DebitAccount_DebitOwnerId_Day_Kopecks",
                table: "LedgerEntries",
                columns: new[] { "DebitAccount", "DebitOwnerId", "Day", "Kopecks" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_DocumentId_DocumentType_Revision_Line",
                table: "LedgerEntries",
                columns: new[] { "DocumentId", "DocumentType", "Revision", "Line" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_Kind_Day",
                table: "LedgerEntries",
                columns: new[] { "Kind", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_ReversesId",
                table: "LedgerEntries",
                column: "ReversesId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PeriodClosings_ClosedById",
                table: "PeriodClosings",
                column: "ClosedById");

            migrationBuilder.CreateIndex(
                name: "IX_PeriodClosings_ClosedThrough",
                table: "PeriodClosings",
                column: "ClosedThrough",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ResaleReceipts_At",
                table: "ResaleReceipts",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_ResaleReceipts_HolderId",
                table: "ResaleReceipts",
                column: "HolderId");

            migrationBuilder.CreateIndex(
                name: "IX_ResaleReceipts_PlaceId",
                table: "ResaleReceipts",
                column: "PlaceId");

            migrationBuilder.CreateIndex(
                name: "IX_ResaleReceipts_ResaleId_Key",
                table: "ResaleReceipts",
                columns: new[] { "ResaleId", "Key" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Cars_CashPlaces_PaidFromId",
                table: "Cars",
                column: "PaidFromId",
                principalTable: "CashPlaces",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Deals_CashPlaces_PaymentPlaceId",
                table: "Deals",
                column: "PaymentPlaceId",
                principalTable: "CashPlaces",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Expenses_CashPlaces_PaidFromId",
                table: "Expenses",
                column: "PaidFromId",
                principalTable: "CashPlaces",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Cars_CashPlaces_PaidFromId",
                table: "Cars");

            migrationBuilder.DropForeignKey(
                name: "FK_Deals_CashPlaces_PaymentPlaceId",
                table: "Deals");

            migrationBuilder.DropForeignKey(
                name: "FK_Expenses_CashPlaces_PaidFromId",
                table: "Expenses");

            migrationBuilder.DropTable(
                name: "CashOperations");

            migrationBuilder.DropTable(
                name: "LedgerEntries");

            migrationBuilder.DropTable(
                name: "PeriodClosings");

            migrationBuilder.DropTable(
                name: "ResaleReceipts");

            migrationBuilder.DropTable(
                name: "CashPlaces");

            migrationBuilder.DropIndex(
                name: "IX_Expenses_PaidFromId",
                table: "Expenses");

            migrationBuilder.DropIndex(
                name: "IX_Expenses_Status_SpentOn",
                table: "Expenses");

            migrationBuilder.DropIndex(
                name: "IX_Deals_PaymentPlaceId",
                table: "Deals");

            migrationBuilder.DropIndex(
                name: "IX_Cars_LeftAt",
                table: "Cars");

            migrationBuilder.DropIndex(
                name: "IX_Cars_PaidFromId",
                table: "Cars");

            migrationBuilder.DropColumn(
                name: "IsDepositKept",
                table: "Resales");

            migrationBuilder.DropColumn(
                name: "PaidAmount",
                table: "Resales");

            migrationBuilder.DropColumn(
                name: "DecidedById",
                table: "Expenses");

            migrationBuilder.DropColumn(
                name: "DecisionReason",
                table: "Expenses");

            migrationBuilder.DropColumn(
                name: "PaidFromId",
                table: "Expenses");

            migrationBuilder.DropColumn(
                name: "Status",
                table: "Expenses");

            migrationBuilder.DropColumn(
                name: "PaymentPlaceId",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "PaidFromId",
                table: "Cars");

            migrationBuilder.DropColumn(
                name: "ReopenedAt",
                table: "Cars");

            migrationBuilder.DropColumn(
                name: "ReopeningReason",
                table: "Cars");

            migrationBuilder.RenameColumn(
                name: "DecidedAt",
                table: "Expenses",
                newName: "ReimbursedAt");

            migrationBuilder.AddColumn<bool>(
                name: "IsReimbursed",
                table: "Expenses",
                type: "boolean",
                nullable: false,
                defaultValue: false);
        }
    }
}

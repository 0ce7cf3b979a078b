using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SaleAuto.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SellersDay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "EvidenceKey",
                table: "Expenses",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Key",
                table: "Expenses",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "AcceptedAt",
                table: "Deals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "AgreedPrice",
                table: "Deals",
                type: "TEXT",
                precision: 18,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Approval",
                table: "Deals",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<Guid>(
                name: "ApprovalById",
                table: "Deals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ApprovalNote",
                table: "Deals",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "ApprovalPrice",
                table: "Deals",
                type: "TEXT",
                precision: 18,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "AssignedAt",
                table: "Deals",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<DateTime>(
                name: "CompletedAt",
                table: "Deals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Condition",
                table: "Deals",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Escalation",
                table: "Deals",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<DateTime>(
                name: "InspectedAt",
                table: "Deals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Make",
                table: "Deals",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MileageKm",
                table: "Deals",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Model",
                table: "Deals",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "OnTheWayAt",
                table: "Deals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "PaidAmount",
                table: "Deals",
                type: "TEXT",
                precision: 18,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "PaidAt",
                table: "Deals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PaymentDirection",
                table: "Deals",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PaymentEvidenceFileId",
                table: "Deals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PaymentMethod",
                table: "Deals",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "PriceChange",
                table: "Deals",
                type: "TEXT",
                precision: 18,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "ProposedPrice",
                table: "Deals",
                type: "TEXT",
                precision: 18,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RemindAt",
                table: "Deals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "RemindedMinutes",
                table: "Deals",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SignedAt",
                table: "Deals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StatusBeforeRequest",
                table: "Deals",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Vin",
                table: "Deals",
                type: "TEXT",
                maxLength: 17,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Year",
                table: "Deals",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DealDefects",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DealId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    EstimatedCost = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    PhotoId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DealDefects", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DealDefects_Deals_DealId",
                        column: x => x.DealId,
                        principalTable: "Deals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DealDocuments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DealId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SourceKey = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DealDocuments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DealDocuments_Deals_DealId",
                        column: x => x.DealId,
                        principalTable: "Deals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DealPhotos",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DealId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Shot = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SourceKey = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DealPhotos", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DealPhotos_Deals_DealId",
                        column: x => x.DealId,
                        principalTable: "Deals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DealPriceLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DealId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RateCode = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Amount = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: false),
                    IsAddition = table.Column<bool>(type: "INTEGER", nullable: false),
                    PhotoId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DealPriceLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DealPriceLines_Deals_DealId",
                        column: x => x.DealId,
                        principalTable: "Deals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DealTransitions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DealId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    To = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    StaffId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DealTransitions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DealTransitions_Deals_DealId",
                        column: x => x.DealId,
                        principalTable: "Deals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReassignmentRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DealId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromSellerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    RequestedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    TakenById = table.Column<Guid>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LookAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Alarms = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreationTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LastModificationTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastModifierId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeletionTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeleterId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReassignmentRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReassignmentRequests_Deals_DealId",
                        column: x => x.DealId,
                        principalTable: "Deals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReassignmentRequests_Staff_FromSellerId",
                        column: x => x.FromSellerId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReassignmentComments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReassignmentComments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReassignmentComments_ReassignmentRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "ReassignmentRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReassignmentOpinions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Vote = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReassignmentOpinions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReassignmentOpinions_ReassignmentRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "ReassignmentRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Expenses_CarId_Key",
                table: "Expenses",
                columns: new[] { "CarId", "Key" },
                unique: true,
                filter: "\"Key\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Deals_CompletedAt",
                table: "Deals",
                column: "CompletedAt",
                filter: "\"CompletedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Deals_RemindAt",
                table: "Deals",
                column: "RemindAt",
                filter: "\"RemindAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_DealDefects_DealId_At",
                table: "DealDefects",
                columns: new[] { "DealId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_DealDefects_DealId_Key",
                table: "DealDefects",
                columns: new[] { "DealId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DealDocuments_DealId_At",
                table: "DealDocuments",
                columns: new[] { "DealId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_DealDocuments_DealId_SourceKey",
                table: "DealDocuments",
                columns: new[] { "DealId", "SourceKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DealPhotos_DealId_At",
                table: "DealPhotos",
                columns: new[] { "DealId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_DealPhotos_DealId_SourceKey",
                table: "DealPhotos",
                columns: new[] { "DealId", "SourceKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DealPriceLines_DealId_At",
                table: "DealPriceLines",
                columns: new[] { "DealId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_DealPriceLines_DealId_Key",
                table: "DealPriceLines",
                columns: new[] { "DealId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DealTransitions_At",
                table: "DealTransitions",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_DealTransitions_DealId_At",
                table: "DealTransitions",
                columns: new[] { "DealId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ReassignmentComments_RequestId_At",
                table: "ReassignmentComments",
                columns: new[] { "RequestId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ReassignmentComments_RequestId_Key",
                table: "ReassignmentComments",
                columns: new[] { "RequestId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReassignmentOpinions_RequestId_StaffId",
                table: "ReassignmentOpinions",
                columns: new[] { "RequestId", "StaffId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReassignmentRequests_DealId_RequestedAt",
                table: "ReassignmentRequests",
                columns: new[] { "DealId", "RequestedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReassignmentRequests_FromSellerId",
                table: "ReassignmentRequests",
                column: "FromSellerId");

            migrationBuilder.CreateIndex(
                name: "IX_ReassignmentRequests_LookAt",
                table: "ReassignmentRequests",
                column: "LookAt",
                filter: "\"LookAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ReassignmentRequests_OneOpenPerDeal",
                table: "ReassignmentRequests",
                column: "DealId",
                unique: true,
                filter: "\"Status\" IN ('Open', 'Escalated') AND NOT \"IsDeleted\"");

            migrationBuilder.CreateIndex(
                name: "IX_ReassignmentRequests_RequestedAt",
                table: "ReassignmentRequests",
                column: "RequestedAt");

            // Deals planned before this version: given to their sellers when they were planned, and looked at by the reminders at once.
            migrationBuilder.Sql("""
                UPDATE "Deals" SET "AssignedAt" = "CreationTime";
                """);
            migrationBuilder.Sql("""
                UPDATE "Deals" SET "RemindAt" = "CreationTime" WHERE "Status" IN ('Assigned', 'Accepted', 'ReassignRequested');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DealDefects");

            migrationBuilder.DropTable(
                name: "DealDocuments");

            migrationBuilder.DropTable(
                name: "DealPhotos");

            migrationBuilder.DropTable(
                name: "DealPriceLines");

            migrationBuilder.DropTable(
                name: "DealTransitions");

            migrationBuilder.DropTable(
                name: "ReassignmentComments");

            migrationBuilder.DropTable(
                name: "ReassignmentOpinions");

            migrationBuilder.DropTable(
                name: "ReassignmentRequests");

            migrationBuilder.DropIndex(
                name: "IX_Expenses_CarId_Key",
                table: "Expenses");

            migrationBuilder.DropIndex(
                name: "IX_Deals_CompletedAt",
                table: "Deals");

            migrationBuilder.DropIndex(
                name: "IX_Deals_RemindAt",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "EvidenceKey",
                table: "Expenses");

            migrationBuilder.DropColumn(
                name: "Key",
                table: "Expenses");

            migrationBuilder.DropColumn(
                name: "AcceptedAt",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "AgreedPrice",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "Approval",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "ApprovalById",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "ApprovalNote",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "ApprovalPrice",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "AssignedAt",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "CompletedAt",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "Condition",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "Escalation",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "InspectedAt",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "Make",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "MileageKm",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "Model",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "OnTheWayAt",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "PaidAmount",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "PaidAt",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "PaymentDirection",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "PaymentEvidenceFileId",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "PaymentMethod",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "PriceChange",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "ProposedPrice",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "RemindAt",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "RemindedMinutes",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "SignedAt",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "StatusBeforeRequest",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "Vin",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "Year",
                table: "Deals");
        }
    }
}

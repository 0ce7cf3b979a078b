using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SaleAuto.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SalesWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ConditionsExplainedAt",
                table: "Leads",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NameKey",
                table: "Leads",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "NamedPrice",
                table: "Leads",
                type: "TEXT",
                precision: 18,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StatusBeforeMerge",
                table: "Leads",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StatusBeforeWork",
                table: "Leads",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "After",
                table: "LeadHistory",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Before",
                table: "LeadHistory",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Field",
                table: "LeadHistory",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Escalation",
                table: "CallTasks",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "MergedFromLeadId",
                table: "CallTasks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RemindAt",
                table: "CallTasks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Reminders",
                table: "CallTasks",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "ResponsibleId",
                table: "CallTasks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "WasMissed",
                table: "CallTasks",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "CallAttempts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallTaskId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LeadId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ManagerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    WasLate = table.Column<bool>(type: "INTEGER", nullable: false),
                    Learned = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
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
                    table.PrimaryKey("PK_CallAttempts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CallAttempts_CallTasks_CallTaskId",
                        column: x => x.CallTaskId,
                        principalTable: "CallTasks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CallAttempts_Leads_LeadId",
                        column: x => x.LeadId,
                        principalTable: "Leads",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Deals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    LeadId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SellerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ManagerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallTaskId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    StartsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Latitude = table.Column<decimal>(type: "TEXT", precision: 9, scale: 6, nullable: true),
                    Longitude = table.Column<decimal>(type: "TEXT", precision: 9, scale: 6, nullable: true),
                    OfferLow = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    OfferHigh = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    RejectionReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    RejectedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
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
                    table.PrimaryKey("PK_Deals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Deals_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deals_Leads_LeadId",
                        column: x => x.LeadId,
                        principalTable: "Leads",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deals_Staff_SellerId",
                        column: x => x.SellerId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Cars",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    DealId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SellerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Make = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Model = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Vin = table.Column<string>(type: "TEXT", maxLength: 17, nullable: true),
                    Plate = table.Column<string>(type: "TEXT", maxLength: 9, nullable: true),
                    MileageKm = table.Column<int>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    BoughtAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    BuyoutPrice = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: false),
                    AskingPrice = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    LeftAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
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
                    table.PrimaryKey("PK_Cars", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Cars_Deals_DealId",
                        column: x => x.DealId,
                        principalTable: "Deals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Cars_Staff_SellerId",
                        column: x => x.SellerId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Expenses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CarId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SpentById = table.Column<Guid>(type: "TEXT", nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Amount = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: false),
                    SpentOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    EvidenceFileId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsReimbursed = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReimbursedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("PK_Expenses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Expenses_Cars_CarId",
                        column: x => x.CarId,
                        principalTable: "Cars",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Expenses_Staff_SpentById",
                        column: x => x.SpentById,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Resales",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CarId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SellerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Amount = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: false),
                    Method = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("PK_Resales", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Resales_Cars_CarId",
                        column: x => x.CarId,
                        principalTable: "Cars",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Resales_Staff_SellerId",
                        column: x => x.SellerId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Leads_ConfirmedAt",
                table: "Leads",
                column: "ConfirmedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_JoinedLeadId",
                table: "Leads",
                column: "JoinedLeadId",
                filter: "\"JoinedLeadId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_NameKey_CreationTime",
                table: "Leads",
                columns: new[] { "NameKey", "CreationTime" });

            migrationBuilder.CreateIndex(
                name: "IX_Leads_Plate",
                table: "Leads",
                column: "Plate");

            migrationBuilder.CreateIndex(
                name: "IX_CallTasks_ManagerId",
                table: "CallTasks",
                column: "ManagerId");

            migrationBuilder.CreateIndex(
                name: "IX_CallTasks_RemindAt",
                table: "CallTasks",
                column: "RemindAt",
                filter: "\"RemindAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CallAttempts_At",
                table: "CallAttempts",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_CallAttempts_CallTaskId",
                table: "CallAttempts",
                column: "CallTaskId");

            migrationBuilder.CreateIndex(
                name: "IX_CallAttempts_LeadId_At",
                table: "CallAttempts",
                columns: new[] { "LeadId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_CallAttempts_ManagerId_At",
                table: "CallAttempts",
                columns: new[] { "ManagerId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Cars_BoughtAt",
                table: "Cars",
                column: "BoughtAt");

            migrationBuilder.CreateIndex(
                name: "IX_Cars_DealId",
                table: "Cars",
                column: "DealId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Cars_Number",
                table: "Cars",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Cars_Plate",
                table: "Cars",
                column: "Plate");

            migrationBuilder.CreateIndex(
                name: "IX_Cars_SellerId_BoughtAt",
                table: "Cars",
                columns: new[] { "SellerId", "BoughtAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Cars_Status_BoughtAt",
                table: "Cars",
                columns: new[] { "Status", "BoughtAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Cars_Vin",
                table: "Cars",
                column: "Vin");

            migrationBuilder.CreateIndex(
                name: "IX_Deals_CallTaskId",
                table: "Deals",
                column: "CallTaskId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deals_ClientId",
                table: "Deals",
                column: "ClientId");

            migrationBuilder.CreateIndex(
                name: "IX_Deals_Number",
                table: "Deals",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deals_OneOpenPerLead",
                table: "Deals",
                column: "LeadId",
                unique: true,
                filter: "\"Status\" NOT IN ('Completed', 'RejectedByClient', 'RejectedBySeller') AND NOT \"IsDeleted\"");

            migrationBuilder.CreateIndex(
                name: "IX_Deals_SellerId_StartsAt",
                table: "Deals",
                columns: new[] { "SellerId", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Deals_StartsAt",
                table: "Deals",
                column: "StartsAt");

            migrationBuilder.CreateIndex(
                name: "IX_Deals_Status_StartsAt",
                table: "Deals",
                columns: new[] { "Status", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Expenses_CarId_SpentOn",
                table: "Expenses",
                columns: new[] { "CarId", "SpentOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Expenses_SpentById_SpentOn",
                table: "Expenses",
                columns: new[] { "SpentById", "SpentOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Expenses_SpentOn",
                table: "Expenses",
                column: "SpentOn");

            migrationBuilder.CreateIndex(
                name: "IX_Resales_OneOpenPerCar",
                table: "Resales",
                column: "CarId",
                unique: true,
                filter: "\"Status\" <> 'Cancelled' AND NOT \"IsDeleted\"");

            migrationBuilder.CreateIndex(
                name: "IX_Resales_ReceivedAt",
                table: "Resales",
                column: "ReceivedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Resales_SellerId_CreationTime",
                table: "Resales",
                columns: new[] { "SellerId", "CreationTime" });

            migrationBuilder.CreateIndex(
                name: "IX_Resales_Status_CreationTime",
                table: "Resales",
                columns: new[] { "Status", "CreationTime" });

            // Calls that were promised before are reminded of as well.
            migrationBuilder.Sql("UPDATE \"CallTasks\" SET \"RemindAt\" = \"DueAt\" WHERE \"Status\" = 'Pending'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CallAttempts");

            migrationBuilder.DropTable(
                name: "Expenses");

            migrationBuilder.DropTable(
                name: "Resales");

            migrationBuilder.DropTable(
                name: "Cars");

            migrationBuilder.DropTable(
                name: "Deals");

            migrationBuilder.DropIndex(
                name: "IX_Leads_ConfirmedAt",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_Leads_JoinedLeadId",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_Leads_NameKey_CreationTime",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_Leads_Plate",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_CallTasks_ManagerId",
                table: "CallTasks");

            migrationBuilder.DropIndex(
                name: "IX_CallTasks_RemindAt",
                table: "CallTasks");

            migrationBuilder.DropColumn(
                name: "ConditionsExplainedAt",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "NameKey",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "NamedPrice",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "StatusBeforeMerge",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "StatusBeforeWork",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "After",
                table: "LeadHistory");

            migrationBuilder.DropColumn(
                name: "Before",
                table: "LeadHistory");

            migrationBuilder.DropColumn(
                name: "Field",
                table: "LeadHistory");

            migrationBuilder.DropColumn(
                name: "Escalation",
                table: "CallTasks");

            migrationBuilder.DropColumn(
                name: "MergedFromLeadId",
                table: "CallTasks");

            migrationBuilder.DropColumn(
                name: "RemindAt",
                table: "CallTasks");

            migrationBuilder.DropColumn(
                name: "Reminders",
                table: "CallTasks");

            migrationBuilder.DropColumn(
                name: "ResponsibleId",
                table: "CallTasks");

            migrationBuilder.DropColumn(
                name: "WasMissed",
                table: "CallTasks");
        }
    }
}

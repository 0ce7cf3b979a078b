using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SaleAuto.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Distribution : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DistributionPolicies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    InForceFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SwitchedOnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SwitchedOnById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Loss = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Rules = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
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
                    table.PrimaryKey("PK_DistributionPolicies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Distributions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CarId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ResaleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    PolicyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PolicyNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    SoldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DaysInStock = table.Column<int>(type: "INTEGER", nullable: false),
                    ResaleAmount = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: false),
                    Profit = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: false),
                    ComputedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ApprovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ApprovedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReversedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReversedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReversalReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
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
                    table.PrimaryKey("PK_Distributions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Distributions_Cars_CarId",
                        column: x => x.CarId,
                        principalTable: "Cars",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Distributions_DistributionPolicies_PolicyId",
                        column: x => x.PolicyId,
                        principalTable: "DistributionPolicies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Distributions_Resales_ResaleId",
                        column: x => x.ResaleId,
                        principalTable: "Resales",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DistributionLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DistributionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    RulePlace = table.Column<int>(type: "INTEGER", nullable: true),
                    Share = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    StaffId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Measure = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Value = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: false),
                    Base = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: false),
                    Amount = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DistributionLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DistributionLines_Distributions_DistributionId",
                        column: x => x.DistributionId,
                        principalTable: "Distributions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DistributionLines_Staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DistributionLines_DistributionId_Place",
                table: "DistributionLines",
                columns: new[] { "DistributionId", "Place" });

            migrationBuilder.CreateIndex(
                name: "IX_DistributionLines_StaffId",
                table: "DistributionLines",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_DistributionPolicies_InForceFrom_Number",
                table: "DistributionPolicies",
                columns: new[] { "InForceFrom", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_DistributionPolicies_Number",
                table: "DistributionPolicies",
                column: "Number",
                unique: true,
                filter: "NOT \"IsDeleted\"");

            migrationBuilder.CreateIndex(
                name: "IX_DistributionPolicies_OneDraft",
                table: "DistributionPolicies",
                column: "Status",
                unique: true,
                filter: "\"Status\" = 'Draft' AND NOT \"IsDeleted\"");

            migrationBuilder.CreateIndex(
                name: "IX_Distributions_CarId_ComputedAt",
                table: "Distributions",
                columns: new[] { "CarId", "ComputedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Distributions_OneLivePerCar",
                table: "Distributions",
                column: "CarId",
                unique: true,
                filter: "\"Status\" <> 'Reversed' AND NOT \"IsDeleted\"");

            migrationBuilder.CreateIndex(
                name: "IX_Distributions_PolicyId",
                table: "Distributions",
                column: "PolicyId");

            migrationBuilder.CreateIndex(
                name: "IX_Distributions_ResaleId",
                table: "Distributions",
                column: "ResaleId");

            migrationBuilder.CreateIndex(
                name: "IX_Distributions_SoldOn",
                table: "Distributions",
                column: "SoldOn");

            migrationBuilder.CreateIndex(
                name: "IX_Distributions_Status_SoldOn",
                table: "Distributions",
                columns: new[] { "Status", "SoldOn" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DistributionLines");

            migrationBuilder.DropTable(
                name: "Distributions");

            migrationBuilder.DropTable(
                name: "DistributionPolicies");
        }
    }
}

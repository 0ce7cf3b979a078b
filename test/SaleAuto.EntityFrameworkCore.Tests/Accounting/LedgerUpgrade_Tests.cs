using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SaleAuto.Expenses;
using SaleAuto.Resales;
using SaleAuto.Staff;

namespace SaleAuto.Accounting;

/// <summary>A company that worked before there were books: what it did is posted when they are opened.</summary>
public abstract class LedgerUpgrade_Tests(TestDatabase database)
{
    private const string BeforeTheBooks = "PictureThumbnails";

    [Fact]
    public async Task Should_Open_The_Books_With_What_Happened_Before()
    {
        await using var app = new TestApplication(database);
        var (seller, car, paidBack, ownMoney, resale) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await app.InDatabaseAsync(async db =>
        {
            db.Add(new StaffMember(seller, "veteran", "Иван Старожилов"));
            await db.SaveChangesAsync();
            return await MoveAsync(db, BeforeTheBooks);
        });
        await app.InDatabaseAsync(async db =>
        {
            var (now, day) = (app.Clock.Now, DateOnly.FromDateTime(app.Clock.Now));
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO "Cars" ("Id", "Number", "SellerId", "Make", "Model", "Year", "MileageKm", "BoughtAt", "BuyoutPrice", "Status", "LeftAt", "Version", "CreationTime", "IsDeleted")
                VALUES ({car}, 'A-000777', {seller}, 'Kia', 'Rio', 2018, 80000, {now}, {600_000m}, 'Sold', {now}, 1, {now}, {false})
                """);
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO "Expenses" ("Id", "CarId", "SpentById", "Category", "Amount", "SpentOn", "IsReimbursed", "ReimbursedAt", "Version", "CreationTime", "IsDeleted")
                VALUES ({paidBack}, {car}, {seller}, 'Repair', {20_000m}, {day}, {true}, {now}, 1, {now}, {false}), ({ownMoney}, {car}, {seller}, 'Parts', {5_000m}, {day}, {false}, NULL, 1, {now}, {false})
                """);
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO "Resales" ("Id", "CarId", "SellerId", "Amount", "Method", "Status", "ReceivedAt", "Version", "CreationTime", "IsDeleted")
                VALUES ({resale}, {car}, {seller}, {700_000m}, 'BankTransfer', 'Received', {now}, 1, {now}, {false})
                """);
            return await MoveAsync(db, null);
        });

        for (var start = 0; start < 2; start++) // the books are opened once
        {
            await app.RunAsync((DatabaseMigrator migrator) => migrator.MigrateAsync(withDemo: false, default));
        }

        (await BalanceAsync(app, LedgerAccountRef.Advance(seller))).ShouldBe(-5_000); // what was paid back is owed no more
        (await BalanceAsync(app, LedgerAccountRef.CashPlace(CashPlace.SafeId))).ShouldBe(-20_000);
        (await BalanceAsync(app, LedgerAccountRef.CashPlace(CashPlace.BankId))).ShouldBe(700_000);
        (await BalanceAsync(app, LedgerAccountRef.Stock(car))).ShouldBe(0);
        (await BalanceAsync(app, LedgerAccountRef.CarProfit(car))).ShouldBe(-75_000);
        (await app.InDatabaseAsync(db => db.Set<Expense>().Select(x => x.Status).Distinct().ToListAsync())).ShouldBe([ExpenseStatus.Posted]);
        (await app.InDatabaseAsync(db => db.Set<Resale>().SingleAsync())).RestAmount.ShouldBe(0);
    }

    private static async Task<bool> MoveAsync(SaleAutoDbContext db, string? target)
    {
        await db.GetService<IMigrator>().MigrateAsync(target);
        return true;
    }

    private static Task<decimal> BalanceAsync(TestApplication app, LedgerAccountRef account) => app.RunAsync((ILedgerRepository ledger) => ledger.GetBalanceAsync(account, default));
}

public sealed class LedgerUpgrade_OnSqlite_Tests(SqliteDatabase database) : LedgerUpgrade_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class LedgerUpgrade_OnPostgreSql_Tests(PostgreSqlDatabase database) : LedgerUpgrade_Tests(database), IClassFixture<PostgreSqlDatabase>;

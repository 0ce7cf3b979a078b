using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SaleAuto.Staff;

namespace SaleAuto.Benchmarks.Reports;

/// <summary>Five years of trade, written by the database itself: a request, a call, a deal, a car, five expenses, a sale and ten entries of the books for each car.</summary>
internal static class BooksOfYears
{
    private const int Years = 5;
    private const int Sellers = 10;

    private static readonly string[] _tables = ["Leads", "CallTasks", "Valuations", "Deals", "Cars", "Expenses", "Resales", "LedgerEntries"];

    /// <summary>The last day of it.</summary>
    public static DateOnly LastDay => DateOnly.FromDateTime(DateTime.UtcNow);

    /// <summary>Writes it; constraints are not looked at, the rows keep them.</summary>
    public static async Task WriteAsync(SaleAutoDbContext db, int cars, CancellationToken cancellationToken)
    {
        var isSqlite = db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal);
        db.Database.SetCommandTimeout(1800);
        await db.Database.OpenConnectionAsync(cancellationToken);
        await RunAsync(isSqlite ? "PRAGMA foreign_keys = OFF" : "SET session_replication_role = replica");
        await RunAsync(isSqlite ? "CREATE TEMP TABLE n (i INTEGER PRIMARY KEY)" : "CREATE TEMP TABLE n (i bigint PRIMARY KEY)");
        await RunAsync(isSqlite ? $"WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < {cars}) INSERT INTO n SELECT i FROM s" : $"INSERT INTO n SELECT generate_series(1, {cars})");
        for (var person = 0; person < Sellers; person++)
        {
            db.Add(new StaffMember(Guid.Parse($"00000009-0000-7000-8000-{person:x12}"), $"seller{person}", $"Продавец {person}"));
        }
        await db.SaveChangesAsync(cancellationToken);
        foreach (var statement in Statements(isSqlite, cars))
        {
            await RunAsync(statement);
        }
        foreach (var table in _tables)
        {
            await RunAsync($"ANALYZE \"{table}\"");
        }
        await db.Database.CloseConnectionAsync();

        Task<int> RunAsync(string sql) => db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), cancellationToken);
    }

    private static IEnumerable<string> Statements(bool isSqlite, int cars)
    {
        var first = LastDay.AddYears(-Years);
        var perDay = string.Create(CultureInfo.InvariantCulture, $"(i * {LastDay.DayNumber - first.DayNumber} / {cars})");
        var left = $"({perDay} + 5 + i * 7919 % 60)";
        var isSold = $"({left} < {LastDay.DayNumber - first.DayNumber})";

        string Id(int kind, string number) => isSqlite
            ? $"printf('%08X-0000-7000-8000-%012X', {kind}, {number})"
            : $"(lpad(to_hex({kind}), 8, '0') || '-0000-7000-8000-' || lpad(to_hex({number}), 12, '0'))::uuid";
        string Day(string day) => isSqlite ? $"date('{first:yyyy-MM-dd}', {day} || ' days')" : $"(date '{first:yyyy-MM-dd}' + ({day})::int)";
        string At(string day, string hour = "12:00:00") => isSqlite ? $"(date('{first:yyyy-MM-dd}', {day} || ' days') || ' {hour}')" : $"((date '{first:yyyy-MM-dd}' + ({day})::int)::timestamp + time '{hour}') at time zone 'UTC'";
        string Pick(string number, params string[] texts) => $"CASE {number} % {texts.Length} " + string.Concat(texts.Select((text, place) => $"WHEN {place} THEN '{text}' ")) + "END";
        string Flag(bool value) => isSqlite ? value ? "1" : "0" : value ? "true" : "false";
        var (seller, manager) = (Id(9, $"i % {Sellers}"), Id(9, "0"));
        var cost = "(60000000 + i * 31 % 40000000)"; // kopecks
        string Roubles(string kopecks) => isSqlite ? $"printf('%d.0', {kopecks} / 100)" : $"({kopecks} / 100)::numeric";

        yield return $"""
            INSERT INTO "Leads" ("Id", "Number", "Kind", "Status", "Phone", "Name", "Plate", "Opinion", "Source", "Version", "CreationTime", "ConfirmedAt", "IsDeleted")
            SELECT {Id(1, "i")}, 'L-' || i, 'Buyout', 'Won', '+7900' || (1000000 + i), 'Клиент', 'А001ВС77', 'Accepted', {Pick("i", "Search", "Classifieds", "Friends", "Other")}, 1, {At(perDay, "08:00:00")}, {At(perDay, "08:01:00")}, {Flag(false)} FROM n
            """;
        yield return $"""
            INSERT INTO "CallTasks" ("Id", "LeadId", "Kind", "Status", "PromisedAt", "DueAt", "TakenAt", "ManagerId", "WasMissed", "Reminders", "Escalation", "Version", "CreationTime", "IsDeleted")
            SELECT {Id(2, "i")}, {Id(1, "i")}, {Pick("i", "FirstCall", "FirstCall", "Callback")}, 'Succeeded', {At(perDay, "08:01:00")}, {At(perDay, "08:06:00")}, {At(perDay, "08:04:00")}, {manager}, {Flag(false)}, 0, 'None', 1, {At(perDay)}, {Flag(false)} FROM n
            """;
        yield return $"""
            INSERT INTO "Valuations" ("Id", "LeadId", "Status", "RequestedAt", "DueAt", "Attempts", "Version", "MarketMedian", "MarketLow", "MarketHigh")
            SELECT {Id(3, "i")}, {Id(1, "i")}, 'Ready', {At(perDay)}, {At(perDay)}, 1, 1, {Roubles($"({cost} * 5 / 4 + i % 7000000)")}, {Roubles(cost)}, {Roubles($"({cost} * 3 / 2)")} FROM n
            """;
        yield return $"""
            INSERT INTO "Deals" ("Id", "Number", "LeadId", "ClientId", "SellerId", "ManagerId", "Status", "StartsAt", "EndsAt", "AssignedAt", "CompletedAt", "TimeZone", "Address", "Approval", "Escalation", "PriceChange", "OfferLow", "OfferHigh", "AgreedPrice", "Version", "CreationTime", "IsDeleted")
            SELECT {Id(4, "i")}, 'D-' || i, {Id(1, "i")}, {Id(8, "i")}, {seller}, {manager}, 'Completed', {At(perDay)}, {At(perDay)}, {At(perDay)}, {At(perDay)}, 'Europe/Moscow', 'Москва', 'None', 'None', {Roubles("0")}, {Roubles(cost)}, {Roubles($"({cost} + 1000000)")}, {Roubles(cost)}, 1, {At(perDay)}, {Flag(false)} FROM n
            """;
        yield return $"""
            INSERT INTO "Cars" ("Id", "Number", "DealId", "SellerId", "Make", "Model", "Year", "MileageKm", "BoughtAt", "BuyoutPrice", "Status", "LeftAt", "Version", "CreationTime", "IsDeleted")
            SELECT {Id(5, "i")}, 'A-' || i, {Id(4, "i")}, {seller}, 'Kia', 'Rio', 2018, 90000, {At(perDay)}, {Roubles(cost)}, CASE WHEN {isSold} THEN 'Sold' ELSE 'Ready' END, CASE WHEN {isSold} THEN {At(left)} END, 1, {At(perDay)}, {Flag(false)} FROM n
            """;
        yield return $"""
            INSERT INTO "Resales" ("Id", "CarId", "SellerId", "Amount", "PaidAmount", "Method", "Status", "ReceivedAt", "IsDepositKept", "Version", "CreationTime", "IsDeleted")
            SELECT {Id(6, "i")}, {Id(5, "i")}, {seller}, {Roubles($"({cost} * 5 / 4)")}, {Roubles($"({cost} * 5 / 4)")}, 'Cash', 'Received', {At(left)}, {Flag(false)}, 1, {At(left)}, {Flag(false)} FROM n WHERE {isSold}
            """;
        yield return Entry(1, "Buyout", "DealPayments", Id(4, "i"), "Advance", seller, cost, perDay, "Deal", Id(4, "i"), "1 = 1");
        yield return Entry(2, "IntoStock", "Stock", Id(5, "i"), "DealPayments", Id(4, "i"), cost, perDay, "Car", Id(5, "i"), "1 = 1");
        for (var expense = 0; expense < 5; expense++)
        {
            yield return $"""
                INSERT INTO "Expenses" ("Id", "CarId", "SpentById", "Category", "Amount", "SpentOn", "Status", "Version", "CreationTime", "IsDeleted")
                SELECT {Id(20 + expense, "i")}, {Id(5, "i")}, {seller}, {Pick($"(i + {expense})", "Repair", "Parts", "Cleaning", "Fees")}, {Roubles("500000")}, {Day(perDay)}, 'Posted', 1, {At(perDay)}, {Flag(false)} FROM n
                """;
            yield return Entry(3 + expense, "Restoration", "Stock", Id(5, "i"), "Advance", seller, "500000", perDay, "Expense", Id(20 + expense, "i"), "1 = 1");
        }
        yield return Entry(8, "Receipt", "Advance", seller, "Deposits", Id(6, "i"), $"({cost} * 5 / 4)", left, "Resale", Id(6, "i"), isSold);
        yield return Entry(9, "Resale", "Deposits", Id(6, "i"), "CarProfit", Id(5, "i"), $"({cost} * 5 / 4)", left, "Resale", Id(6, "i"), isSold);
        yield return Entry(10, "CostOfSale", "CarProfit", Id(5, "i"), "Stock", Id(5, "i"), $"({cost} + 2500000)", left, "Resale", Id(6, "i"), isSold);

        string Entry(int line, string kind, string debit, string debitOwner, string credit, string creditOwner, string kopecks, string day, string type, string document, string condition) => $"""
            INSERT INTO "LedgerEntries" ("Id", "Day", "PostedAt", "Kind", "DebitAccount", "DebitOwnerId", "CreditAccount", "CreditOwnerId", "Kopecks", "CarId", "DocumentType", "DocumentId", "Revision", "Line")
            SELECT {Id(100 + line, "i")}, {Day(day)}, {At(day)}, '{kind}', '{debit}', {debitOwner}, '{credit}', {creditOwner}, {kopecks}, {(kind == "Buyout" ? "NULL" : Id(5, "i"))}, '{type}', {document}, 1, {line} FROM n WHERE {condition}
            """;
    }
}

using Npgsql;

namespace SaleAuto.Benchmarks.LowCode;

/// <summary>Rows to read, written by the database itself.</summary>
internal sealed record SampleRows(Guid Car, Guid Owner, IReadOnlyList<Guid> Expenses)
{
    // Every search word occurs in one row of about a thousand; a fifth of the leads is new.
    private const string Leads = """
        INSERT INTO "Leads" ("Id", "Number", "Kind", "Status", "Phone", "Name", "Plate", "Opinion", "Version", "CreationTime", "IsDeleted", "SearchText")
        SELECT gen_random_uuid(), 'B-' || lpad(i::text, 8, '0'), 'Buyout', CASE i % 5 WHEN 0 THEN 'New' WHEN 1 THEN 'Lost' WHEN 2 THEN 'Closed' ELSE 'Won' END,
            '+7900' || lpad(i::text, 7, '0'), 'Клиент ' || (1000000 + i::bigint * 7919 % 90000), 'А' || lpad((i % 1000)::text, 3, '0') || 'ВС77', 'NotGiven', 1,
            timestamptz '2020-01-01' + i * interval '97 seconds', false, lower('b-' || lpad(i::text, 8, '0') || ' клиент ' || (1000000 + i::bigint * 7919 % 90000) || ' 7900' || lpad(i::text, 7, '0'))
        FROM generate_series(1, $1) i
        """;

    private const string NewExpenses = """
        INSERT INTO "Expenses" ("Id", "CarId", "SpentById", "Category", "Amount", "SpentOn", "Note", "IsReimbursed", "Version", "CreationTime", "IsDeleted")
        SELECT gen_random_uuid(), $2, $3, (ARRAY['Repair','Parts','Cleaning','Fees'])[1 + i % 4], 100 + i % 5000, date '2020-01-01' + i % 2000, 'Работа ' || i, i % 3 = 0, 1, now(), false
        FROM generate_series(1, $1) i
        """;

    /// <summary>Fills the tables to the given number of rows.</summary>
    public static async Task<SampleRows> WriteAsync(NpgsqlDataSource database, int rows, CancellationToken cancellationToken)
    {
        var owner = await OneAsync(database, """SELECT "Id" FROM "Staff" WHERE "UserName" = 'owner'""", cancellationToken);
        var car = await OneAsync(database, """SELECT "Id" FROM "Cars" WHERE "Status" NOT IN ('Sold') LIMIT 1""", cancellationToken);
        await RunAsync(database, "TRUNCATE \"OutgoingMessages\", \"CallTasks\" CASCADE", [], cancellationToken); // no worker has anything to send
        await RunAsync(database, "DELETE FROM \"Valuations\"", [], cancellationToken);
        await RunAsync(database, Leads, [rows], cancellationToken);
        await RunAsync(database, NewExpenses, [rows, car, owner], cancellationToken);
        await RunAsync(database, "VACUUM ANALYZE", [], cancellationToken);
        var expenses = new List<Guid>();
        await using var command = database.CreateCommand("""SELECT "Id" FROM "Expenses" ORDER BY "Id" LIMIT 5000""");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            expenses.Add(reader.GetGuid(0));
        }
        return new SampleRows(car, owner, expenses);
    }

    private static async Task<Guid> OneAsync(NpgsqlDataSource database, string sql, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        return (Guid)(await command.ExecuteScalarAsync(cancellationToken) ?? throw new InvalidOperationException("The demo rows are missing"));
    }

    private static async Task RunAsync(NpgsqlDataSource database, string sql, object[] values, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 1800;
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

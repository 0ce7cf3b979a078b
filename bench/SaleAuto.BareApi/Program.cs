using System.Data.Common;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using SaleAuto.BareApi;

// The limit that the product is measured against: the same JSON from the same tables by prepared statements, without metadata, permissions, audit or validation.
// Not a way to write an application. Run by the benchmark: dotnet SaleAuto.BareApi.dll --urls http://127.0.0.1:5199 --database "Host=…"
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
var source = new NpgsqlSlimDataSourceBuilder(builder.Configuration["database"] ?? throw new InvalidOperationException("--database is missing"));
source.ConnectionStringBuilder.MaxAutoPrepare = 20;
source.ConnectionStringBuilder.AutoPrepareMinUsages = 1;
await using var database = source.Build();
var app = builder.Build();

app.Use((context, next) =>
{
    if (context.Request.Headers.Authorization.ToString() != "Bearer bench")
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
    return next(context);
});

app.MapGet("/api/app/leads", async (HttpContext context) =>
{
    var search = context.Request.Query["q"].ToString();
    await using var connection = await database.OpenConnectionAsync(context.RequestAborted);
    long? total = null;
    if (context.Request.Query["count"] == "true")
    {
        await using var count = new NpgsqlCommand(BareSql.Count, connection) { Parameters = { new() { Value = "New" } } };
        total = (long)(await count.ExecuteScalarAsync(context.RequestAborted))!;
    }
    await using var command = search.Length > 0
        ? new NpgsqlCommand(BareSql.Search, connection) { Parameters = { new() { Value = $"%{search}%" } } }
        : new NpgsqlCommand(BareSql.List, connection) { Parameters = { new() { Value = "New" } } };
    await using var reader = await command.ExecuteReaderAsync(context.RequestAborted);
    context.Response.ContentType = "application/json";
    await using var json = new Utf8JsonWriter(context.Response.BodyWriter, Rows.Options);
    json.WriteStartObject();
    json.WriteStartArray("items"u8);
    var (rows, last) = (0, "");
    while (await reader.ReadAsync(context.RequestAborted))
    {
        if (rows++ < 25)
        {
            Rows.WriteLead(json, reader);
            last = $"{reader.GetDateTime(6):O}|{reader.GetGuid(0)}";
        }
    }
    json.WriteEndArray();
    json.WriteString("nextCursor"u8, rows > 25 ? Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(last)) : null);
    if (total is { } found)
    {
        json.WriteNumber("totalCount"u8, found);
    }
    json.WriteEndObject();
    await json.FlushAsync(context.RequestAborted);
});

app.MapGet("/api/app/expenses/{id:guid}", async (Guid id, HttpContext context) =>
{
    await using var connection = await database.OpenConnectionAsync(context.RequestAborted);
    await WriteExpenseAsync(context, connection, id, StatusCodes.Status200OK);
});

app.MapPost("/api/app/expenses", async (HttpContext context) =>
{
    var input = await JsonSerializer.DeserializeAsync(context.Request.Body, BareJson.Default.NewExpense, context.RequestAborted);
    var id = Guid.CreateVersion7();
    await using var connection = await database.OpenConnectionAsync(context.RequestAborted);
    await using var insert = new NpgsqlCommand(BareSql.InsertExpense, connection)
    {
        Parameters =
        {
            new() { Value = id }, new() { Value = input!.CarId }, new() { Value = input.SpentById },
            new() { Value = char.ToUpperInvariant(input.Category[0]) + input.Category[1..] }, new() { Value = input.Amount },
            new() { Value = input.SpentOn }, new() { Value = (object?)input.Note ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Varchar }, new() { Value = DateTime.UtcNow },
        },
    };
    await insert.ExecuteNonQueryAsync(context.RequestAborted);
    await WriteExpenseAsync(context, connection, id, StatusCodes.Status201Created);
});

await app.RunAsync();

static async Task WriteExpenseAsync(HttpContext context, NpgsqlConnection connection, Guid id, int status)
{
    await using var command = new NpgsqlCommand(BareSql.Expense, connection) { Parameters = { new() { Value = id } } };
    await using DbDataReader reader = await command.ExecuteReaderAsync(context.RequestAborted);
    if (!await reader.ReadAsync(context.RequestAborted))
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return;
    }
    context.Response.StatusCode = status;
    context.Response.ContentType = "application/json";
    await using var json = new Utf8JsonWriter(context.Response.BodyWriter, Rows.Options);
    Rows.WriteExpense(json, reader);
    await json.FlushAsync(context.RequestAborted);
}

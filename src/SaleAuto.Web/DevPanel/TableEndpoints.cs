using Microsoft.AspNetCore.Http.HttpResults;

namespace SaleAuto.DevPanel;

/// <summary>Pages over whole tables.</summary>
internal static class TableEndpoints
{
    public static void MapTables(this RouteGroupBuilder panel)
    {
        panel.MapGet("", ShowTablesAsync);
        panel.MapGet("/tables/{table}", ShowRowsAsync);
    }

    private static async Task<RazorComponentResult<TablesPage>> ShowTablesAsync(string? q, SaleAutoDbContext db, RowQuery rows, CancellationToken cancellationToken)
    {
        var search = q?.Trim() ?? "";
        var tables = DatabaseSchema.Of(db).Tables
            .Where(table => table.Name.Contains(search, StringComparison.OrdinalIgnoreCase) || table.Columns.Any(column => column.Name.Contains(search, StringComparison.OrdinalIgnoreCase)))
            .ToList();
        var counts = tables.Count > 0 ? await rows.CountAsync(tables, cancellationToken) : new Dictionary<string, long>();
        return new RazorComponentResult<TablesPage>(new { Tables = tables, Counts = counts, Search = search });
    }

    private static async Task<IResult> ShowRowsAsync(string table, HttpContext context, SaleAutoDbContext db, RowQuery rows, CancellationToken cancellationToken)
    {
        if (DatabaseSchema.Of(db).Find(table) is not { } known)
        {
            return MessagePage.Of("NoTable", StatusCodes.Status404NotFound);
        }
        var input = RowListInput.Read(known, context.Request.Query);
        return new RazorComponentResult<RowsPage>(new { Input = input, Page = await rows.GetPageAsync(input, cancellationToken) });
    }
}

using System.Data.Common;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SaleAuto.DevPanel;

/// <summary>Pages about one row.</summary>
internal static class RowEndpoints
{
    public static void MapRows(this RouteGroupBuilder panel)
    {
        panel.MapGet("/tables/{table}/new", ShowNewAsync);
        panel.MapPost("/tables/{table}/new", CreateAsync);
        panel.MapGet("/tables/{table}/row", ShowAsync);
        panel.MapPost("/tables/{table}/row", UpdateAsync);
        panel.MapGet("/tables/{table}/delete", AskToDeleteAsync);
        panel.MapPost("/tables/{table}/delete", DeleteAsync);
    }

    private static IResult ShowNewAsync(string table, SaleAutoDbContext db, TimeProvider clock) =>
        DatabaseSchema.Of(db).Find(table) is { } known ? Show(RowForm.New(known, clock.GetUtcNow().UtcDateTime)) : NoTable();

    private static async Task<IResult> CreateAsync(string table, HttpContext context, SaleAutoDbContext db, RowWriter writer, CancellationToken cancellationToken)
    {
        if (DatabaseSchema.Of(db).Find(table) is not { } known)
        {
            return NoTable();
        }
        var form = RowForm.Read(known, null, await context.Request.ReadFormAsync(cancellationToken));
        if (form.Faults.Count > 0)
        {
            return Show(form, StatusCodes.Status400BadRequest);
        }
        try
        {
            var added = await writer.InsertAsync(form, cancellationToken);
            return TypedResults.LocalRedirect(added.Address("row") + "&_saved=1");
        }
        catch (DbException refusal)
        {
            form.Refusal = DatabaseFault.Of(refusal);
            return Show(form, StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<IResult> ShowAsync(string table, HttpContext context, SaleAutoDbContext db, RowQuery rows, CancellationToken cancellationToken) =>
        await FindAsync(table, context, db, rows, cancellationToken) is { } row ? Show(RowForm.Of(row)) : NoRow();

    private static async Task<IResult> UpdateAsync(
        string table, HttpContext context, SaleAutoDbContext db, RowQuery rows, RowWriter writer, CancellationToken cancellationToken)
    {
        if (await FindAsync(table, context, db, rows, cancellationToken) is not { } row)
        {
            return NoRow();
        }
        var sent = await context.Request.ReadFormAsync(cancellationToken);
        var form = RowForm.Read(row.Table, row, sent);
        if (form.Faults.Count > 0)
        {
            return Show(form, StatusCodes.Status400BadRequest);
        }
        try
        {
            if (await writer.UpdateAsync(form, sent["_seen"].ToString(), cancellationToken))
            {
                return TypedResults.LocalRedirect(row.Address("row") + "&_saved=1");
            }
            form.IsStale = true;
            return Show(form, StatusCodes.Status409Conflict);
        }
        catch (DbException refusal)
        {
            form.Refusal = DatabaseFault.Of(refusal);
            return Show(form, StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<IResult> AskToDeleteAsync(
        string table, HttpContext context, SaleAutoDbContext db, RowQuery rows, CancellationToken cancellationToken) =>
        await FindAsync(table, context, db, rows, cancellationToken) is { } row ? await DeletePage.OfAsync(row, rows, null, StatusCodes.Status200OK, cancellationToken) : NoRow();

    private static async Task<IResult> DeleteAsync(
        string table, HttpContext context, SaleAutoDbContext db, RowQuery rows, RowWriter writer, CancellationToken cancellationToken)
    {
        if (await FindAsync(table, context, db, rows, cancellationToken) is not { } row)
        {
            return NoRow();
        }
        var sent = await context.Request.ReadFormAsync(cancellationToken);
        if (sent["confirmation"].ToString().Trim() != row.Table.Name)
        {
            return await DeletePage.OfAsync(row, rows, new DatabaseFault("Delete.Mistyped", row.Table.Name), StatusCodes.Status400BadRequest, cancellationToken);
        }
        try
        {
            return await writer.DeleteAsync(row.Table, RowKey.Read(row.Table, context.Request.Query)!, sent["_seen"].ToString(), cancellationToken)
                ? TypedResults.LocalRedirect($"{DeveloperPanel.Home}/tables/{Uri.EscapeDataString(row.Table.Name)}?_deleted=1")
                : await DeletePage.OfAsync(row, rows, new DatabaseFault("Row.Stale", null), StatusCodes.Status409Conflict, cancellationToken);
        }
        catch (DbException refusal)
        {
            return await DeletePage.OfAsync(row, rows, DatabaseFault.Of(refusal), StatusCodes.Status422UnprocessableEntity, cancellationToken);
        }
    }

    private static async Task<TableRow?> FindAsync(string table, HttpContext context, SaleAutoDbContext db, RowQuery rows, CancellationToken cancellationToken) =>
        DatabaseSchema.Of(db).Find(table) is { } known && RowKey.Read(known, context.Request.Query) is { } key
            ? await rows.FindAsync(known, key, cancellationToken)
            : null;

    private static RazorComponentResult<RowPage> Show(RowForm form, int status = StatusCodes.Status200OK) => new(new { Form = form }) { StatusCode = status };

    private static IResult NoTable() => MessagePage.Of("NoTable", StatusCodes.Status404NotFound);

    private static IResult NoRow() => MessagePage.Of("NoRow", StatusCodes.Status404NotFound);
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using SaleAuto.Admin.Grid;
using SaleAuto.Admin.Shell;
using SaleAuto.Errors;
using SaleAuto.LowCode;

namespace SaleAuto.Admin.Imports;

/// <summary>Rows of a list as a file: what its filter, search and sort show.</summary>
internal sealed class ExportScreen : IAdminScreen
{
    public void Map(RouteGroupBuilder admin)
    {
        admin.MapGet("/{resource}/export", WriteAsync);
        admin.MapGet("/{resource}/export/options", ShowOptionsAsync);
        admin.MapGet("/exports/{id:guid}", async (Guid id, IResourceExport exports, CancellationToken cancellationToken) =>
            TypedResults.Json(await exports.FindProgressAsync(id, cancellationToken) is { } progress ? new { progress.Written, progress.Total, progress.IsFinished } : null));
    }

    private static async Task<RazorComponentResult<ExportPage>> ShowOptionsAsync(
        string resource, HttpContext http, IResourceRegistry resources, IResourceReader reader, AdminContext context, CancellationToken cancellationToken)
    {
        var model = resources.Get(resource);
        context.Access.Require(model.ExportPermission);
        var fields = (await reader.GetVisibleFieldsAsync(model, cancellationToken)).Where(f => f.InExport && f.Kind != FieldKind.Lines && (f.InList || f.InDetail)).ToList();
        return new(new { Resource = model, State = GridState.Parse(model, http.Request.Query), Fields = fields });
    }

    private static async Task<IResult> WriteAsync(
        string resource, string? format, HttpContext http, IResourceRegistry resources, IResourceExport exports, CancellationToken cancellationToken)
    {
        var model = resources.Get(resource);
        var query = http.Request.Query;
        var fields = query["field"].OfType<string>().ToList();
        var state = GridState.Parse(model, query) with { Cursor = null };
        var prepared = await exports.PrepareAsync(
            model,
            new ExportRequest
            {
                Query = state.ToListQuery(fields.Count > 0 ? fields : null),
                Format = Enum.TryParse<ExportFormat>(format, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : throw new InputValidationException("format", SaleAutoErrorCodes.Fields.NotAllowed),
                ForPrograms = query["programs"] == "true",
                DecimalComma = !AdminLanguage.IsEnglish,
                Id = Guid.TryParse(query["export"], out var id) ? id : null,
            },
            cancellationToken);
        http.Response.ContentType = prepared.ContentType;
        http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = prepared.FileName }.ToString();
        await exports.WriteAsync(prepared, http.Response.Body, cancellationToken);
        return TypedResults.Empty;
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using SaleAuto.Errors;
using SaleAuto.LowCode;
using SaleAuto.Requests;

namespace SaleAuto.Resources;

/// <summary>Lists as files.</summary>
internal static class ExportEndpoints
{
    public static void MapExport(this RouteGroupBuilder resource) => resource.MapGet("/export", ExportAsync);

    private static async Task ExportAsync(string resource, HttpContext context, IResourceRegistry resources, [FromServices] IResourceExport exports, CancellationToken cancellationToken)
    {
        var model = resources.Get(resource);
        var query = context.Request.Query;
        var faults = new List<InputError>();
        var request = new ExportRequest
        {
            Query = ListQueryReader.Read(query, "format", "forPrograms", "decimalComma"),
            Format = Format(ListQueryReader.Text(query, "format"), faults),
            ForPrograms = ListQueryReader.Flag(query, "forPrograms", faults),
            DecimalComma = ListQueryReader.Flag(query, "decimalComma", faults),
        };
        if (faults.Count > 0)
        {
            throw new InputValidationException(faults);
        }
        var export = await exports.PrepareAsync(model, request, cancellationToken);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(export.FileName);
        context.Response.ContentType = export.ContentType;
        context.Response.Headers.ContentDisposition = disposition.ToString();
        if (!HeadRequests.IsHead(context))
        {
            await exports.WriteAsync(export, context.Response.Body, cancellationToken);
        }
    }

    private static ExportFormat Format(string? text, List<InputError> faults)
    {
        switch (text)
        {
            case "csv":
                return ExportFormat.Csv;
            case "xlsx":
                return ExportFormat.Xlsx;
            case "json":
                return ExportFormat.Json;
            default:
                faults.Add(new InputError("format", text is null ? LowCodeErrorCodes.Required : LowCodeErrorCodes.NotAllowed));
                return default;
        }
    }
}

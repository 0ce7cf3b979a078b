using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using SaleAuto.Errors;
using SaleAuto.Files;
using SaleAuto.LowCode;

namespace SaleAuto.Resources;

/// <summary>Files: uploaded first, named by a record's field afterwards, and from then on reached through that record only.</summary>
internal static class FileEndpoints
{
    public static void MapFiles(this RouteGroupBuilder api)
    {
        api.MapPost("/files", UploadAsync).TakesUpload();
        api.MapGet("/files/{fileId:guid}", async (Guid fileId, HttpContext context, [FromServices] IStoredFiles files, CancellationToken cancellationToken) =>
            Send(context, await files.OpenOwnAsync(fileId, cancellationToken)));
        api.MapGet("/{resource}/{id:guid}/files/{fileId:guid}", async (string resource, Guid id, Guid fileId, HttpContext context, [FromServices] IStoredFiles files, CancellationToken cancellationToken) =>
            Send(context, await files.ResolveAsync(resource, id, fileId, PictureVariant.Full, cancellationToken)));
    }

    /// <summary>The one file of a form.</summary>
    /// <exception cref="InputValidationException">There is none, or several.</exception>
    public static async Task<IFormFile> ReadFileAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
        {
            throw new BadHttpRequestException("The body is no form", StatusCodes.Status415UnsupportedMediaType);
        }
        var form = await request.ReadFormAsync(cancellationToken);
        return form.Files is [{ Name: "file" } file] ? file : throw new InputValidationException("file", LowCodeErrorCodes.Required);
    }

    private static async Task<Created<StoredFileDto>> UploadAsync(HttpContext context, [FromServices] IStoredFiles files, CancellationToken cancellationToken)
    {
        var file = await ReadFileAsync(context.Request, cancellationToken);
        await using var content = file.OpenReadStream();
        var stored = await files.SaveAsync(file.FileName, content, cancellationToken);
        return TypedResults.Created($"{ResourceApi.Root}/files/{stored.Id}", stored);
    }

    // Pictures may be shown; everything else is only ever saved, so that no uploaded page or document runs under our name.
    private static FileStreamHttpResult Send(HttpContext context, StoredFileContent file)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        var disposition = new ContentDispositionHeaderValue(file.File.IsPicture ? "inline" : "attachment");
        disposition.SetHttpFileName(file.File.Name);
        headers.ContentDisposition = disposition.ToString();
        return TypedResults.Stream(
            file.Content, file.File.ContentType, lastModified: file.File.UploadedAt, entityTag: new EntityTagHeaderValue($"\"{file.Hash}\""), enableRangeProcessing: true);
    }
}

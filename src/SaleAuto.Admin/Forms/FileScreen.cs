using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using SaleAuto.Admin.Forms.Editors;
using SaleAuto.Admin.Shell;
using SaleAuto.Errors;
using SaleAuto.Files;
using SaleAuto.LowCode;

namespace SaleAuto.Admin.Forms;

/// <summary>Files of forms and records: uploaded while the form is filled in, opened through their record afterwards.</summary>
internal sealed class FileScreen : IAdminScreen
{
    // The form around the file takes some bytes as well.
    private const long MaxBodySize = StoredFileConsts.MaxSize + 64 * 1024;

    public void Map(RouteGroupBuilder admin)
    {
        admin.MapPost("/files", UploadAsync);
        admin.MapGet("/files/{fileId:guid}", async (Guid fileId, HttpContext http, IStoredFiles files, CancellationToken cancellationToken) =>
            Show(http, await files.OpenOwnAsync(fileId, cancellationToken)));
        admin.MapGet("/{resource}/{id:guid}/files/{field}/{fileId:guid}", async (string resource, Guid id, Guid fileId, PictureVariant? size, HttpContext http, IStoredFiles files, CancellationToken cancellationToken) =>
            Show(http, await files.ResolveAsync(resource, id, fileId, size ?? PictureVariant.Full, cancellationToken)));
    }

    // Pictures are shown, everything else is downloaded. The browser may keep a file, but asks each time whether the person still may see it.
    private static FileStreamHttpResult Show(HttpContext http, StoredFileContent file)
    {
        http.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.File(
            file.Content,
            file.File.ContentType,
            file.File.IsPicture ? null : file.File.Name,
            entityTag: new EntityTagHeaderValue($"\"{file.Hash}\""),
            enableRangeProcessing: true);
    }

    private static async Task<IResult> UploadAsync(HttpContext http, IStoredFiles files, IResourceTexts texts, CancellationToken cancellationToken)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MaxBodySize;
        }
        try
        {
            var form = await http.Request.ReadFormAsync(cancellationToken);
            if (form.Files.Count != 1)
            {
                throw new InputValidationException("file", SaleAutoErrorCodes.Fields.Required);
            }
            await using var content = form.Files[0].OpenReadStream();
            var stored = await files.SaveAsync(form.Files[0].FileName, content, cancellationToken);
            return new RazorComponentResult<FileItem>(new
            {
                File = stored,
                Name = form["name"].ToString(),
                Address = $"{AdminScreens.Home}/files/{stored.Id}",
                IsMovable = form["many"] == "true",
            });
        }
        catch (InputValidationException refusal)
        {
            return TypedResults.Text(texts.ErrorOf(refusal.Errors[0].Code), statusCode: StatusCodes.Status422UnprocessableEntity);
        }
    }
}

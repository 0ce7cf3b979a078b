using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Admin.Shell;
using SaleAuto.Errors;
using SaleAuto.Imports;
using SaleAuto.LowCode;

namespace SaleAuto.Admin.Imports;

/// <summary>The import wizard: upload, columns, check, import, result. Where an import stands is in the database, so that its page may be left and come back to.</summary>
internal sealed class ImportScreen : IAdminScreen
{
    private const long MaxBodySize = ImportConsts.MaxFileSize + 64 * 1024;

    public void Map(RouteGroupBuilder admin)
    {
        admin.MapGet("/{resource}/import", ShowStartAsync);
        admin.MapPost("/{resource}/import", UploadAsync);
        admin.MapGet("/imports/{id:guid}", ShowAsync);
        admin.MapGet("/imports/{id:guid}/state", ShowStateAsync);
        admin.MapPost("/imports/{id:guid}/check", CheckAsync);
        admin.MapPost("/imports/{id:guid}/start", (Guid id, HttpContext http, IImportAppService imports, CancellationToken cancellationToken) => DoAsync(id, http, imports.StartAsync(id, cancellationToken)));
        admin.MapPost("/imports/{id:guid}/cancel", (Guid id, HttpContext http, IImportAppService imports, CancellationToken cancellationToken) => DoAsync(id, http, imports.CancelAsync(id, cancellationToken)));
        admin.MapGet("/imports/{id:guid}/faults", async (Guid id, int? after, IImportAppService imports, CancellationToken cancellationToken) =>
            new RazorComponentResult<ImportFaults>(new { Id = id, Faults = await imports.GetFaultsAsync(id, Math.Max(0, after ?? 0), cancellationToken) }));
        admin.MapGet("/imports/{id:guid}/rejected", WriteRejectedAsync);
    }

    private static async Task<RazorComponentResult<ImportStartPage>> ShowStartAsync(
        string resource, IResourceRegistry resources, IImportAppService imports, AdminContext context, CancellationToken cancellationToken)
    {
        var model = resources.Get(resource);
        context.Access.Require(model.ImportPermission);
        return new(new
        {
            Resource = model,
            Earlier = await imports.GetListAsync(resource, cancellationToken),
            Fields = await imports.GetFieldsAsync(resource, cancellationToken),
        });
    }

    private static async Task<IResult> UploadAsync(string resource, HttpContext http, IResourceRegistry resources, IImportAppService imports, IResourceTexts texts, CancellationToken cancellationToken)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MaxBodySize;
        }
        try
        {
            var form = await http.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = MaxBodySize }, cancellationToken);
            if (form.Files.Count != 1)
            {
                throw new InputValidationException("file", SaleAutoErrorCodes.Fields.Required);
            }
            await using var content = form.Files[0].OpenReadStream();
            var import = await imports.UploadAsync(resource, form.Files[0].FileName, content, cancellationToken);
            return http.GoTo($"{AdminScreens.Home}/imports/{import.Id}");
        }
        catch (InputValidationException refusal)
        {
            return new RazorComponentResult<ImportStartPage>(new
            {
                Resource = resources.Get(resource),
                Earlier = await imports.GetListAsync(resource, cancellationToken),
                Fields = await imports.GetFieldsAsync(resource, cancellationToken),
                Error = texts.ErrorOf(refusal.Errors[0].Code),
            })
            { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
    }

    private static async Task<RazorComponentResult<ImportPage>> ShowAsync(Guid id, IImportAppService imports, IResourceRegistry resources, CancellationToken cancellationToken)
    {
        var import = await imports.GetAsync(id, cancellationToken);
        return new(new { Import = import, Resource = resources.Get(import.Resource), Fields = await imports.GetFieldsAsync(import.Resource, cancellationToken), Faults = await GetFaultsAsync(imports, import, cancellationToken) });
    }

    private static async Task<RazorComponentResult<ImportState>> ShowStateAsync(Guid id, IImportAppService imports, IResourceRegistry resources, CancellationToken cancellationToken)
    {
        var import = await imports.GetAsync(id, cancellationToken);
        return new(new { Import = import, Resource = resources.Get(import.Resource), Fields = await imports.GetFieldsAsync(import.Resource, cancellationToken), Faults = await GetFaultsAsync(imports, import, cancellationToken) });
    }

    private static async Task<IResult> CheckAsync(Guid id, HttpContext http, IImportAppService imports, CancellationToken cancellationToken)
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);
        var import = await imports.GetAsync(id, cancellationToken);
        var choices = new ImportChoices
        {
            Mode = Enum.TryParse<ImportMode>(form["mode"], out var mode) && Enum.IsDefined(mode) ? mode : ImportMode.Append,
            Mapping = [.. import.Columns.Select(c => form[$"column{c.Index}"].ToString() is { Length: > 0 } field ? field : null)],
        };
        return await DoAsync(id, http, imports.CheckAsync(id, choices, cancellationToken));
    }

    private static async Task<IResult> DoAsync(Guid id, HttpContext http, Task<ImportDto> step)
    {
        await step; // a refusal is explained by the filter around all endpoints
        return http.GoTo($"{AdminScreens.Home}/imports/{id}");
    }

    private static async Task<IReadOnlyList<ImportFaultDto>> GetFaultsAsync(IImportAppService imports, ImportDto import, CancellationToken cancellationToken) =>
        import.RejectedRows > 0 && import.Status is not (ImportStatus.Checking or ImportStatus.Importing) ? await imports.GetFaultsAsync(import.Id, 0, cancellationToken) : [];

    private static async Task<IResult> WriteRejectedAsync(Guid id, HttpContext http, IImportAppService imports, CancellationToken cancellationToken)
    {
        var import = await imports.GetAsync(id, cancellationToken);
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue("attachment") { FileNameStar = $"{Path.GetFileNameWithoutExtension(import.FileName)}-rejected.csv" }.ToString();
        await imports.WriteRejectedAsync(id, http.Response.Body, cancellationToken);
        return TypedResults.Empty;
    }
}

internal static class ImportScreens
{
    public static void AddImportScreens(this IServiceCollection services)
    {
        services.AddAdminScreen<ImportScreen>();
        services.AddAdminScreen<ExportScreen>();
    }
}

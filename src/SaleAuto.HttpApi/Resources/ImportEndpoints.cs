using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using SaleAuto.Errors;
using SaleAuto.Imports;
using SaleAuto.LowCode;

namespace SaleAuto.Resources;

/// <summary>Tables into records: upload, choose the columns, check, start.</summary>
internal static class ImportEndpoints
{
    /// <summary>Imports into a resource.</summary>
    public static void MapImports(this RouteGroupBuilder resource)
    {
        resource.MapPost("/imports", UploadAsync).TakesTable();
        resource.MapGet("/imports", async (string resource, IResourceRegistry resources, [FromServices] IImportAppService service, CancellationToken cancellationToken) =>
            TypedResults.Ok(await service.GetListAsync(resources.Get(resource).Name, cancellationToken)));
        resource.MapGet("/imports/fields", async (string resource, IResourceRegistry resources, [FromServices] IImportAppService service, CancellationToken cancellationToken) =>
            TypedResults.Ok(await service.GetFieldsAsync(resources.Get(resource).Name, cancellationToken)));
    }

    /// <summary>What is done to an import that was uploaded; only its owner finds it.</summary>
    public static void MapOwnImports(this RouteGroupBuilder api)
    {
        var import = api.MapGroup("/imports/{importId:guid}");
        import.MapGet("", async (Guid importId, [FromServices] IImportAppService service, CancellationToken cancellationToken) =>
            TypedResults.Ok(await service.GetAsync(importId, cancellationToken)));
        import.MapPost("/check", CheckAsync);
        import.MapPost("/start", async (Guid importId, [FromServices] IImportAppService service, CancellationToken cancellationToken) =>
            TypedResults.Accepted((string?)null, await service.StartAsync(importId, cancellationToken)));
        import.MapPost("/cancel", async (Guid importId, [FromServices] IImportAppService service, CancellationToken cancellationToken) =>
            TypedResults.Ok(await service.CancelAsync(importId, cancellationToken)));
        import.MapGet("/faults", async (Guid importId, int? afterRow, [FromServices] IImportAppService service, CancellationToken cancellationToken) =>
            TypedResults.Ok(await service.GetFaultsAsync(importId, afterRow ?? 0, cancellationToken)));
        import.MapGet("/rejected.csv", WriteRejectedAsync);
    }

    private static async Task<Created<ImportDto>> UploadAsync(string resource, HttpContext context, IResourceRegistry resources, [FromServices] IImportAppService service, CancellationToken cancellationToken)
    {
        var model = resources.Get(resource);
        var file = await FileEndpoints.ReadFileAsync(context.Request, cancellationToken);
        await using var content = file.OpenReadStream();
        var import = await service.UploadAsync(model.Name, file.FileName, content, cancellationToken);
        return TypedResults.Created($"{ResourceApi.Root}/imports/{import.Id}", import);
    }

    private static async Task<Accepted<ImportDto>> CheckAsync(Guid importId, ImportChoicesInput input, [FromServices] IImportAppService service, CancellationToken cancellationToken)
    {
        var choices = new ImportChoices
        {
            Mode = input.Mode ?? throw new InputValidationException("mode", LowCodeErrorCodes.Required),
            Mapping = input.Mapping ?? throw new InputValidationException("mapping", LowCodeErrorCodes.Required),
        };
        return TypedResults.Accepted((string?)null, await service.CheckAsync(importId, choices, cancellationToken));
    }

    private static async Task WriteRejectedAsync(Guid importId, HttpContext context, [FromServices] IImportAppService service, CancellationToken cancellationToken)
    {
        await service.GetAsync(importId, cancellationToken); // refused before the first byte
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=rejected.csv";
        await service.WriteRejectedAsync(importId, context.Response.Body, cancellationToken);
    }
}

/// <summary>What the columns of a table are.</summary>
internal sealed record ImportChoicesInput(ImportMode? Mode, IReadOnlyList<string?>? Mapping);

using System.Globalization;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using SaleAuto.Errors;
using SaleAuto.LowCode;

namespace SaleAuto.Resources;

/// <summary>Reading: lists, records, history. Lists and records go from the database to the wire without objects in between.</summary>
internal static class RecordEndpoints
{
    private const string Json = "application/json; charset=utf-8";

    public static void MapRecords(this RouteGroupBuilder resource)
    {
        resource.MapGet("", GetListAsync);
        resource.MapGet("/{id:guid}", GetAsync);
        resource.MapGet("/{id:guid}/history", GetHistoryAsync);
    }

    /// <summary>Answers with the record and its entity tag; with 204 when the person no longer sees it.</summary>
    public static async Task WriteRecordAsync(HttpContext context, IResourceReader reader, ResourceModel resource, Guid id, int status, CancellationToken cancellationToken)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = Json;
        // Nothing leaves before the writer's end: the tag is known only then.
        if (await reader.WriteAsync(resource, id, context.Response.BodyWriter, cancellationToken) is { } version)
        {
            context.Response.Headers.ETag = VersionTag.Of(resource, version);
            return;
        }
        context.Response.ContentType = null;
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static Task GetListAsync(string resource, HttpContext context, IResourceRegistry resources, IResourceReader reader, CancellationToken cancellationToken)
    {
        var model = resources.Get(resource);
        var query = ListQueryReader.Read(context.Request.Query);
        context.Response.ContentType = Json;
        return reader.WriteListAsync(model, query, context.Response.BodyWriter, cancellationToken);
    }

    private static async Task GetAsync(string resource, Guid id, HttpContext context, IResourceRegistry resources, IResourceReader reader, CancellationToken cancellationToken)
    {
        var model = resources.Get(resource);
        context.Response.ContentType = Json;
        if (context.Request.Headers.IfNoneMatch.Count == 0)
        {
            var version = await reader.WriteAsync(model, id, context.Response.BodyWriter, cancellationToken) ?? throw new EntityNotFoundException(model.EntityType, id);
            context.Response.Headers.ETag = VersionTag.Of(model, version);
            return;
        }
        await GetUnlessSameAsync(model, id, context, reader, cancellationToken);
    }

    private static async Task GetUnlessSameAsync(ResourceModel model, Guid id, HttpContext context, IResourceReader reader, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var writer = PipeWriter.Create(body, new StreamPipeWriterOptions(leaveOpen: true));
        var version = await reader.WriteAsync(model, id, writer, cancellationToken) ?? throw new EntityNotFoundException(model.EntityType, id);
        await writer.CompleteAsync();
        var tag = VersionTag.Of(model, version);
        context.Response.Headers.ETag = tag;
        if (tag is not null && context.Request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Contains(tag))
        {
            context.Response.ContentType = null;
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        await context.Response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), cancellationToken);
    }

    private static async Task<Ok<HistoryDto>> GetHistoryAsync(
        string resource, Guid id, HttpContext context, IResourceRegistry resources, [FromServices] IResourceHistory history, CancellationToken cancellationToken)
    {
        var model = resources.Get(resource);
        var page = await history.GetAsync(model, id, HistoryQueryReader.Read(context.Request.Query), cancellationToken);
        return TypedResults.Ok(HistoryDto.Of(page));
    }
}

/// <summary>Versions of records as entity tags.</summary>
internal static class VersionTag
{
    /// <summary>The tag of a version; null where rows carry none.</summary>
    public static string? Of(ResourceModel resource, long version) =>
        resource.HasVersion ? string.Create(CultureInfo.InvariantCulture, $"\"{version}\"") : null;

    /// <summary>The version that a change is meant for; null when any will do.</summary>
    /// <exception cref="InputValidationException">The header is no tag of ours.</exception>
    public static long? Expected(HttpRequest request)
    {
        var header = request.Headers.IfMatch.ToString();
        if (header is "" or "*")
        {
            return null;
        }
        return header is ['"', .. var digits, '"'] && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw new InputValidationException("If-Match", LowCodeErrorCodes.Malformed);
    }
}

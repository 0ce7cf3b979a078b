using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using SaleAuto.Errors;
using SaleAuto.Localization;
using SaleAuto.LowCode;
using SaleAuto.Requests;
using SaleAuto.Users;

namespace SaleAuto.Resources;

/// <summary>Changes of many records, each on its own.</summary>
internal static class BulkEndpoints
{
    public static void MapBulk(this RouteGroupBuilder resource)
    {
        resource.MapPost("/bulk", RunAsync);
        resource.MapPost("/bulk/preview", PreviewAsync);
        resource.MapPost("/bulk/undo", UndoAsync);
    }

    private static async Task<Ok<BulkResultDto>> RunAsync(
        string resource,
        BulkInput input,
        [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey,
        IResourceRegistry resources,
        IResourceBulk bulk,
        IIdempotentRequests requests,
        ICurrentUser user,
        CancellationToken cancellationToken)
    {
        var model = resources.Get(resource);
        var request = input.ToRequest(model);
        return TypedResults.Ok(await requests.ExecuteAsync(
            $"app/{model.Name}/bulk/{user.StaffId}", idempotencyKey, input, async token => BulkResultDto.Of(await bulk.RunAsync(model, request, token)), cancellationToken));
    }

    private static async Task<Ok<BulkPreviewDto>> PreviewAsync(string resource, BulkInput input, IResourceRegistry resources, IResourceBulk bulk, CancellationToken cancellationToken)
    {
        var model = resources.Get(resource);
        var preview = await bulk.PreviewAsync(model, input.ToRequest(model), cancellationToken);
        return TypedResults.Ok(new BulkPreviewDto(preview.Count, [.. preview.Sample.Select(row => new BulkSampleDto(row.Id, row.Label, row.Refusal))]));
    }

    private static async Task<Ok<BulkResultDto>> UndoAsync(string resource, UndoInput input, IResourceRegistry resources, IResourceBulk bulk, CancellationToken cancellationToken)
    {
        var operationId = input.OperationId ?? throw new InputValidationException("operationId", LowCodeErrorCodes.Required);
        return TypedResults.Ok(BulkResultDto.Of(await bulk.UndoAsync(resources.Get(resource), operationId, cancellationToken)));
    }
}

/// <summary>What is done to which records: either the ids, or all that a filter and a search find.</summary>
internal sealed record BulkInput
{
    public BulkKind? Kind { get; init; }

    public IReadOnlyList<Guid>? Ids { get; init; }

    public string? Filter { get; init; }

    public string? Q { get; init; }

    /// <summary>All records that the person sees; must be said, so that a forgotten filter changes nothing.</summary>
    public bool All { get; init; }

    public string? Action { get; init; }

    public JsonElement? Input { get; init; }

    /// <exception cref="InputValidationException">Parts are missing or do not go together.</exception>
    public BulkRequest ToRequest(ResourceModel model)
    {
        var kind = Kind ?? throw new InputValidationException("kind", LowCodeErrorCodes.Required);
        var byQuery = All || !string.IsNullOrWhiteSpace(Filter) || !string.IsNullOrWhiteSpace(Q);
        if (byQuery == Ids is { Count: > 0 })
        {
            throw new InputValidationException("ids", byQuery ? LowCodeErrorCodes.NotAllowed : LowCodeErrorCodes.Required);
        }
        var action = kind != BulkKind.Action ? null
            : model.FindAction(Action ?? throw new InputValidationException("action", LowCodeErrorCodes.Required)) is { IsBulk: true } known ? known
            : throw new InputValidationException("action", LowCodeErrorCodes.NotAllowed);
        return new BulkRequest
        {
            Kind = kind,
            Ids = Ids ?? [],
            Query = byQuery ? new ListQuery { Filter = FilterText.Parse(Filter), Search = Q } : null,
            Action = action,
            Input = Input is { ValueKind: not JsonValueKind.Null } json ? ResourceInput.FromJson(json, action?.Fields ?? model.FormFields) : new ResourceInput(),
        };
    }
}

/// <summary>What became of it. Records that refused stay as they were.</summary>
/// <param name="OperationId">Names it for undo; null when it cannot be undone.</param>
/// <param name="Done">Records changed.</param>
/// <param name="Refused">Those that stayed as they were.</param>
internal sealed record BulkResultDto(Guid? OperationId, int Done, IReadOnlyList<BulkRefusalDto> Refused)
{
    public static BulkResultDto Of(BulkResult result) => new(
        result.OperationId, result.Done, [.. result.Refused.Select(row => new BulkRefusalDto(row.Id, row.Label, row.Code, ErrorTexts.For(row.Code, row.Values)))]);
}

/// <summary>A record that stayed as it was.</summary>
internal sealed record BulkRefusalDto(Guid Id, string Label, string Code, string Detail);

/// <summary>What it would do.</summary>
internal sealed record BulkPreviewDto(int Count, IReadOnlyList<BulkSampleDto> Sample);

/// <summary>One of the records, with the reason why it could not be changed.</summary>
internal sealed record BulkSampleDto(Guid Id, string Label, string? Refusal);

/// <summary>Which change of many records is taken back.</summary>
internal sealed record UndoInput(Guid? OperationId);

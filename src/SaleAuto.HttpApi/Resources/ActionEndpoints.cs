using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using SaleAuto.Errors;
using SaleAuto.LowCode;
using SaleAuto.Requests;
using SaleAuto.Users;

namespace SaleAuto.Resources;

/// <summary>Verbs of the trade on records.</summary>
internal static class ActionEndpoints
{
    public static void MapActions(this RouteGroupBuilder resource)
    {
        resource.MapGet("/{id:guid}/actions", GetOpenAsync);
        resource.MapPost("/{id:guid}/actions/{action}", RunAsync);
    }

    /// <summary>The action of that name.</summary>
    /// <exception cref="EntityNotFoundException">There is none.</exception>
    public static ActionModel Get(ResourceModel model, string action) => model.FindAction(action) ?? throw new EntityNotFoundException(typeof(ActionModel), action);

    private static async Task<Ok<IReadOnlyList<OpenActionDto>>> GetOpenAsync(
        string resource, Guid id, IResourceRegistry resources, IResourceReader reader, IResourceTexts texts, CancellationToken cancellationToken)
    {
        var record = await reader.GetAsync(resources.Get(resource), id, cancellationToken);
        return TypedResults.Ok<IReadOnlyList<OpenActionDto>>([.. record.Row.Actions.Select(action => new OpenActionDto(
            action.Path, texts.Find(action.TextKey) ?? action.Name, action.NeedsConfirmation, action.IsDangerous, action.Fields.Count > 0))]);
    }

    private static async Task RunAsync(
        string resource,
        Guid id,
        string action,
        [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey,
        HttpContext context,
        IResourceRegistry resources,
        IResourceCommands commands,
        IResourceReader reader,
        IIdempotentRequests requests,
        ICurrentUser user,
        CancellationToken cancellationToken)
    {
        var model = resources.Get(resource);
        var verb = Get(model, action);
        using var body = await JsonBody.ReadAsync(context.Request, mayBeEmpty: verb.Fields.All(field => field.Input?.IsRequired != true), cancellationToken);
        var input = ResourceInput.FromJson(body.RootElement, verb.Fields);
        var expected = VersionTag.Expected(context.Request);
        await requests.ExecuteAsync(
            $"app/{model.Name}/{id}/{verb.Path}/{user.StaffId}", idempotencyKey, body.RootElement.GetRawText(), token => commands.RunActionAsync(model, verb, id, input, expected, token), cancellationToken);
        await RecordEndpoints.WriteRecordAsync(context, reader, model, id, StatusCodes.Status200OK, cancellationToken);
    }
}

/// <summary>An action that is open to a record now.</summary>
/// <param name="Name">Name in addresses.</param>
/// <param name="Title">Caption in the language of the request.</param>
/// <param name="NeedsConfirmation">Whether a person should be asked first.</param>
/// <param name="IsDangerous">Whether it ends or undoes something.</param>
/// <param name="HasInput">Whether it asks for an input.</param>
internal sealed record OpenActionDto(string Name, string Title, bool NeedsConfirmation, bool IsDangerous, bool HasInput);

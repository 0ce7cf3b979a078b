using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using SaleAuto.Errors;
using SaleAuto.LowCode;
using SaleAuto.Permissions;
using SaleAuto.Requests;
using SaleAuto.Users;

namespace SaleAuto.Resources;

/// <summary>Creating, changing and deleting records. <c>If-Match</c> is honoured, never demanded.</summary>
internal static class ChangeEndpoints
{
    public static void MapChanges(this RouteGroupBuilder resource)
    {
        resource.MapPost("", CreateAsync);
        resource.MapPut("/{id:guid}", ReplaceAsync);
        resource.MapPatch("/{id:guid}", UpdateAsync);
        resource.MapDelete("/{id:guid}", DeleteAsync);
        resource.MapPost("/{id:guid}/restore", RestoreAsync);
        resource.MapPost("/{id:guid}/revert", RevertAsync);
    }

    private static async Task CreateAsync(
        string resource,
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
        using var body = await JsonBody.ReadAsync(context.Request, mayBeEmpty: false, cancellationToken);
        var input = ResourceInput.FromJson(body.RootElement, model.FormFields);
        var saved = await requests.ExecuteAsync(
            $"app/{model.Name}/create/{user.StaffId}", idempotencyKey, body.RootElement.GetRawText(), token => commands.CreateAsync(model, input, token), cancellationToken);
        context.Response.Headers.Location = $"{ResourceApi.Root}/{model.Name}/{saved.Id}";
        await RecordEndpoints.WriteRecordAsync(context, reader, model, saved.Id, StatusCodes.Status201Created, cancellationToken);
    }

    private static async Task ReplaceAsync(
        string resource, Guid id, HttpContext context, IResourceRegistry resources, IResourceCommands commands, IResourceReader reader, IStaffAccessProvider access, CancellationToken cancellationToken)
    {
        var model = resources.Get(resource);
        using var body = await JsonBody.ReadAsync(context.Request, mayBeEmpty: false, cancellationToken);
        var input = ResourceInput.FromJson(body.RootElement, model.FormFields);
        Complete(input, model, await access.GetAsync(cancellationToken));
        await SaveAsync(model, id, input, context, commands, reader, cancellationToken);
    }

    private static async Task UpdateAsync(
        string resource, Guid id, HttpContext context, IResourceRegistry resources, IResourceCommands commands, IResourceReader reader, CancellationToken cancellationToken)
    {
        var model = resources.Get(resource);
        using var body = await JsonBody.ReadAsync(context.Request, mayBeEmpty: false, cancellationToken);
        await SaveAsync(model, id, ResourceInput.FromJson(body.RootElement, model.FormFields), context, commands, reader, cancellationToken);
    }

    private static async Task SaveAsync(
        ResourceModel model, Guid id, ResourceInput input, HttpContext context, IResourceCommands commands, IResourceReader reader, CancellationToken cancellationToken)
    {
        await commands.UpdateAsync(model, id, input, new UpdateBasis(VersionTag.Expected(context.Request)), cancellationToken);
        await RecordEndpoints.WriteRecordAsync(context, reader, model, id, StatusCodes.Status200OK, cancellationToken);
    }

    private static async Task<NoContent> DeleteAsync(
        string resource, Guid id, HttpContext context, IResourceRegistry resources, IResourceCommands commands, CancellationToken cancellationToken)
    {
        await commands.DeleteAsync(resources.Get(resource), id, VersionTag.Expected(context.Request), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task RestoreAsync(
        string resource, Guid id, HttpContext context, IResourceRegistry resources, IResourceCommands commands, IResourceReader reader, CancellationToken cancellationToken)
    {
        var model = resources.Get(resource);
        await commands.RestoreAsync(model, id, cancellationToken);
        await RecordEndpoints.WriteRecordAsync(context, reader, model, id, StatusCodes.Status200OK, cancellationToken);
    }

    private static async Task RevertAsync(
        string resource, Guid id, RevertInput input, HttpContext context, IResourceRegistry resources, IResourceCommands commands, IResourceReader reader, CancellationToken cancellationToken)
    {
        var model = resources.Get(resource);
        var field = input.Field ?? throw new InputValidationException("field", LowCodeErrorCodes.Required);
        await commands.RevertAsync(model, id, input.EntryId ?? throw new InputValidationException("entryId", LowCodeErrorCodes.Required), field, cancellationToken);
        await RecordEndpoints.WriteRecordAsync(context, reader, model, id, StatusCodes.Status200OK, cancellationToken);
    }

    // What a whole record leaves out is empty. Fields that the person may not write stay as they are.
    private static void Complete(ResourceInput input, ResourceModel model, StaffAccess access)
    {
        foreach (var field in model.FormFields)
        {
            if (!input.Has(field.Name) && field.Input is { IsOnlyForCreation: false, IsReadOnly: false } && field.IsFor(access))
            {
                input[field.Name] = field.Kind switch
                {
                    FieldKind.Boolean when !field.IsNullable => false,
                    FieldKind.Images => new List<Guid>(),
                    FieldKind.Lines => new List<ResourceInput>(),
                    _ => null,
                };
            }
        }
    }
}

/// <summary>Which field goes back to what it was before which entry of the history.</summary>
internal sealed record RevertInput(Guid? EntryId, string? Field);

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using SaleAuto.Admin.Components;
using SaleAuto.Admin.Shell;
using SaleAuto.Errors;
using SaleAuto.LowCode;

namespace SaleAuto.Admin.Grid;

/// <summary>Moving a card of a board: the column's action runs, or its dialog opens when it asks for something.</summary>
internal sealed class BoardEndpoints : IAdminScreen
{
    public void Map(RouteGroupBuilder admin) => admin.MapPost("/{resource}/move", MoveAsync);

    private static async Task<IResult> MoveAsync(
        string resource, HttpContext http, IResourceRegistry resources, IResourceReader reader, IResourceCommands commands, IResourceTexts texts,
        IStringLocalizer<AdminTexts> words, AdminContext context, CancellationToken cancellationToken)
    {
        var found = resources.Get(resource);
        var board = found.Board ?? throw new EntityNotFoundException(typeof(BoardModel), resource);
        var form = await http.Request.ReadFormAsync(cancellationToken);
        if (!Guid.TryParse(form["id"], out var id) || !Enum.TryParse(board.Field.ClrType, form["to"], out var target) || !board.Columns.Contains(target!))
        {
            throw new EntityNotFoundException(found.EntityType, form["id"].ToString());
        }
        var action = board.Moves.TryGetValue(target!, out var name) ? found.FindAction(name) : null;
        if (await RefusalAsync(found, board, action, id, (Enum)target!, reader, texts, words, context, cancellationToken) is { } refusal)
        {
            http.Response.Toast(ToastKind.Danger, refusal);
            return TypedResults.StatusCode(StatusCodes.Status422UnprocessableEntity);
        }
        if (action!.InputType is not null || action.NeedsConfirmation)
        {
            http.Response.Trigger("open-dialog", new { target = "body", address = ResourcePaths.Action(found, id, action) });
            return TypedResults.StatusCode(StatusCodes.Status202Accepted);
        }
        await commands.RunActionAsync(found, action, id, new ResourceInput(), long.TryParse(form["version"], out var version) && found.HasVersion ? version : null, cancellationToken);
        http.Response.Toast(ToastKind.Success, words["Board.Moved", texts.Caption(action)]);
        http.Response.Trigger("grid-reload", new { target = "#grid" });
        return TypedResults.NoContent();
    }

    // Why a card cannot go there, in the words of the resource where it has some: "Leads.Board.Won", "Leads.Recall.NotOpen.New".
    private static async Task<string?> RefusalAsync(
        ResourceModel resource, BoardModel board, ActionModel? action, Guid id, Enum target,
        IResourceReader reader, IResourceTexts texts, IStringLocalizer<AdminTexts> words, AdminContext context, CancellationToken cancellationToken)
    {
        if (action is null)
        {
            return texts.Find($"{resource.TextKey}.Board.{target}") ?? words["Board.NoWay", texts.NameOf(target)].Value;
        }
        if (!context.Access.Has(action.Permission))
        {
            return words["Board.NotAllowed", texts.Caption(action)];
        }
        var record = await reader.GetAsync(resource, id, cancellationToken);
        if (record.Row.Actions.Contains(action))
        {
            return null;
        }
        var state = (Enum)record.Value(board.Field.Name)!;
        return texts.Find($"{action.TextKey}.NotOpen.{state}") ?? texts.Find($"{action.TextKey}.NotOpen") ?? words["Board.NotOpen", texts.Caption(action), texts.NameOf(state)].Value;
    }
}

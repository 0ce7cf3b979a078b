using System.Text.Json;
using SaleAuto.Errors;

namespace SaleAuto.Bot;

/// <summary>Moves a conversation on by one answer.</summary>
internal sealed class ConversationRun(BotCatalog catalog, IServiceProvider services, TimeProvider clock)
{
    private const int LongestPath = 40;

    public bool TakesFiles(BotChat chat)
    {
        var conversation = catalog.Find(chat.Conversation)!;
        return conversation.Open(Find(conversation, chat.Step!), services).TakesFiles;
    }

    /// <summary>Begins it with its first needed step.</summary>
    public async Task<BotTurn> BeginAsync(BotTurn turn, BotRequest request, ConversationDefinition conversation, CancellationToken cancellationToken)
    {
        Require(conversation, request);
        var draft = Activator.CreateInstance(conversation.DraftType)!;
        await conversation.BeginAsync(draft, request, services, cancellationToken);
        turn.Chat.EndConversation();
        turn.Chat.Begin(conversation.Name, conversation.Version);
        return await GoOnAsync(turn, conversation, draft, from: null, path: [], cancellationToken);
    }

    /// <summary>Has the step read an answer.</summary>
    public async Task<BotTurn> ReadAsync(BotTurn turn, BotRequest request, BotMessage message, CancellationToken cancellationToken)
    {
        var (conversation, draft, step, path) = Load(turn.Chat);
        Require(conversation, request);
        var result = await conversation.Open(step, services).ReadAsync(message, draft, cancellationToken);
        return result.Move switch
        {
            StepMove.Next => await GoOnAsync(turn, conversation, draft, step, [.. path, step.Name], cancellationToken),
            StepMove.Retry => await AskAsync(turn, conversation, draft, step, path, result.Reply, cancellationToken),
            StepMove.Again => await AskAsync(turn, conversation, draft, step, path, null, cancellationToken),
            StepMove.GoTo => await AskAsync(turn, conversation, draft, result.Step!, [.. path, step.Name], null, cancellationToken),
            StepMove.Back => await BackAsync(turn, cancellationToken),
            StepMove.Stop => End(turn, result.Reply!),
            _ => End(turn, await conversation.FinishAsync(draft, services, cancellationToken)),
        };
    }

    /// <summary>Goes to the step before; the answers stay in the draft.</summary>
    public async Task<BotTurn> BackAsync(BotTurn turn, CancellationToken cancellationToken)
    {
        var (conversation, draft, step, path) = Load(turn.Chat);
        return path.Count == 0
            ? await AskAsync(turn, conversation, draft, step, path, null, cancellationToken)
            : await AskAsync(turn, conversation, draft, Find(conversation, path[^1]), path[..^1], null, cancellationToken);
    }

    /// <summary>Asks the question that stands; other words may come in the place of its own.</summary>
    public async Task<BotTurn> AskAgainAsync(BotTurn turn, string? words, CancellationToken cancellationToken)
    {
        var (conversation, draft, step, path) = Load(turn.Chat);
        return await AskAsync(turn, conversation, draft, step, path, words is null ? null : BotReply.Of(words), cancellationToken);
    }

    private async Task<BotTurn> GoOnAsync(
        BotTurn turn, ConversationDefinition conversation, object draft, Type? from, List<string> path, CancellationToken cancellationToken)
    {
        var next = conversation.Steps.SkipWhile(step => from is not null && step != from).Skip(from is null ? 0 : 1)
            .FirstOrDefault(step => conversation.Open(step, services).IsNeeded(draft));
        return next is null
            ? End(turn, await conversation.FinishAsync(draft, services, cancellationToken))
            : await AskAsync(turn, conversation, draft, next, path, null, cancellationToken);
    }

    private async Task<BotTurn> AskAsync(
        BotTurn turn, ConversationDefinition conversation, object draft, Type step, List<string> path, BotReply? instead, CancellationToken cancellationToken)
    {
        var question = await conversation.Open(step, services).AskAsync(draft, cancellationToken);
        var walked = string.Join(',', path.TakeLast(LongestPath));
        var json = JsonSerializer.Serialize(draft, conversation.DraftType, JsonSerializerOptions.Web);
        turn.Chat.Ask(step.Name, walked, json, clock.GetUtcNow().UtcDateTime + conversation.Life);
        var shown = instead is null ? question : question.InTheWordsOf(instead);
        return turn.Say(shown.Row([.. Ways(walked.Length > 0)]), isQuestion: true);
    }

    private static IEnumerable<BotButton> Ways(bool hasBack)
    {
        if (hasBack)
        {
            yield return BotButton.Back(BotTexts.Get("Back.Button"));
        }
        yield return BotButton.Act(BotTexts.Get("Cancel.Button"), BotScreens.Cancel);
    }

    private static BotTurn End(BotTurn turn, BotReply reply)
    {
        turn.Chat.EndConversation();
        return turn.Say(reply.Rows.Count > 0 ? reply : reply.Row(BotButton.Act(BotTexts.Get("Menu.Button"), BotScreens.Menu)));
    }

    private (ConversationDefinition Conversation, object Draft, Type Step, List<string> Path) Load(BotChat chat)
    {
        var conversation = catalog.Find(chat.Conversation)!;
        var draft = JsonSerializer.Deserialize(chat.Draft!, conversation.DraftType, JsonSerializerOptions.Web)!;
        var known = conversation.Steps.Select(step => step.Name).ToHashSet();
        var path = chat.Path.Split(',', StringSplitOptions.RemoveEmptyEntries).Where(known.Contains).ToList(); // a deploy may have taken a step away
        return (conversation, draft, Find(conversation, chat.Step!), path);
    }

    private static Type Find(ConversationDefinition conversation, string step) => conversation.Steps.First(type => type.Name == step);

    private static void Require(ConversationDefinition conversation, BotRequest request)
    {
        if (conversation.RequiredPermission is { } permission && !request.Access.Has(permission))
        {
            throw new AuthorizationException(permission);
        }
    }
}

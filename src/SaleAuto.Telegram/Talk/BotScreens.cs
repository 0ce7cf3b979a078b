using SaleAuto.Errors;

namespace SaleAuto.Bot;

/// <summary>Every screen by its actions and command.</summary>
internal sealed class BotScreens(IEnumerable<BotScreen> screens)
{
    public const string Menu = "bot.menu";
    public const string Help = "bot.help";
    public const string Now = "bot.now";
    public const string Cancel = "bot.cancel";

    private readonly Dictionary<string, BotScreen> _byAction = ByAction(screens);

    public bool Knows(BotAction action) => _byAction.ContainsKey(action.Name);

    /// <summary>The screen that a command opens.</summary>
    public BotAction? FindCommand(string command) => _byAction.Values.FirstOrDefault(screen => screen.Command == command) is { } found ? new BotAction(found.Actions[0]) : null;

    /// <summary>What is shown of the same row when the act is refused.</summary>
    public BotAction? FindInstead(BotAction action) =>
        _byAction.GetValueOrDefault(action.Name)?.ShowsInstead is { } name && Knows(new BotAction(name)) ? new BotAction(name, action.Id) : null;

    /// <summary>Shows it and remembers it for "what now", unless it is an act that must not happen again.</summary>
    public async Task<BotReply> ShowAsync(BotTurn turn, BotRequest request, BotAction action, CancellationToken cancellationToken)
    {
        var screen = _byAction[action.Name];
        if (screen.Permission is { } permission && !request.Access.Has(permission))
        {
            throw new AuthorizationException(permission);
        }
        var reply = await screen.ShowAsync(request with { Action = action.Name, Id = action.Id, Argument = action.Argument }, cancellationToken);
        turn.Chat.Show(screen.ShowsInstead is { } instead ? new BotAction(instead, action.Id) : action);
        return turn.Chat.Conversation is null ? reply : reply.Row(BotButton.Act(BotTexts.Get("Now.Button"), Now));
    }

    private static Dictionary<string, BotScreen> ByAction(IEnumerable<BotScreen> screens)
    {
        var byAction = new Dictionary<string, BotScreen>(StringComparer.Ordinal);
        foreach (var screen in screens)
        {
            foreach (var action in screen.Actions)
            {
                BotCatalog.CheckName(action);
                byAction.Add(action, screen);
            }
        }
        return byAction;
    }
}

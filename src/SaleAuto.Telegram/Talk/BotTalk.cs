using SaleAuto.Permissions;

namespace SaleAuto.Bot;

/// <summary>Leads the talk in one chat: who is it, what was pressed, written or sent, and what follows.</summary>
internal sealed class BotTalk(
    BotCatalog catalog,
    ConversationRun run,
    BotScreens screens,
    BotStrangers strangers,
    SignInQuestion signIn,
    CallbackSigner signer,
    IBotChatRepository chats,
    IStaffAccessProvider access,
    TimeProvider clock)
{
    /// <summary>Whether the question that stands takes pictures and files; asked before the transaction, to fetch them.</summary>
    public async Task<bool> TakesFilesAsync(long chatId, Guid staffId, CancellationToken cancellationToken) =>
        await chats.FindAsync(chatId, cancellationToken) is { } chat && chat.StaffId == staffId && IsRunning(chat) && run.TakesFiles(chat);

    /// <summary>Answers an update.</summary>
    public async Task<BotTurn> TakeAsync(BotTurn turn, CancellationToken cancellationToken)
    {
        turn.Chat.Hear(turn.StaffId, turn.Update.MessageId);
        if (await FindRequestAsync(turn, cancellationToken) is not { } request)
        {
            return await strangers.AnswerAsync(turn, cancellationToken);
        }
        if (turn.Update.CallbackId is not null)
        {
            return await PressAsync(turn, request, cancellationToken);
        }
        if (turn.Update.Message.Text is ['/', ..] text)
        {
            return await CommandAsync(turn, request, text, cancellationToken);
        }
        return await ReadAsync(turn, request, turn.Update.Message, cancellationToken);
    }

    /// <summary>Tells why nothing was changed, beside what stands.</summary>
    public async Task<BotTurn> ExplainAsync(BotTurn turn, string words, CancellationToken cancellationToken)
    {
        turn.Chat.Hear(turn.StaffId, turn.Update.MessageId);
        if (await FindRequestAsync(turn, cancellationToken) is not { } request)
        {
            return turn.Say(BotReply.Of(words));
        }
        var pressed = turn.Update.Data is { } data ? signer.Read(turn.Update.ChatId, data) as PressedButton.Opens : null;
        if (pressed is null && IsRunning(turn.Chat))
        {
            return await run.AskAgainAsync(turn, words, cancellationToken);
        }
        if (pressed is not null && FindInstead(pressed.Action) is { } instead)
        {
            var reply = await screens.ShowAsync(turn, request, instead, cancellationToken);
            return turn.Say(reply.Under(BotReply.Of(words)).Saying(words));
        }
        turn.KeepsButtons = true;
        return turn.Say(BotReply.Of(words).Saying(words).AsNew().Row(BotButton.Act(BotTexts.Get("Menu.Button"), BotScreens.Menu)));
    }

    private async Task<BotRequest?> FindRequestAsync(BotTurn turn, CancellationToken cancellationToken)
    {
        if (turn.StaffId is not { } staffId)
        {
            return null;
        }
        var request = new BotRequest { ChatId = turn.Update.ChatId, StaffId = staffId, Access = await access.GetAsync(cancellationToken) };
        if (catalog.Find(turn.Chat.Conversation)?.RequiredPermission is { } permission && !request.Access.Has(permission))
        {
            turn.Chat.EndConversation(); // taken away since: not even the question is shown again
        }
        return request;
    }

    private async Task<BotTurn> PressAsync(BotTurn turn, BotRequest request, CancellationToken cancellationToken)
    {
        var chat = turn.Chat;
        switch (signer.Read(turn.Update.ChatId, turn.Update.Data ?? ""))
        {
            case PressedButton.Opens(var action, var isForced):
                return await OpenAsync(turn, request, action, isForced, cancellationToken);
            case PressedButton.Chooses(var question, var value) when question == chat.Question && IsRunning(chat):
                return await run.ReadAsync(turn, request, new BotMessage { Choice = value }, cancellationToken);
            case PressedButton.GoesBack(var question) when question == chat.Question && IsRunning(chat):
                return await run.BackAsync(turn, cancellationToken);
            default:
                return await OutdatedAsync(turn, request, cancellationToken);
        }
    }

    private async Task<BotTurn> OpenAsync(BotTurn turn, BotRequest request, BotAction action, bool isForced, CancellationToken cancellationToken)
    {
        switch (action.Name)
        {
            case BotScreens.Now:
                return await NowAsync(turn, request, cancellationToken);
            case BotScreens.Cancel:
                return await CancelAsync(turn, request, cancellationToken);
            case SignInQuestion.Yes or SignInQuestion.No:
                return turn.Say(await signIn.AnswerAsync(turn, action, cancellationToken));
        }
        if (catalog.FindByStart(action.Name) is { } conversation)
        {
            return await BeginAsync(turn, request with { Id = action.Id, Argument = action.Argument }, conversation, action, isForced, cancellationToken);
        }
        return screens.Knows(action)
            ? turn.Say(await screens.ShowAsync(turn, request, action, cancellationToken))
            : await OutdatedAsync(turn, request, cancellationToken); // a button of an older program
    }

    private async Task<BotTurn> CommandAsync(BotTurn turn, BotRequest request, string text, CancellationToken cancellationToken)
    {
        var parts = text.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var (command, rest) = (parts[0].Split('@')[0].ToLowerInvariant(), parts.Length > 1 ? parts[1] : null);
        switch (command)
        {
            case "/start" when rest is not null && await signIn.FindAsync(turn, rest, cancellationToken) is { } question:
                return turn.Say(question);
            case "/start":
                return turn.Say(await screens.ShowAsync(turn, request, new BotAction(BotScreens.Menu), cancellationToken));
            case "/now":
                return await NowAsync(turn, request, cancellationToken);
            case "/cancel":
                return await CancelAsync(turn, request, cancellationToken);
        }
        if (catalog.FindByStart(command) is { } conversation)
        {
            return await BeginAsync(turn, request with { Argument = rest }, conversation, new BotAction(command), isForced: false, cancellationToken);
        }
        if (screens.FindCommand(command) is { } screen)
        {
            return turn.Say(await screens.ShowAsync(turn, request, screen with { Argument = rest }, cancellationToken));
        }
        return await MenuUnderAsync(turn, request, BotTexts.Get("UnknownCommand"), cancellationToken);
    }

    private async Task<BotTurn> ReadAsync(BotTurn turn, BotRequest request, BotMessage message, CancellationToken cancellationToken)
    {
        var chat = turn.Chat;
        if (chat.Conversation is not null && !IsRunning(chat))
        {
            var words = BotTexts.Get(chat.ExpiresAt <= clock.GetUtcNow().UtcDateTime ? "Expired" : "Outlived");
            chat.EndConversation();
            return await MenuUnderAsync(turn, request, words, cancellationToken);
        }
        if (chat.Conversation is not null)
        {
            return await run.ReadAsync(turn, request, message, cancellationToken);
        }
        return message.Text is { } text && await signIn.FindAsync(turn, text, cancellationToken) is { } question
            ? turn.Say(question)
            : await MenuUnderAsync(turn, request, BotTexts.Get("NotUnderstood"), cancellationToken);
    }

    private async Task<BotTurn> BeginAsync(
        BotTurn turn, BotRequest request, ConversationDefinition conversation, BotAction action, bool isForced, CancellationToken cancellationToken)
    {
        if (!isForced && IsRunning(turn.Chat) && turn.Chat.Path.Length > 0)
        {
            return turn.Say(BotReply.Of(BotTexts.Get("Begun")).AsNew()
                .Row(BotButton.Act(BotTexts.Get("Begun.GoOn"), BotScreens.Now))
                .Row(BotButton.Force(BotTexts.Get("Begun.Anew"), action)));
        }
        return await run.BeginAsync(turn, request, conversation, cancellationToken);
    }

    private BotAction? FindInstead(BotAction action) =>
        catalog.FindByStart(action.Name)?.Instead is { } name ? new BotAction(name, action.Id) : screens.FindInstead(action);

    private async Task<BotTurn> NowAsync(BotTurn turn, BotRequest request, CancellationToken cancellationToken)
    {
        if (IsRunning(turn.Chat))
        {
            return await run.AskAgainAsync(turn, null, cancellationToken);
        }
        var last = turn.Chat is { ScreenName: { } name } chat ? new BotAction(name, chat.ScreenId, chat.ScreenArgument) : new BotAction(BotScreens.Menu);
        return turn.Say(await screens.ShowAsync(turn, request, screens.Knows(last) ? last : new BotAction(BotScreens.Menu), cancellationToken));
    }

    private async Task<BotTurn> CancelAsync(BotTurn turn, BotRequest request, CancellationToken cancellationToken)
    {
        var words = BotTexts.Get(turn.Chat.Conversation is null ? "NothingToCancel" : "Cancelled");
        turn.Chat.EndConversation();
        return await MenuUnderAsync(turn, request, words, cancellationToken);
    }

    // Beside the old message, unless it is the last one: what stands now belongs to the bottom of the chat.
    private async Task<BotTurn> OutdatedAsync(BotTurn turn, BotRequest request, CancellationToken cancellationToken)
    {
        await NowAsync(turn, request, cancellationToken);
        var reply = turn.Reply!.Saying(BotTexts.Get("Outdated"));
        return turn.Say(turn.Update.PressedId == turn.Chat.MessageId ? reply : reply.AsNew(), turn.IsQuestion);
    }

    private async Task<BotTurn> MenuUnderAsync(BotTurn turn, BotRequest request, string words, CancellationToken cancellationToken) =>
        turn.Say((await screens.ShowAsync(turn, request, new BotAction(BotScreens.Menu), cancellationToken)).Under(BotReply.Of(words)));

    private bool IsRunning(BotChat chat) => catalog.Find(chat.Conversation) is { } conversation
        && conversation.Version == chat.ConversationVersion
        && chat.Step is not null
        && conversation.Steps.Any(step => step.Name == chat.Step)
        && chat.ExpiresAt > clock.GetUtcNow().UtcDateTime;
}

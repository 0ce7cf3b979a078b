using System.Threading.Channels;

namespace SaleAuto.Sandbox.Telegram;

public sealed partial class SandboxBotApi
{
    private const int MostChanges = 1000;

    private long _nextPerson;

    /// <summary>Lets a person into the sandbox; somebody who is there already keeps the chat and takes the new name.</summary>
    /// <param name="person">Who it is.</param>
    /// <param name="hasStarted">Whether the bot may write: it may not before the person wrote once.</param>
    public void Open(SandboxPerson person, bool hasStarted = true)
    {
        lock (_lock)
        {
            if (_chats.TryGetValue(person.ChatId, out var known))
            {
                known.Person = person;
                return;
            }
            if (_chats.Count >= MostChats)
            {
                _chats.Remove(_chats.Values.MinBy(x => x.Last?.MessageId ?? 0)!.Person.ChatId);
            }
            _chats.Add(person.ChatId, new SandboxChat(person) { HasStarted = hasStarted });
        }
        Tell(new SandboxChange(SandboxChangeKind.Chats, person.ChatId));
    }

    /// <summary>Lets a stranger in who has not written to the bot.</summary>
    public SandboxPerson OpenNew(string name)
    {
        var person = new SandboxPerson(Interlocked.Increment(ref _nextPerson), name);
        Open(person, hasStarted: false);
        return person;
    }

    /// <summary>The person writes a text.</summary>
    public ApiMessage SendText(long chatId, string text)
    {
        var given = BotApiText.Plain(text);
        if (given.Text.Length is 0 or > MaxTextLength)
        {
            throw new ArgumentException("A text has 1 to 4096 characters.", nameof(text));
        }
        return Receive(chatId, message => message with { Text = given.Text, Entities = NotEmpty(given.Entities) });
    }

    /// <summary>The person sends photos; several become one album.</summary>
    public IReadOnlyList<ApiMessage> SendPhotos(long chatId, IReadOnlyList<SandboxPhoto> photos, string? caption = null)
    {
        lock (_lock)
        {
            var stored = photos.Select(photo => StoreGiven(() => StorePhoto(photo.Bytes, photo.Smaller))).ToList();
            return ReceiveAlbum(chatId, caption, stored.ConvertAll(sizes => (Func<ApiMessage, ApiMessage>)(message => message with { Photo = sizes })));
        }
    }

    /// <summary>The person sends files as they are; several become one album.</summary>
    public IReadOnlyList<ApiMessage> SendDocuments(long chatId, IReadOnlyList<BotApiUpload> files, string? caption = null)
    {
        lock (_lock)
        {
            var stored = files.Select(file => StoreGiven(() => StoreDocument(file.FileName, file.ContentType, file.Bytes))).ToList();
            return ReceiveAlbum(chatId, caption, stored.ConvertAll(document => (Func<ApiMessage, ApiMessage>)(message => message with { Document = document })));
        }
    }

    /// <summary>The person sends where they are.</summary>
    public ApiMessage SendLocation(long chatId, double latitude, double longitude) =>
        Receive(chatId, message => message with { Location = new ApiLocation(latitude, longitude) });

    /// <summary>The person presses a button of the bot.</summary>
    /// <returns>Id of the callback query that the bot must answer; null when the message or the button is gone.</returns>
    public string? Press(long chatId, long messageId, string data)
    {
        lock (_lock)
        {
            if (_chats.GetValueOrDefault(chatId) is not { HasBlocked: false } chat
                || chat.Find(messageId) is not { From.IsBot: true, ReplyMarkup: { } keyboard } message
                || !keyboard.InlineKeyboard.Any(row => row.Any(button => button.CallbackData == data)))
            {
                return null;
            }
            return PressAnyway(chat, message, data);
        }
    }

    /// <summary>Somebody with a program of their own sends data that no button carries, or that of a button that is gone.</summary>
    public string Forge(long chatId, ApiMessage message, string data)
    {
        lock (_lock)
        {
            return PressAnyway(_chats[chatId], message, data);
        }
    }

    /// <summary>The person blocks the bot, or lets it back.</summary>
    public void SetBlocked(long chatId, bool isBlocked)
    {
        lock (_lock)
        {
            var chat = _chats[chatId];
            if (chat.HasBlocked == isBlocked)
            {
                return;
            }
            chat.HasBlocked = isBlocked;
            var (before, after) = isBlocked ? ("member", "kicked") : ("kicked", "member");
            _updates.Add(id => new ApiUpdate(id)
            {
                MyChatMember = new ApiChatMemberUpdated(chat.Info, chat.User, Now(), new ApiChatMember(_bot, before), new ApiChatMember(_bot, after)),
            });
        }
        Tell(new SandboxChange(SandboxChangeKind.Chats, chatId));
    }

    /// <summary>The person has seen everything.</summary>
    public void Read(long chatId)
    {
        lock (_lock)
        {
            if (_chats.GetValueOrDefault(chatId) is { Last: { } last } chat)
            {
                chat.ReadUpTo = last.MessageId;
            }
        }
    }

    /// <summary>All chats, those with the newest message first.</summary>
    public IReadOnlyList<SandboxChatDto> GetChats()
    {
        lock (_lock)
        {
            return [.. _chats.Values.OrderByDescending(x => x.Last?.MessageId ?? 0).ThenBy(x => x.Person.ChatId)
                .Select(x => new SandboxChatDto(x.Person.ChatId, x.Person.Name, x.Person.Role, x.HasStarted, x.HasBlocked, x.Unread, x.Last))];
        }
    }

    /// <summary>Messages of a chat, oldest first; empty for a chat that is not there.</summary>
    public IReadOnlyList<ApiMessage> GetMessages(long chatId)
    {
        lock (_lock)
        {
            return _chats.GetValueOrDefault(chatId)?.Messages ?? [];
        }
    }

    /// <summary>Commands that the bot offers.</summary>
    public IReadOnlyList<ApiCommand> Commands
    {
        get
        {
            lock (_lock)
            {
                return _commands;
            }
        }
    }

    internal SandboxFile? FindFile(string fileId)
    {
        lock (_lock)
        {
            return _files.Find(fileId);
        }
    }

    internal bool Knows(long chatId)
    {
        lock (_lock)
        {
            return _chats.ContainsKey(chatId);
        }
    }

    internal Channel<SandboxChange> Watch()
    {
        var watcher = Channel.CreateBounded<SandboxChange>(MostChanges);
        _watchers[watcher] = true;
        return watcher;
    }

    internal void Unwatch(Channel<SandboxChange> watcher) => _watchers.TryRemove(watcher, out _);

    // Who does not keep up is cut off and reads everything anew.
    private void Tell(SandboxChange change)
    {
        foreach (var watcher in _watchers.Keys.Where(watcher => !watcher.Writer.TryWrite(change)))
        {
            watcher.Writer.TryComplete();
            Unwatch(watcher);
        }
    }

    private string PressAnyway(SandboxChat chat, ApiMessage message, string data)
    {
        var id = NotePress(chat.Person.ChatId);
        _updates.Add(updateId => new ApiUpdate(updateId)
        {
            CallbackQuery = new ApiCallbackQuery(id, chat.User, message, $"{chat.Person.ChatId}", data),
        });
        return id;
    }

    private ApiMessage Receive(long chatId, Func<ApiMessage, ApiMessage> fill)
    {
        lock (_lock)
        {
            var chat = _chats.GetValueOrDefault(chatId) ?? throw new ArgumentException("Nobody has that chat.", nameof(chatId));
            var message = fill(NewMessage(chat, chat.User));
            chat.HasStarted = true;
            if (chat.HasBlocked)
            {
                SetBlocked(chatId, false); // Telegram asks to restart the bot before it lets one write
            }
            chat.Add(message);
            chat.ReadUpTo = message.MessageId;
            _updates.Add(id => new ApiUpdate(id) { Message = message });
            Tell(new SandboxChange(SandboxChangeKind.Message, chatId) { Message = message });
            return message;
        }
    }

    private List<ApiMessage> ReceiveAlbum(long chatId, string? caption, List<Func<ApiMessage, ApiMessage>> parts)
    {
        var group = parts.Count > 1 ? $"{_nextMessageId}" : null;
        var text = string.IsNullOrWhiteSpace(caption) ? null : BotApiText.Plain(caption);
        if (text?.Text.Length > MaxCaptionLength)
        {
            throw new ArgumentException("A caption has at most 1024 characters.", nameof(caption));
        }
        // The caption of an album is that of its first part.
        return [.. parts.Select((part, index) => Receive(chatId, message => part(WithCaption(message, index == 0 ? text : null)) with { MediaGroupId = group }))];
    }

    private static T StoreGiven<T>(Func<T> store)
    {
        try
        {
            return store();
        }
        catch (BotApiRefusal refusal)
        {
            throw new ArgumentException(refusal.Message, refusal);
        }
    }
}

/// <summary>A photo with the smaller sizes that the person's program made.</summary>
public sealed record SandboxPhoto(byte[] Bytes)
{
    /// <summary>The smaller sizes.</summary>
    public IReadOnlyList<byte[]> Smaller { get; init; } = [];
}

/// <summary>A line of the list of chats.</summary>
public sealed record SandboxChatDto(long Id, string Name, string? Role, bool HasStarted, bool HasBlocked, int Unread, ApiMessage? Last);

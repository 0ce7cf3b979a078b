namespace SaleAuto.Bot;

/// <summary>Updates as the workers of all nodes see them.</summary>
public interface ITelegramUpdateQueue
{
    /// <summary>Adds updates that are not there yet; to be committed by the unit of work.</summary>
    /// <returns>How many are new.</returns>
    Task<int> AddMissingAsync(IReadOnlyList<TelegramUpdate> updates, CancellationToken cancellationToken);

    /// <summary>Takes due updates under a lease, for each chat the oldest one that waits.</summary>
    Task<IReadOnlyList<TelegramUpdate>> ClaimAsync(int count, DateTime now, DateTime until, CancellationToken cancellationToken);

    /// <summary>Keeps the lease of a claimed update until then; at once and beside the unit of work.</summary>
    Task RenewAsync(TelegramUpdate claimed, DateTime until, CancellationToken cancellationToken);

    /// <summary>The claimed update for changing, or null when the lease was lost or somebody was quicker.</summary>
    Task<TelegramUpdate?> FindClaimedAsync(long id, Guid claim, CancellationToken cancellationToken);

    /// <summary>Removes what was handled before that moment, answers included.</summary>
    Task<int> DeleteHandledBeforeAsync(DateTime moment, CancellationToken cancellationToken);
}

/// <summary>What the bot has still to say, as the workers of all nodes see it.</summary>
public interface IBotOutgoingQueue
{
    /// <summary>Adds to the unit of work; an earlier asking of the same question that was not sent yet is dropped.</summary>
    Task AddAsync(BotOutgoing outgoing, CancellationToken cancellationToken);

    /// <summary>Takes what is due under a lease, for each chat the oldest.</summary>
    Task<IReadOnlyList<BotOutgoing>> ClaimAsync(int count, DateTime now, DateTime until, CancellationToken cancellationToken);

    /// <summary>Keeps the lease of a claimed answer until then; at once and beside the unit of work.</summary>
    Task RenewAsync(BotOutgoing claimed, DateTime until, CancellationToken cancellationToken);

    /// <summary>Applies the outcome of a try and saves it.</summary>
    /// <returns>False when the lease was lost.</returns>
    Task<bool> CompleteAsync(BotOutgoing claimed, Action<BotOutgoing> outcome, CancellationToken cancellationToken);
}

/// <summary>Chats of the bot.</summary>
public interface IBotChatRepository
{
    /// <summary>The chat, or null.</summary>
    Task<BotChat?> FindAsync(long chatId, CancellationToken cancellationToken);

    /// <summary>The chat, added to the unit of work when it is new.</summary>
    Task<BotChat> GetOrAddAsync(long chatId, CancellationToken cancellationToken);

    /// <summary>Remembers the message of the question at the bottom of the chat, or that there is none; at once and beside the unit of work.</summary>
    Task NoteMessageAsync(long chatId, long? messageId, CancellationToken cancellationToken);

    /// <summary>The person blocked the bot: nothing more is sent there until something comes.</summary>
    Task NoteBlockedAsync(long chatId, DateTime now, CancellationToken cancellationToken);
}

/// <summary>Leases of the bot's nodes.</summary>
public interface IBotLeaseRepository
{
    /// <summary>The lease, added to the unit of work when it is new.</summary>
    Task<BotLease> GetOrAddAsync(string name, CancellationToken cancellationToken);
}

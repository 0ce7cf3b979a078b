using Microsoft.EntityFrameworkCore;

namespace SaleAuto.Bot;

internal sealed class BotChatRepository(SaleAutoDbContext db) : IBotChatRepository
{
    public Task<BotChat?> FindAsync(long chatId, CancellationToken cancellationToken) =>
        db.Set<BotChat>().FirstOrDefaultAsync(x => x.Id == chatId, cancellationToken);

    public async Task<BotChat> GetOrAddAsync(long chatId, CancellationToken cancellationToken)
    {
        if (await FindAsync(chatId, cancellationToken) is { } known)
        {
            return known;
        }
        var chat = new BotChat(chatId);
        db.Add(chat);
        return chat;
    }

    // Set-based, so that neither write disturbs the version that the handling of updates relies on.
    public Task NoteMessageAsync(long chatId, long? messageId, CancellationToken cancellationToken) => db.Set<BotChat>()
        .Where(x => x.Id == chatId)
        .ExecuteUpdateAsync(chat => chat.SetProperty(x => x.MessageId, messageId), cancellationToken);

    public Task NoteBlockedAsync(long chatId, DateTime now, CancellationToken cancellationToken) => db.Set<BotChat>()
        .Where(x => x.Id == chatId)
        .ExecuteUpdateAsync(chat => chat.SetProperty(x => x.BlockedAt, now), cancellationToken);
}

internal sealed class BotLeaseRepository(SaleAutoDbContext db) : IBotLeaseRepository
{
    public async Task<BotLease> GetOrAddAsync(string name, CancellationToken cancellationToken)
    {
        if (await db.Set<BotLease>().FirstOrDefaultAsync(x => x.Id == name, cancellationToken) is { } known)
        {
            return known;
        }
        var lease = new BotLease(name);
        db.Add(lease);
        return lease;
    }
}

using Microsoft.EntityFrameworkCore;

namespace SaleAuto.Messages;

internal sealed class SandboxInbox(SaleAutoDbContext db) : ISandboxInbox
{
    public async Task AddAsync(SandboxMessage message, CancellationToken cancellationToken)
    {
        // The dispatcher tries a message again when its process ended in between: the phone shows it once.
        if (!await db.Set<SandboxMessage>().AnyAsync(m => m.Id == message.Id, cancellationToken))
        {
            db.Add(message);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    public async Task<IReadOnlyList<SandboxMessage>> GetLatestAsync(IReadOnlyCollection<string> recipients, int count, CancellationToken cancellationToken) =>
        await db.Set<SandboxMessage>().AsNoTracking()
            .Where(m => recipients.Count == 0 || recipients.Contains(m.Recipient))
            .OrderByDescending(m => m.SentAt).ThenByDescending(m => m.Id)
            .Take(count)
            .ToListAsync(cancellationToken);
}

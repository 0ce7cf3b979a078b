using Microsoft.EntityFrameworkCore;
using SaleAuto.Repositories;

namespace SaleAuto.Messages;

internal sealed class OutgoingMessageRepository(SaleAutoDbContext db) : EfRepository<OutgoingMessage>(db), IOutgoingMessageRepository
{
    public Task<OutgoingMessage?> FindByProviderIdAsync(MessageChannel channel, string providerId, CancellationToken cancellationToken) =>
        Db.Set<OutgoingMessage>().FirstOrDefaultAsync(m => m.ProviderId == providerId && m.Channel == channel, cancellationToken);

    public async Task<IReadOnlyList<OutgoingMessage>> GetHeldAsync(Guid leadId, IReadOnlyCollection<string> effects, DateTime now, CancellationToken cancellationToken)
    {
        var waiting = await Db.Set<OutgoingMessage>()
            .Where(x => x.LeadId == leadId && x.Status == MessageStatus.Pending && x.DueAt > now && x.Attempts == 0)
            .ToListAsync(cancellationToken);
        return [.. waiting.Where(x => effects.Any(effect => x.DeduplicationKey.StartsWith(effect, StringComparison.Ordinal)))];
    }

    public async Task<IReadOnlyList<string>> GetUsedKeysAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        await Db.Set<OutgoingMessage>().Where(x => keys.Contains(x.DeduplicationKey)).Select(x => x.DeduplicationKey).ToListAsync(cancellationToken);
}

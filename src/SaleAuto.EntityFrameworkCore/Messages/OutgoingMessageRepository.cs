using Microsoft.EntityFrameworkCore;
using SaleAuto.Repositories;

namespace SaleAuto.Messages;

internal sealed class OutgoingMessageRepository(SaleAutoDbContext db) : EfRepository<OutgoingMessage>(db), IOutgoingMessageRepository
{
    public Task<OutgoingMessage?> FindByProviderIdAsync(MessageChannel channel, string providerId, CancellationToken cancellationToken) =>
        Db.Set<OutgoingMessage>().FirstOrDefaultAsync(m => m.ProviderId == providerId && m.Channel == channel, cancellationToken);

    public async Task<IReadOnlyList<string>> GetUsedKeysAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        await Db.Set<OutgoingMessage>().Where(x => keys.Contains(x.DeduplicationKey)).Select(x => x.DeduplicationKey).ToListAsync(cancellationToken);
}

using Microsoft.EntityFrameworkCore;
using SaleAuto.Repositories;

namespace SaleAuto.Messages;

internal sealed class OutgoingMessageRepository(SaleAutoDbContext db) : EfRepository<OutgoingMessage>(db), IOutgoingMessageRepository
{
    public Task<OutgoingMessage?> FindByProviderIdAsync(MessageChannel channel, string providerId, CancellationToken cancellationToken) =>
        Db.Set<OutgoingMessage>().FirstOrDefaultAsync(m => m.ProviderId == providerId && m.Channel == channel, cancellationToken);
}

using Microsoft.EntityFrameworkCore;
using SaleAuto.Repositories;

namespace SaleAuto.Clients;

internal sealed class ClientRepository(SaleAutoDbContext db) : EfRepository<Client>(db), IClientRepository
{
    public async Task<Client?> FindByPhoneAsync(PhoneNumber phone, CancellationToken cancellationToken) =>
        Db.Set<Client>().Local.FirstOrDefault(x => x.Phone == phone.Value)
        ?? await Db.Set<Client>().FirstOrDefaultAsync(x => x.Phone == phone.Value, cancellationToken);
}

using Microsoft.EntityFrameworkCore;
using SaleAuto.Repositories;

namespace SaleAuto.Clients.SignIn;

internal sealed class OneTimeCodeRepository(SaleAutoDbContext db) : EfRepository<OneTimeCode>(db), IOneTimeCodeRepository
{
    public Task<DateTime?> FindSentToPhoneAsync(PhoneNumber phone, int placesBack, CancellationToken cancellationToken) =>
        FindSentAsync(Db.Set<OneTimeCode>().Where(x => x.Phone == phone.Value), placesBack, cancellationToken);

    public Task<DateTime?> FindSentForAddressAsync(string addressHash, int placesBack, CancellationToken cancellationToken) =>
        FindSentAsync(Db.Set<OneTimeCode>().Where(x => x.AddressHash == addressHash), placesBack, cancellationToken);

    public Task ExpireEarlierAsync(PhoneNumber phone, Guid? leadId, DateTime now, CancellationToken cancellationToken) =>
        Db.Set<OneTimeCode>()
            .Where(x => x.Phone == phone.Value && x.LeadId == leadId && x.UsedAt == null && x.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.ExpiresAt, now), cancellationToken);

    public async Task<IReadOnlyList<OneTimeCode>> GetActiveAsync(PhoneNumber phone, DateTime now, CancellationToken cancellationToken) =>
        await Db.Set<OneTimeCode>().AsNoTracking()
            .Where(x => x.Phone == phone.Value && x.UsedAt == null && x.ExpiresAt > now)
            .OrderByDescending(x => x.CreatedAt)
            .ToListAsync(cancellationToken);

    public async Task<bool> TryTakeAttemptAsync(Guid id, CancellationToken cancellationToken) =>
        await Db.Set<OneTimeCode>()
            .Where(x => x.Id == id && x.Attempts < SignInConsts.MaxAttempts)
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.Attempts, x => x.Attempts + 1), cancellationToken) == 1;

    public async Task<bool> TryUseAsync(Guid id, DateTime now, CancellationToken cancellationToken) =>
        await Db.Set<OneTimeCode>()
            .Where(x => x.Id == id && x.UsedAt == null && x.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.UsedAt, now), cancellationToken) == 1;

    public Task DeleteCreatedBeforeAsync(DateTime moment, CancellationToken cancellationToken) =>
        Db.Set<OneTimeCode>().Where(x => x.CreatedAt < moment).ExecuteDeleteAsync(cancellationToken);

    private static async Task<DateTime?> FindSentAsync(IQueryable<OneTimeCode> codes, int placesBack, CancellationToken cancellationToken) =>
        await codes.OrderByDescending(x => x.CreatedAt)
            .Skip(placesBack - 1)
            .Select(x => (DateTime?)x.CreatedAt)
            .FirstOrDefaultAsync(cancellationToken);
}

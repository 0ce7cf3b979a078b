using Microsoft.EntityFrameworkCore;
using SaleAuto.Repositories;

namespace SaleAuto.Clients.SignIn;

internal sealed class RefreshTokenRepository(SaleAutoDbContext db) : EfRepository<RefreshToken>(db), IRefreshTokenRepository
{
    public void Insert(RefreshTokenFamily family) => Db.Add(family);

    public Task<RefreshToken?> FindByHashAsync(string hash, CancellationToken cancellationToken) =>
        Db.Set<RefreshToken>().AsNoTracking().FirstOrDefaultAsync(x => x.Hash == hash, cancellationToken);

    public async Task<RefreshTokenFamily?> HoldAsync(Guid familyId, DateTime now, CancellationToken cancellationToken)
    {
        var held = await Db.Set<RefreshTokenFamily>()
            .Where(x => x.Id == familyId && x.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.LastUsedAt, now), cancellationToken);
        return held == 0 ? null : await Db.Set<RefreshTokenFamily>().AsNoTracking().FirstAsync(x => x.Id == familyId, cancellationToken);
    }

    public async Task<IReadOnlyDictionary<int, DateTime>> GetUsesAsync(Guid familyId, int fromGeneration, CancellationToken cancellationToken) =>
        await Db.Set<RefreshToken>()
            .Where(x => x.FamilyId == familyId && x.Generation >= fromGeneration && x.UsedAt != null)
            .GroupBy(x => x.Generation)
            .Select(g => new { Generation = g.Key, FirstUse = g.Min(x => x.UsedAt!.Value) })
            .ToDictionaryAsync(x => x.Generation, x => x.FirstUse, cancellationToken);

    public Task MarkUsedAsync(Guid id, DateTime now, CancellationToken cancellationToken) =>
        Db.Set<RefreshToken>()
            .Where(x => x.Id == id && x.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.UsedAt, now), cancellationToken);

    public Task RevokeFamilyAsync(Guid familyId, DateTime now, CancellationToken cancellationToken) =>
        Db.Set<RefreshTokenFamily>()
            .Where(x => x.Id == familyId && x.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.RevokedAt, now), cancellationToken);

    public Task RevokeOfClientAsync(Guid clientId, DateTime now, CancellationToken cancellationToken) =>
        Db.Set<RefreshTokenFamily>()
            .Where(x => x.ClientId == clientId && x.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.RevokedAt, now), cancellationToken);

    public async Task DeleteExpiredBeforeAsync(DateTime moment, CancellationToken cancellationToken)
    {
        await Db.Set<RefreshToken>().Where(x => x.ExpiresAt < moment).ExecuteDeleteAsync(cancellationToken);
        await Db.Set<RefreshTokenFamily>()
            .Where(x => x.LastUsedAt < moment && !Db.Set<RefreshToken>().Any(token => token.FamilyId == x.Id))
            .ExecuteDeleteAsync(cancellationToken);
    }
}

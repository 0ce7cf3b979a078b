using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaleAuto.Clients;
using SaleAuto.Repositories;

namespace SaleAuto.Requests;

internal sealed class IdempotentRequestRepository(SaleAutoDbContext db) : EfRepository<IdempotentRequest>(db), IIdempotentRequestRepository
{
    public Task<IdempotentRequest?> FindByKeyAsync(string keyHash, CancellationToken cancellationToken) =>
        Db.Set<IdempotentRequest>().AsNoTracking().FirstOrDefaultAsync(x => x.KeyHash == keyHash, cancellationToken);

    public Task DeleteCreatedBeforeAsync(DateTime moment, CancellationToken cancellationToken) =>
        Db.Set<IdempotentRequest>().Where(x => x.CreatedAt < moment).ExecuteDeleteAsync(cancellationToken);
}

internal sealed class IdempotentRequestConfiguration : IEntityTypeConfiguration<IdempotentRequest>
{
    public void Configure(EntityTypeBuilder<IdempotentRequest> request)
    {
        request.ToTable("IdempotentRequests");
        request.Property(x => x.KeyHash).HasMaxLength(SignInConsts.HashLength);
        request.Property(x => x.InputHash).HasMaxLength(SignInConsts.HashLength);
        request.HasIndex(x => x.KeyHash).IsUnique();
        request.HasIndex(x => x.CreatedAt);
    }
}

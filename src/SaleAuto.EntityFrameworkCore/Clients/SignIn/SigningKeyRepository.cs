using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaleAuto.Repositories;

namespace SaleAuto.Clients.SignIn;

internal sealed class SigningKeyRepository(SaleAutoDbContext db) : EfRepository<SigningKey>(db), ISigningKeyRepository
{
    public async Task<IReadOnlyList<SigningKey>> GetValidAsync(DateTime now, CancellationToken cancellationToken) =>
        await Db.Set<SigningKey>().AsNoTracking()
            .Where(x => x.ValidUntil > now || x.Sequence == Db.Set<SigningKey>().Max(newest => newest.Sequence))
            .OrderByDescending(x => x.Sequence)
            .ToListAsync(cancellationToken);

    // The newest stays: its sequence is counted on from.
    public Task DeleteInvalidAsync(DateTime now, CancellationToken cancellationToken) =>
        Db.Set<SigningKey>()
            .Where(x => x.ValidUntil <= now && x.Sequence < Db.Set<SigningKey>().Max(newest => newest.Sequence))
            .ExecuteDeleteAsync(cancellationToken);
}

internal sealed class SigningKeyConfiguration : IEntityTypeConfiguration<SigningKey>
{
    public void Configure(EntityTypeBuilder<SigningKey> key)
    {
        key.ToTable("SigningKeys");
        key.Property(x => x.ProtectedSecret).HasMaxLength(2000);
        key.HasIndex(x => x.Sequence).IsUnique();
    }
}

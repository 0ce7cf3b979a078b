using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaleAuto.Repositories;

namespace SaleAuto.Staff.Tokens;

internal sealed class PersonalAccessTokenConfiguration : IEntityTypeConfiguration<PersonalAccessToken>
{
    public void Configure(EntityTypeBuilder<PersonalAccessToken> token)
    {
        token.ToTable("PersonalAccessTokens");
        token.Property(x => x.Name).HasMaxLength(StaffConsts.MaxTokenNameLength);
        token.Property(x => x.Hash).HasMaxLength(StaffConsts.HashLength);
        token.Property(x => x.Prefix).HasMaxLength(StaffConsts.TokenPrefixLength);
        token.Property(x => x.Scopes).HasMaxLength(StaffConsts.MaxScopesLength);
        token.HasOne<StaffMember>().WithMany().HasForeignKey(x => x.StaffId).OnDelete(DeleteBehavior.Cascade);
        token.HasIndex(x => x.Hash).IsUnique();
        token.HasIndex(x => new { x.StaffId, x.CreatedAt });
    }
}

internal sealed class PersonalAccessTokenRepository(SaleAutoDbContext db) : EfRepository<PersonalAccessToken>(db), IPersonalAccessTokenRepository
{
    public async Task<IReadOnlyList<PersonalAccessToken>> GetListAsync(Guid staffId, CancellationToken cancellationToken) =>
        await Db.Set<PersonalAccessToken>().Where(x => x.StaffId == staffId).OrderByDescending(x => x.CreatedAt).ToListAsync(cancellationToken);
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SaleAuto.Clients.SignIn;

internal sealed class RefreshTokenConfiguration : IEntityTypeConfiguration<RefreshToken>
{
    public void Configure(EntityTypeBuilder<RefreshToken> token)
    {
        token.ToTable("RefreshTokens");
        token.Property(x => x.Hash).HasMaxLength(SignInConsts.HashLength);
        token.HasOne<RefreshTokenFamily>().WithMany().HasForeignKey(x => x.FamilyId);
        token.HasIndex(x => x.Hash).IsUnique();
        token.HasIndex(x => new { x.FamilyId, x.Generation });
        token.HasIndex(x => x.ExpiresAt);
    }
}

internal sealed class RefreshTokenFamilyConfiguration : IEntityTypeConfiguration<RefreshTokenFamily>
{
    public void Configure(EntityTypeBuilder<RefreshTokenFamily> family)
    {
        family.ToTable("RefreshTokenFamilies");
        family.HasOne<Client>().WithMany().HasForeignKey(x => x.ClientId);
    }
}

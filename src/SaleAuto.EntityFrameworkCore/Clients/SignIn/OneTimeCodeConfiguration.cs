using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SaleAuto.Clients.SignIn;

internal sealed class OneTimeCodeConfiguration : IEntityTypeConfiguration<OneTimeCode>
{
    public void Configure(EntityTypeBuilder<OneTimeCode> code)
    {
        code.ToTable("OneTimeCodes");
        code.Property(x => x.Phone).HasMaxLength(PhoneNumber.MaxLength);
        code.Property(x => x.KeyId).HasMaxLength(SignInConsts.MaxKeyIdLength);
        code.Property(x => x.Hash).HasMaxLength(SignInConsts.HashLength);
        code.Property(x => x.AddressHash).HasMaxLength(SignInConsts.HashLength);
        code.HasIndex(x => new { x.Phone, x.CreatedAt });
        code.HasIndex(x => new { x.AddressHash, x.CreatedAt });
        code.HasIndex(x => x.CreatedAt);
    }
}

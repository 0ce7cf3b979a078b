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

/// <summary>A row to queue at: parallel requests for codes of one phone or address wait for each other.</summary>
internal sealed class OneTimeCodeTurn
{
    public string Key { get; set; } = "";

    public DateTime LastTakenAt { get; set; }
}

internal sealed class OneTimeCodeTurnConfiguration : IEntityTypeConfiguration<OneTimeCodeTurn>
{
    public void Configure(EntityTypeBuilder<OneTimeCodeTurn> turn)
    {
        turn.ToTable("OneTimeCodeTurns");
        turn.HasKey(x => x.Key);
        turn.Property(x => x.Key).HasMaxLength(SignInConsts.HashLength);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaleAuto.Leads;

namespace SaleAuto.Clients;

internal sealed class ClientConfiguration : IEntityTypeConfiguration<Client>
{
    public void Configure(EntityTypeBuilder<Client> client)
    {
        client.ToTable("Clients");
        client.Property(x => x.Phone).HasMaxLength(PhoneNumber.MaxLength);
        client.Property(x => x.Name).HasMaxLength(ClientConsts.MaxNameLength);
        client.HasIndex(x => x.Phone).IsUnique();
    }
}

internal sealed class ConsentConfiguration : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> consent)
    {
        consent.ToTable("Consents");
        consent.Property(x => x.Phone).HasMaxLength(PhoneNumber.MaxLength);
        consent.Property(x => x.TextVersion).HasMaxLength(ClientConsts.MaxTextVersionLength);
        consent.Property(x => x.Language).HasMaxLength(2);
        consent.HasOne<Lead>().WithMany().HasForeignKey(x => x.LeadId).OnDelete(DeleteBehavior.Restrict);
        consent.HasIndex(x => x.Phone);
        consent.HasIndex(x => new { x.LeadId, x.Kind }).IsUnique();
    }
}

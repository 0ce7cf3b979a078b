using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaleAuto.Repositories;

namespace SaleAuto.Clients;

internal sealed class ConsentTextVersionConfiguration : IEntityTypeConfiguration<ConsentTextVersion>
{
    public void Configure(EntityTypeBuilder<ConsentTextVersion> text)
    {
        text.ToTable("ConsentTextVersions");
        text.Property(x => x.Version).HasMaxLength(ClientConsts.MaxTextVersionLength);
        text.Property(x => x.Label).HasMaxLength(ClientConsts.MaxConsentLabelLength);
        text.Property(x => x.EnglishLabel).HasMaxLength(ClientConsts.MaxConsentLabelLength);
        text.HasIndex(x => new { x.Kind, x.Number }).IsUnique();
    }
}

internal sealed class ConsentRepository(SaleAutoDbContext db, ReadCache<ConsentTextVersion> cache) : EfRepository<Consent>(db), IConsentRepository
{
    public Task<IReadOnlyList<ConsentTextVersion>> GetTextsAsync(ConsentKind kind, CancellationToken cancellationToken) =>
        cache.GetAsync<IReadOnlyList<ConsentTextVersion>>(
            kind,
            async () => await Db.Set<ConsentTextVersion>().AsNoTracking().Where(x => x.Kind == kind).OrderByDescending(x => x.Number).ToListAsync(cancellationToken));

    public Task<ConsentTextVersion?> FindNewestTextAsync(ConsentKind kind, CancellationToken cancellationToken) =>
        Db.Set<ConsentTextVersion>().AsNoTracking().Where(x => x.Kind == kind).OrderByDescending(x => x.Number).FirstOrDefaultAsync(cancellationToken);

    public void Insert(ConsentTextVersion text) => Db.Add(text);

    public async Task<IReadOnlyList<Consent>> GetOfLeadAsync(Guid leadId, CancellationToken cancellationToken) => await Db.Set<Consent>()
        .AsNoTracking()
        .Where(x => x.LeadId == leadId)
        .OrderBy(x => x.GrantedAt).ThenBy(x => x.Kind)
        .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<Consent>> GetOfPhoneAsync(string phone, CancellationToken cancellationToken) => await Db.Set<Consent>()
        .AsNoTracking()
        .Where(x => x.Phone == phone)
        .OrderByDescending(x => x.GrantedAt).ThenBy(x => x.Kind)
        .Take(50)
        .ToListAsync(cancellationToken);
}

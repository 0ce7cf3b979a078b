using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Repositories;

namespace SaleAuto.Staff.Sessions;

internal sealed class StaffSessionConfiguration : IEntityTypeConfiguration<StaffSession>
{
    public void Configure(EntityTypeBuilder<StaffSession> session)
    {
        session.ToTable("StaffSessions");
        session.Property(x => x.Device).HasMaxLength(StaffConsts.MaxDeviceLength);
        session.Property(x => x.Address).HasMaxLength(StaffConsts.MaxAddressLength);
        session.HasOne<StaffMember>().WithMany().HasForeignKey(x => x.StaffId).OnDelete(DeleteBehavior.Cascade);
        session.HasIndex(x => new { x.StaffId, x.LastSeenAt });
        session.HasIndex(x => x.LastSeenAt);
    }
}

internal sealed class StaffSessionRepository(SaleAutoDbContext db) : EfRepository<StaffSession>(db), IStaffSessionRepository
{
    public async Task<IReadOnlyList<StaffSession>> GetOpenAsync(Guid staffId, DateTime seenSince, CancellationToken cancellationToken) => await Db.Set<StaffSession>()
        .Where(x => x.StaffId == staffId && x.EndedAt == null && x.LastSeenAt >= seenSince)
        .OrderByDescending(x => x.LastSeenAt)
        .ToListAsync(cancellationToken);

    public Task DeleteSeenBeforeAsync(DateTime moment, CancellationToken cancellationToken) =>
        Db.Set<StaffSession>().Where(x => x.LastSeenAt < moment).ExecuteDeleteAsync(cancellationToken);
}

internal sealed class StaffSessionCache(IServiceScopeFactory scopes) : RowCache<Guid, StaffSession>(scopes), IStaffSessionCache
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    public ValueTask NoteUseAsync(StaffSession session, DateTime now, CancellationToken cancellationToken) => now - session.StartedAt < Pause
        ? ValueTask.CompletedTask
        : NoteAsync(session, now, Pause, (row, stop) => row.ExecuteUpdateAsync(set => set.SetProperty(x => x.LastSeenAt, now), stop), cancellationToken);

    protected override Task<StaffSession?> LoadAsync(IQueryable<StaffSession> rows, Guid key, CancellationToken cancellationToken) =>
        rows.FirstOrDefaultAsync(x => x.Id == key, cancellationToken);
}

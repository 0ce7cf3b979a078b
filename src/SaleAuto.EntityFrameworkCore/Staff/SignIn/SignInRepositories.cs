using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaleAuto.Repositories;

namespace SaleAuto.Staff.SignIn;

internal sealed class StaffInvitationConfiguration : IEntityTypeConfiguration<StaffInvitation>
{
    public void Configure(EntityTypeBuilder<StaffInvitation> invitation)
    {
        invitation.ToTable("StaffInvitations");
        invitation.Property(x => x.Hash).HasMaxLength(StaffConsts.HashLength);
        invitation.HasOne<StaffMember>().WithMany().HasForeignKey(x => x.StaffId).OnDelete(DeleteBehavior.Cascade);
        invitation.HasIndex(x => x.Hash).IsUnique();
        invitation.HasIndex(x => x.StaffId);
    }
}

internal sealed class SignInRequestConfiguration : IEntityTypeConfiguration<SignInRequest>
{
    public void Configure(EntityTypeBuilder<SignInRequest> request)
    {
        request.ToTable("SignInRequests");
        request.Property(x => x.Code).HasMaxLength(StaffConsts.SignInCodeLength);
        request.Property(x => x.BrowserHash).HasMaxLength(StaffConsts.HashLength);
        request.Property(x => x.Device).HasMaxLength(StaffConsts.MaxDeviceLength);
        request.Property(x => x.Address).HasMaxLength(StaffConsts.MaxAddressLength);
        request.HasIndex(x => x.Code);
        request.HasIndex(x => x.BrowserHash).IsUnique();
        request.HasIndex(x => x.ExpiresAt);
    }
}

internal sealed class StaffInvitationRepository(SaleAutoDbContext db) : EfRepository<StaffInvitation>(db), IStaffInvitationRepository
{
    public Task<StaffInvitation?> FindByHashAsync(string hash, CancellationToken cancellationToken) =>
        Db.Set<StaffInvitation>().FirstOrDefaultAsync(x => x.Hash == hash, cancellationToken);

    public async Task<IReadOnlyList<StaffInvitation>> GetOpenAsync(Guid staffId, CancellationToken cancellationToken) =>
        await Db.Set<StaffInvitation>().Where(x => x.StaffId == staffId && x.UsedAt == null && x.WithdrawnAt == null).ToListAsync(cancellationToken);
}

internal sealed class SignInRequestRepository(SaleAutoDbContext db) : EfRepository<SignInRequest>(db), ISignInRequestRepository
{
    public Task<SignInRequest?> FindOpenByCodeAsync(string code, DateTime now, CancellationToken cancellationToken) => Db.Set<SignInRequest>()
        .Where(x => x.Code == code && x.Status == SignInRequestStatus.Waiting && x.ExpiresAt > now)
        .OrderByDescending(x => x.CreatedAt)
        .FirstOrDefaultAsync(cancellationToken);

    public Task<SignInRequest?> FindByBrowserAsync(string browserHash, CancellationToken cancellationToken) =>
        Db.Set<SignInRequest>().FirstOrDefaultAsync(x => x.BrowserHash == browserHash, cancellationToken);

    public Task DeleteExpiredBeforeAsync(DateTime moment, CancellationToken cancellationToken) =>
        Db.Set<SignInRequest>().Where(x => x.ExpiresAt < moment).ExecuteDeleteAsync(cancellationToken);
}

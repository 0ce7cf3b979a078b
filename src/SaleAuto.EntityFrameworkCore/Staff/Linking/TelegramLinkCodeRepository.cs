using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaleAuto.Repositories;

namespace SaleAuto.Staff.Linking;

internal sealed class TelegramLinkCodeConfiguration : IEntityTypeConfiguration<TelegramLinkCode>
{
    public void Configure(EntityTypeBuilder<TelegramLinkCode> code)
    {
        code.ToTable("TelegramLinkCodes");
        code.Property(x => x.Hash).HasMaxLength(StaffConsts.HashLength);
        code.HasOne<StaffMember>().WithMany().HasForeignKey(x => x.StaffId).OnDelete(DeleteBehavior.Cascade);
        code.HasIndex(x => x.Hash).IsUnique();
        code.HasIndex(x => x.ExpiresAt);
    }
}

internal sealed class TelegramLinkCodeRepository(SaleAutoDbContext db) : EfRepository<TelegramLinkCode>(db), ITelegramLinkCodeRepository
{
    public Task<TelegramLinkCode?> FindByHashAsync(string hash, CancellationToken cancellationToken) =>
        Db.Set<TelegramLinkCode>().FirstOrDefaultAsync(x => x.Hash == hash, cancellationToken);

    public async Task<IReadOnlyList<TelegramLinkCode>> GetOpenAsync(Guid staffId, CancellationToken cancellationToken) =>
        await Db.Set<TelegramLinkCode>().Where(x => x.StaffId == staffId && x.EndedAt == null).ToListAsync(cancellationToken);

    public Task<StaffMember?> FindHolderAsync(long chatId, CancellationToken cancellationToken) =>
        Db.Users.FirstOrDefaultAsync(x => x.TelegramChatId == chatId, cancellationToken);

    public Task DeleteExpiredBeforeAsync(DateTime moment, CancellationToken cancellationToken) =>
        Db.Set<TelegramLinkCode>().Where(x => x.ExpiresAt < moment).ExecuteDeleteAsync(cancellationToken);
}

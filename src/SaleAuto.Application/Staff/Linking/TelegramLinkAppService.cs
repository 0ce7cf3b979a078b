using Microsoft.AspNetCore.Identity;
using SaleAuto.Repositories;
using SaleAuto.Users;

namespace SaleAuto.Staff.Linking;

internal sealed class TelegramLinkAppService(
    OwnAccount own,
    ITelegramLinkCodeRepository codes,
    IBotLinks links,
    IUnitOfWork unitOfWork,
    TimeProvider clock) : ITelegramLinkAppService
{
    public Task<TelegramLinkDto> BeginAsync(CancellationToken cancellationToken) => unitOfWork.ExecuteAsync(
        async token =>
        {
            var staff = await own.GetAsync(token);
            var now = clock.GetUtcNow().UtcDateTime;
            foreach (var earlier in await codes.GetOpenAsync(staff.Id, token))
            {
                earlier.End(now);
            }
            var code = Secrets.NewCode(StaffConsts.LinkCodeLength);
            var issued = new TelegramLinkCode(Guid.CreateVersion7(), staff.Id, code, now);
            codes.Insert(issued);
            return new TelegramLinkDto(code, links.ForStart(code), issued.ExpiresAt);
        },
        cancellationToken);

    public Task UnlinkAsync(CancellationToken cancellationToken) => unitOfWork.ExecuteAsync(
        async token =>
        {
            (await own.GetAsync(token)).UnlinkTelegram();
            return true;
        },
        cancellationToken);
}

internal sealed class TelegramLinking(
    UserManager<StaffMember> accounts, ITelegramLinkCodeRepository codes, IUserSwitch users, IUnitOfWork unitOfWork, TimeProvider clock) : ITelegramLinking
{
    public Task<LinkedPersonDto?> LinkAsync(long chatId, string code, CancellationToken cancellationToken) => unitOfWork.ExecuteAsync(
        async token =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var issued = await codes.FindByHashAsync(Secrets.HashOf(code.Trim().ToUpperInvariant()), token);
            if (issued?.IsOpen(now) != true || await accounts.FindByIdAsync(issued.StaffId.ToString()) is not { IsActive: true } staff)
            {
                return null;
            }
            using var _ = users.ActAs(staff.Id); // the line of the audit log is the person's own
            if (await codes.FindHolderAsync(chatId, token) is { } holder && holder.Id != staff.Id)
            {
                if (holder.IsActive)
                {
                    return null; // one chat is one person's; that person unlinks it first
                }
                holder.UnlinkTelegram();
                await unitOfWork.SaveChangesAsync(token); // before the next one takes the unique chat
            }
            issued.End(now);
            staff.LinkTelegram(chatId);
            await unitOfWork.SaveChangesAsync(token);
            return new LinkedPersonDto(staff.Id, staff.FullName);
        },
        cancellationToken);
}

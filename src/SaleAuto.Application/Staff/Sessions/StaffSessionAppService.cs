using SaleAuto.Errors;
using SaleAuto.Permissions;
using SaleAuto.Repositories;
using SaleAuto.Users;

namespace SaleAuto.Staff.Sessions;

internal sealed class StaffSessionAppService(
    ICurrentUser user,
    IStaffAccessProvider access,
    IStaffSessionRepository sessions,
    IUnitOfWork unitOfWork,
    TimeProvider clock) : IStaffSessionAppService
{
    public async Task<IReadOnlyList<StaffSessionDto>> GetListAsync(CancellationToken cancellationToken) =>
    [
        .. (await GetOpenAsync(cancellationToken)).Select(x => new StaffSessionDto(x.Id, x.Device, x.Address, x.StartedAt, x.LastSeenAt, x.Id == user.SessionId)),
    ];

    public async Task RevokeAsync(Guid id, CancellationToken cancellationToken)
    {
        var session = (await GetOpenAsync(cancellationToken)).FirstOrDefault(x => x.Id == id) ?? throw new EntityNotFoundException(typeof(StaffSession), id);
        session.End(clock.GetUtcNow().UtcDateTime);
        await unitOfWork.SaveChangesAsync(cancellationToken);
    }

    public async Task<int> RevokeOthersAsync(CancellationToken cancellationToken)
    {
        var others = (await GetOpenAsync(cancellationToken)).Where(x => x.Id != user.SessionId).ToList();
        others.ForEach(x => x.End(clock.GetUtcNow().UtcDateTime));
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return others.Count;
    }

    private async Task<IReadOnlyList<StaffSession>> GetOpenAsync(CancellationToken cancellationToken)
    {
        if ((await access.GetAsync(cancellationToken)).StaffId is not { } staffId)
        {
            throw new AuthorizationException();
        }
        if (user.Scopes is not null)
        {
            throw new BusinessException(SaleAutoErrorCodes.Staff.TokenNotAllowed);
        }
        return await sessions.GetOpenAsync(staffId, clock.GetUtcNow().UtcDateTime - StaffTickets.LongestSilence, cancellationToken);
    }
}

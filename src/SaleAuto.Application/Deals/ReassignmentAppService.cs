using SaleAuto.Errors;
using SaleAuto.Repositories;
using SaleAuto.Staff;
using SaleAuto.Validation;

namespace SaleAuto.Deals;

internal sealed class ReassignmentAppService(
    StaffDoor door,
    IReassignmentRepository requests,
    IReassignmentQuery query,
    IDealRepository deals,
    DealManager dealManager,
    IStaffDirectory staff,
    IUnitOfWork unitOfWork,
    TimeProvider clock) : IReassignmentAppService
{
    private const int MostInList = 50;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IReadOnlyList<ReassignmentLineDto>> GetOpenAsync(CancellationToken cancellationToken)
    {
        var me = await door.RequireAsync(DealPermissions.Work, cancellationToken);
        var rows = await query.GetOpenAsync(MostInList, cancellationToken);
        return [.. rows.Select(row => new ReassignmentLineDto
        {
            Id = row.Request.Id,
            DealNumber = row.Deal.Number,
            Status = row.Request.Status,
            StartsAt = row.Deal.StartsAt,
            LocalStart = row.Deal.LocalStart,
            Address = row.Deal.Address,
            Car = SellerDealMapper.ToCar(row.Deal, row.Car),
            FromSellerName = row.FromSellerName,
            Reason = row.Request.Reason,
            IsOwn = row.Request.FromSellerId == me,
        })];
    }

    public async Task<ReassignmentDto> GetAsync(Guid requestId, CancellationToken cancellationToken)
    {
        var me = await door.RequireAsync(DealPermissions.Work, cancellationToken);
        var row = await query.FindAsync(requestId, cancellationToken) ?? throw new EntityNotFoundException(typeof(ReassignmentRequest), requestId);
        var request = await requests.GetWholeAsync(requestId, cancellationToken);
        var people = request.Comments.Select(x => x.StaffId).Concat(request.TakenById is { } taker ? [taker] : []).ToHashSet();
        var names = await query.GetNamesAsync(people, cancellationToken);
        return new ReassignmentDto
        {
            Id = request.Id,
            DealId = request.DealId,
            DealNumber = row.Deal.Number,
            Status = request.Status,
            StartsAt = row.Deal.StartsAt,
            LocalStart = row.Deal.LocalStart,
            Address = row.Deal.Address,
            Car = SellerDealMapper.ToCar(row.Deal, row.Car),
            FromSellerName = row.FromSellerName,
            Reason = request.Reason,
            RequestedAt = request.RequestedAt,
            TakenByName = request.TakenById is { } by ? names.GetValueOrDefault(by) : null,
            Understood = request.Opinions.Count(x => x.Vote == ReassignmentVote.Understood),
            NotConvincing = request.Opinions.Count(x => x.Vote == ReassignmentVote.NotConvincing),
            MyVote = request.Opinions.FirstOrDefault(x => x.StaffId == me)?.Vote,
            Comments = [.. request.Comments.OrderBy(x => x.At).ThenBy(x => x.Id).Select(x => new ReassignmentCommentDto(names.GetValueOrDefault(x.StaffId, ""), x.Text, x.At))],
            IsOwn = request.FromSellerId == me,
            CanAccept = request.IsOpen && request.FromSellerId != me,
        };
    }

    public Task AcceptAsync(Guid requestId, CancellationToken cancellationToken) =>
        ChangeAsync(
            requestId,
            async (request, me, token) =>
            {
                if (request.TakenById == me)
                {
                    return; // a double press
                }
                if (request.TakenById is { } taker)
                {
                    throw new BusinessException(SaleAutoErrorCodes.Deals.TakenBy).WithData("Seller", await staff.FindNameAsync(taker, token));
                }
                await dealManager.TakeOverAsync(request, await deals.GetAsync(request.DealId, token), me, Now, token);
            },
            cancellationToken);

    public Task VoteAsync(Guid requestId, ReassignmentVote vote, CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(vote))
        {
            throw new InputValidationException(nameof(vote), SaleAutoErrorCodes.Fields.NotAllowed);
        }
        return ChangeAsync(requestId, (request, me, _) => Do(() => request.Vote(me, vote, Now)), cancellationToken);
    }

    public Task CommentAsync(Guid requestId, CommentOnReassignmentInput input, CancellationToken cancellationToken)
    {
        InputValidator.Validate(input);
        return ChangeAsync(requestId, (request, me, _) => Do(() => request.Comment(me, input.Text!, input.Key!, Now)), cancellationToken);
    }

    // In turn with the presses on the deal: it may be withdrawn at the very moment when somebody takes it.
    private async Task ChangeAsync(Guid requestId, Func<ReassignmentRequest, Guid, CancellationToken, Task> change, CancellationToken cancellationToken)
    {
        var me = await door.RequireAsync(DealPermissions.Work, cancellationToken);
        var row = await query.FindAsync(requestId, cancellationToken) ?? throw new EntityNotFoundException(typeof(ReassignmentRequest), requestId);
        await unitOfWork.ExecuteAsync(
            async token =>
            {
                await unitOfWork.TakeTurnAsync($"deal:{row.Deal.Id}", token);
                var request = await requests.GetWholeAsync(requestId, token);
                await change(request, me, token);
                return request.Id;
            },
            cancellationToken);
    }

    private static Task Do(Action action)
    {
        action();
        return Task.CompletedTask;
    }
}

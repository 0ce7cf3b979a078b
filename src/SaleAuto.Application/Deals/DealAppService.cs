using SaleAuto.Repositories;
using SaleAuto.Staff;
using SaleAuto.Validation;

namespace SaleAuto.Deals;

internal sealed class DealAppService(
    StaffDoor door,
    IDealRepository deals,
    DealManager dealManager,
    MeetingTimes times,
    SellerDays sellerDays,
    IUnitOfWork unitOfWork,
    TimeProvider clock) : IDealAppService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<SellerDaysDto> GetSellerDaysAsync(SellerDayInput input, CancellationToken cancellationToken)
    {
        await door.RequireAsync(Calls.CallPermissions.Work, cancellationToken);
        InputValidator.Validate(input);
        return await sellerDays.GetAsync(input, cancellationToken);
    }

    public async Task RescheduleAsync(Guid dealId, MeetingInput input, CancellationToken cancellationToken)
    {
        await door.RequireAsync(DealPermissions.Reschedule, cancellationToken);
        InputValidator.Validate(input);
        var plan = await times.ToPlanAsync(input, cancellationToken);
        await ChangeAsync(dealId, (deal, token) => dealManager.RescheduleAsync(deal, plan, Now, token), cancellationToken);
    }

    public async Task MoveAsync(Guid dealId, MoveDealInput input, CancellationToken cancellationToken)
    {
        await door.RequireAsync(DealPermissions.Reschedule, cancellationToken);
        InputValidator.Validate(input);
        await ChangeAsync(
            dealId,
            (deal, token) =>
            {
                var plan = new MeetingPlan
                {
                    StartsAt = input.StartsAt!.Value,
                    Minutes = input.Minutes!.Value,
                    TimeZone = deal.TimeZone,
                    Address = input.Address!,
                    Latitude = input.Address == deal.Address ? deal.Latitude : null,
                    Longitude = input.Address == deal.Address ? deal.Longitude : null,
                    Note = input.Note,
                };
                return dealManager.RescheduleAsync(deal, plan, Now, token);
            },
            cancellationToken);
    }

    public async Task ReassignAsync(Guid dealId, ReassignDealInput input, CancellationToken cancellationToken)
    {
        var managerId = await door.RequireAsync(DealPermissions.Reassign, cancellationToken);
        InputValidator.Validate(input);
        await ChangeAsync(dealId, (deal, token) => dealManager.ReassignAsync(deal, input.SellerId!.Value, managerId, input.Reason!, Now, token), cancellationToken);
    }

    public async Task CancelAsync(Guid dealId, CancelDealInput input, CancellationToken cancellationToken)
    {
        var managerId = await door.RequireAsync(DealPermissions.Cancel, cancellationToken);
        InputValidator.Validate(input);
        await ChangeAsync(
            dealId,
            (deal, _) =>
            {
                deal.RejectByClient(managerId, input.Reason!, Now);
                return Task.CompletedTask;
            },
            cancellationToken);
    }

    private Task ChangeAsync(Guid dealId, Func<Deal, CancellationToken, Task> change, CancellationToken cancellationToken) =>
        unitOfWork.ExecuteAsync(
            async token =>
            {
                await change(await deals.GetAsync(dealId, token), token);
                return true;
            },
            cancellationToken);
}

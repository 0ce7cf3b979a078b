using SaleAuto.Errors;
using SaleAuto.Leads;
using SaleAuto.Numbers;
using SaleAuto.Repositories;
using SaleAuto.Staff;

namespace SaleAuto.Deals;

/// <summary>Plans meetings so that no seller is expected at two places at once.</summary>
public class DealManager(IDealRepository deals, INumberGenerator numbers, IStaffDirectory staff, IUnitOfWork unitOfWork)
{
    /// <summary>Plans a meeting and moves the lead on.</summary>
    /// <exception cref="BusinessException">The seller is busy (the message names the deal), is none, or the time is not ahead.</exception>
    public async Task<Deal> PlanAsync(Lead lead, DealParties parties, MeetingPlan plan, OfferedPrice offer, DateTime now, CancellationToken cancellationToken)
    {
        EnsureAhead(plan, now);
        await EnsureFreeAsync(parties.SellerId, plan.StartsAt, plan.EndsAt, null, cancellationToken);
        lead.PlanDeal(parties.ManagerId, now);
        var number = await numbers.NextAsync(NumberSeries.Deal, cancellationToken);
        var deal = new Deal(Guid.CreateVersion7(), number, parties, plan, offer, now);
        deals.Insert(deal);
        return deal;
    }

    /// <summary>Gives the meeting another time or place.</summary>
    /// <exception cref="BusinessException">The seller is busy, or the time is not ahead.</exception>
    public async Task RescheduleAsync(Deal deal, MeetingPlan plan, DateTime now, CancellationToken cancellationToken)
    {
        EnsureAhead(plan, now);
        await EnsureFreeAsync(deal.SellerId, plan.StartsAt, plan.EndsAt, deal.Id, cancellationToken);
        deal.Reschedule(plan, now);
    }

    /// <summary>Gives the meeting to another seller.</summary>
    /// <exception cref="BusinessException">That seller is busy, or is none.</exception>
    public async Task ReassignAsync(Deal deal, Guid sellerId, Guid staffId, string reason, DateTime now, CancellationToken cancellationToken)
    {
        await EnsureFreeAsync(sellerId, deal.StartsAt, deal.EndsAt, deal.Id, cancellationToken);
        deal.Reassign(sellerId, staffId, reason, now);
    }

    /// <summary>A seller takes the deal of a colleague who cannot attend.</summary>
    /// <exception cref="BusinessException">The request is no longer open, it is the seller's own, or the seller is busy then.</exception>
    public async Task TakeOverAsync(ReassignmentRequest request, Deal deal, Guid sellerId, DateTime now, CancellationToken cancellationToken)
    {
        request.Accept(sellerId, now);
        await ReassignAsync(deal, sellerId, sellerId, request.Reason, now, cancellationToken);
    }

    private static void EnsureAhead(MeetingPlan plan, DateTime now)
    {
        if (plan.StartsAt <= now)
        {
            throw new BusinessException(SaleAutoErrorCodes.Deals.InThePast);
        }
        if (plan.StartsAt > now.AddDays(DealConsts.MaxDaysAhead))
        {
            throw new BusinessException(SaleAutoErrorCodes.Deals.TooFarAhead);
        }
    }

    // Plans for one seller take turns, so that the second of two sees the first one's deal.
    private async Task EnsureFreeAsync(Guid sellerId, DateTime from, DateTime to, Guid? exceptDealId, CancellationToken cancellationToken)
    {
        await unitOfWork.TakeTurnAsync($"seller:{sellerId}", cancellationToken);
        if (!await staff.HasRoleAsync(sellerId, StaffRoles.Seller, cancellationToken))
        {
            throw new BusinessException(SaleAutoErrorCodes.Deals.NotASeller);
        }
        if (await deals.FindOverlappingAsync(sellerId, from, to, exceptDealId, cancellationToken) is { } other)
        {
            throw new BusinessException(SaleAutoErrorCodes.Deals.SellerBusy)
                .WithData("DealNumber", other.Number).WithData("Start", other.LocalStart.ToString("g")).WithData("DealId", other.Id);
        }
    }
}

/// <summary>Deals.</summary>
public interface IDealRepository : IRepository<Deal>
{
    /// <summary>An open deal of the seller whose time overlaps, or null. Times that only touch do not overlap.</summary>
    Task<Deal?> FindOverlappingAsync(Guid sellerId, DateTime from, DateTime to, Guid? exceptDealId, CancellationToken cancellationToken);

    /// <summary>The open deal of the lead, or null.</summary>
    Task<Deal?> FindOpenByLeadAsync(Guid leadId, CancellationToken cancellationToken);

    /// <summary>The deal that was agreed in that call, or null.</summary>
    Task<Deal?> FindByCallTaskAsync(Guid callTaskId, CancellationToken cancellationToken);

    /// <summary>The deal with photos, defects, price lines and papers; needed for everything from the inspection on.</summary>
    /// <exception cref="EntityNotFoundException">There is none.</exception>
    Task<Deal> GetWholeAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Deals whose next reminder is due, soonest first.</summary>
    Task<IReadOnlyList<Guid>> GetToRemindAsync(DateTime now, int most, CancellationToken cancellationToken);
}

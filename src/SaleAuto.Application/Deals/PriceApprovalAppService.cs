using SaleAuto.Repositories;
using SaleAuto.Staff;
using SaleAuto.Validation;

namespace SaleAuto.Deals;

internal sealed class PriceApprovalAppService(StaffDoor door, IDealRepository deals, ISellerDealQuery query, IUnitOfWork unitOfWork, TimeProvider clock) : IPriceApprovalAppService
{
    public async Task<PriceApprovalDto> GetAsync(Guid dealId, CancellationToken cancellationToken)
    {
        await door.RequireAsync(DealPermissions.ApprovePrice, cancellationToken);
        var deal = await deals.GetWholeAsync(dealId, cancellationToken);
        var around = await query.GetBackgroundAsync(dealId, cancellationToken);
        var isAnswered = deal.CurrentApproval is PriceApproval.Granted or PriceApproval.Refused;
        return new PriceApprovalDto
        {
            DealId = deal.Id,
            DealNumber = deal.Number,
            Status = deal.Status,
            SellerName = around.SellerName,
            Car = SellerDealMapper.ToCar(deal, around.Car),
            OfferLow = deal.OfferLow,
            OfferHigh = deal.OfferHigh,
            StartPrice = deal.StartPrice,
            PriceLines = SellerDealMapper.ToLines(deal),
            Price = deal.Price,
            Approval = deal.CurrentApproval,
            AnsweredByName = isAnswered ? around.ApprovedByName : null,
            Note = isAnswered ? deal.ApprovalNote : null,
        };
    }

    public async Task AnswerAsync(Guid dealId, PriceApprovalAnswerInput input, CancellationToken cancellationToken)
    {
        var me = await door.RequireAsync(DealPermissions.ApprovePrice, cancellationToken);
        InputValidator.Validate(input);
        await unitOfWork.ExecuteAsync(
            async token =>
            {
                await unitOfWork.TakeTurnAsync($"deal:{dealId}", token);
                var deal = await deals.GetWholeAsync(dealId, token);
                deal.AnswerApproval(input.IsGranted!.Value, input.Price!.Value, me, string.IsNullOrWhiteSpace(input.Note) ? null : input.Note, clock.GetUtcNow().UtcDateTime);
                return deal.Id;
            },
            cancellationToken);
    }
}

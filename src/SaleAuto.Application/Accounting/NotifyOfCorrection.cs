using SaleAuto.Cars;
using SaleAuto.Deals;
using SaleAuto.Events;
using SaleAuto.Messages;
using SaleAuto.Repositories;
using SaleAuto.Resales;
using SaleAuto.Staff;
using SaleAuto.Users;

namespace SaleAuto.Accounting;

/// <summary>Tells whoever's money an owner corrected: what they hold is another sum now.</summary>
internal sealed class NotifyOfCorrection(
    MessageWriter messages, DealWords words, IDealRepository deals, IResaleRepository resales, IRepository<Car> cars, IStaffDirectory staff, ICurrentUser currentUser) :
    ILocalEventHandler<DealPaymentCorrectedEvent>,
    ILocalEventHandler<ResaleTakenBackEvent>
{
    public async Task HandleEventAsync(DealPaymentCorrectedEvent corrected, CancellationToken cancellationToken)
    {
        var deal = await deals.GetAsync(corrected.DealId, cancellationToken);
        var text = await words.TextAsync("Seller.PaymentCorrected", deal, cancellationToken, ("Amount", Roubles.Of(deal.PaidAmount)), ("Reason", corrected.Reason));
        var button = await messages.ButtonAsync("Seller.OpenDeal", BotActionNames.OpenDeal, deal.Id, cancellationToken);
        await messages.TellAsync(await FindAsync([deal.SellerId], cancellationToken), text, $"payment-corrected:{deal.Id}:{deal.Version}", deal.LeadId, [button], cancellationToken);
    }

    public async Task HandleEventAsync(ResaleTakenBackEvent takenBack, CancellationToken cancellationToken)
    {
        var resale = await resales.GetAsync(takenBack.ResaleId, cancellationToken);
        var car = await cars.GetAsync(takenBack.CarId, cancellationToken);
        var text = await messages.TextAsync(
            "Seller.SaleTakenBack", cancellationToken, ("CarNumber", car.Number), ("Car", $"{car.Make} {car.Model}"), ("Amount", Roubles.Of(resale.Amount)), ("Reason", takenBack.Reason));
        var button = await messages.ButtonAsync("Seller.OpenCar", BotActionNames.OpenCar, car.Id, cancellationToken);
        var holders = resale.Receipts.Where(x => x.Account.Account == LedgerAccount.Advance).Select(x => x.Account.OwnerId!.Value);
        await messages.TellAsync(await FindAsync([resale.SellerId, .. holders], cancellationToken), text, $"sale-taken-back:{resale.Id}", null, [button], cancellationToken);
    }

    // Whoever corrected it knows; whoever has no chat sees it on the record.
    private Task<IReadOnlyList<StaffContact>> FindAsync(IEnumerable<Guid> staffIds, CancellationToken cancellationToken) =>
        staff.GetAsync([.. staffIds.Distinct().Where(x => x != currentUser.StaffId)], cancellationToken);
}

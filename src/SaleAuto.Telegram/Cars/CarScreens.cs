using System.Globalization;
using SaleAuto.Bot;
using SaleAuto.Deals;

namespace SaleAuto.Cars;

/// <summary>The seller's cars in stock.</summary>
internal sealed class MyCarsScreen(ISellerCarAppService cars) : BotScreen
{
    public override IReadOnlyList<string> Actions => [CarActions.My];

    public override string? Command => "/cars";

    public override string? Permission => DealPermissions.Work;

    public override async Task<BotReply> ShowAsync(BotRequest request, CancellationToken cancellationToken)
    {
        var mine = await cars.GetMyAsync(cancellationToken);
        return BotReply.OfHtml(SellerTexts.Get(mine.Count == 0 ? "Cars.None" : "Cars"))
            .Grid(mine.Select(car => BotButton.Act(CarCard.NameOf(car), CarActions.Open, car.Id)));
    }
}

/// <summary>One of them, and its end of restoration, which needs no further word.</summary>
internal sealed class CarScreen(ISellerCarAppService cars) : BotScreen
{
    public override IReadOnlyList<string> Actions => [CarActions.Open, CarActions.FinishRestoration];

    public override string? Permission => DealPermissions.Work;

    public override string? ShowsInstead => CarActions.Open;

    public override async Task<BotReply> ShowAsync(BotRequest request, CancellationToken cancellationToken)
    {
        if (request.Action == CarActions.FinishRestoration)
        {
            await cars.FinishRestorationAsync(request.RequiredId, cancellationToken);
        }
        return CarCard.Of(await cars.GetAsync(request.RequiredId, cancellationToken));
    }
}

/// <summary>Shows a stock car with what it cost and what may be done with it now.</summary>
internal static class CarCard
{
    private static readonly (SellerCarAction Action, string Button, string Does)[] Buttons =
    [
        (SellerCarAction.AddExpense, "Car.AddExpense", CarActions.Expense),
        (SellerCarAction.FinishRestoration, "Car.FinishRestoration", CarActions.FinishRestoration),
        (SellerCarAction.PutOnSale, "Car.PutOnSale", CarActions.PutOnSale),
        (SellerCarAction.TakeDeposit, "Car.TakeDeposit", CarActions.Deposit),
        (SellerCarAction.RecordResale, "Car.RecordResale", CarActions.Resell),
        (SellerCarAction.CancelResale, "Car.CancelResale", CarActions.CancelResale),
    ];

    public static BotReply Of(SellerCarDto car)
    {
        var reply = BotReply.OfHtml(
            SellerTexts.Get("Car"),
            car.Number,
            SellerTexts.NameOf(car.Status),
            car.Title,
            car.Plate is { } plate ? PlateNumber.Parse(plate).Display : "—",
            car.Vin ?? "—",
            car.MileageKm.ToString("N0", CultureInfo.CurrentCulture),
            Money.Show(car.BuyoutPrice),
            Money.Show(car.Expenses),
            Money.Show(car.BuyoutPrice + car.Expenses),
            Money.Show(car.AskingPrice),
            Money.Show(car.ResaleAmount));
        if (car.Profit is { } profit)
        {
            reply = BotReply.OfHtml(SellerTexts.Get(profit < 0 ? "Car.Loss" : "Car.Profit"), Money.Show(Math.Abs(profit))).Under(reply);
        }
        if (car.AgreedResale is { } agreed)
        {
            reply = BotReply.OfHtml(SellerTexts.Get("Car.Deposit"), Money.Show(agreed.Amount), Money.Show(agreed.Paid), Money.Show(agreed.Amount - agreed.Paid)).Under(reply);
        }
        foreach (var (action, button, does) in Buttons.Where(button => car.Actions.Contains(button.Action)))
        {
            reply = reply.Row(BotButton.Act(SellerTexts.Get(button), does, car.Id));
        }
        return reply.Row(BotButton.Act(SellerTexts.Get("Cars.Button"), CarActions.My));
    }

    public static string NameOf(SellerCarLineDto car) =>
        $"{car.Number} · {car.Title}{(car.Plate is { } plate ? " " + PlateNumber.Parse(plate).Display : "")} · {SellerTexts.NameOf(car.Status)}";
}

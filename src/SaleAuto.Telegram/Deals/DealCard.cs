using System.Globalization;
using System.Net;
using System.Text;
using SaleAuto.Bot;
using SaleAuto.Cars;
using SaleAuto.Messages;

namespace SaleAuto.Deals;

/// <summary>Shows a deal with what is known of it and what the seller may do now.</summary>
internal static class DealCard
{
    // Whatever may be done about the price is done on one screen.
    private static readonly DealAction[] PriceActions = [DealAction.ProposeStartPrice, DealAction.AddPriceLine, DealAction.AskPriceApproval, DealAction.AgreePrice];

    private static readonly (DealAction[] Actions, string Button, string Does)[] Buttons =
    [
        ([DealAction.Accept], "Deal.Accept", BotActionNames.AcceptDeal),
        ([DealAction.SetOnTheWay], "Deal.OnTheWay", BotActionNames.SetOnTheWay),
        ([DealAction.BeginInspection], "Deal.Inspect", DealActions.Inspect),
        ([DealAction.AddPhoto], "Deal.Photos", DealActions.Photos),
        ([DealAction.RecordCar], "Deal.Car", DealActions.Car),
        ([DealAction.AddDefect], "Deal.Defect", DealActions.Defect),
        (PriceActions, "Deal.Price", DealActions.Price),
        ([DealAction.AddDocument], "Deal.Documents", DealActions.Documents),
        ([DealAction.RecordPayment], "Deal.Pay", DealActions.Pay),
        ([DealAction.Complete], "Deal.Complete", DealActions.Complete),
        ([DealAction.WithdrawReassignment], "Deal.Keep", DealActions.Keep),
        ([DealAction.RequestReassignment], "Deal.HandOver", DealActions.HandOver),
        ([DealAction.RejectByClient], "Deal.ClientRefused", DealActions.ClientRefused),
        ([DealAction.RejectBySeller], "Deal.SellerRefused", DealActions.SellerRefused),
    ];

    /// <summary>The card.</summary>
    public static BotReply Of(SellerDealDto deal)
    {
        var text = new StringBuilder($"<b>{Escape(deal.Number)}</b> · {Escape(SellerTexts.NameOf(deal.Status))}");
        Line(text, "Deal.When", Moment(deal.LocalStart));
        Line(text, "Deal.Where", deal.Address);
        Line(text, "Deal.Client", $"{deal.ClientName ?? "—"}, {deal.ClientPhone}");
        Line(text, "Deal.CarLine", CarName(deal.Car));
        Line(text, "Deal.Mileage", Kilometres(deal.DeclaredMileageKm, deal.MileageKm));
        Line(text, "Deal.Condition", Change(NameOf(deal.DeclaredCondition), NameOf(deal.Condition)));
        Line(text, "Deal.Vin", deal.Vin);
        Line(text, "Deal.Offer", Offer(deal.OfferLow, deal.OfferHigh));
        Line(text, "Deal.Note", deal.Note);
        Line(text, "Deal.Reason", deal.RejectionReason);
        Line(text, "Deal.Agreed", deal.AgreedPrice is { } price ? Money.Show(price) : null);
        Line(text, "Deal.Paid", deal.Payment is { } payment ? $"{Money.Show(payment.Amount)}, {SellerTexts.NameOf(payment.Method)}" : null);
        if (deal.Status == DealStatus.Inspection)
        {
            Line(text, "Deal.Missing", deal.MissingShots.Count == 0 ? SellerTexts.Get("Deal.AllShots") : string.Join(", ", deal.MissingShots.Select(SellerTexts.NameOf)));
            Line(text, "Deal.Defects", deal.Defects.Count == 0 ? null : string.Join(", ", deal.Defects.Select(defect => $"{SellerTexts.NameOf(defect.Kind)} {Money.Show(defect.EstimatedCost)}")));
        }
        var reply = BotReply.OfHtml(text.ToString());
        foreach (var (_, button, does) in Buttons.Where(button => button.Actions.Any(deal.Actions.Contains)))
        {
            reply = reply.Row(BotButton.Act(SellerTexts.Get(button), does, deal.Id));
        }
        if (deal.Status == DealStatus.Inspection)
        {
            reply = reply.Grid(deal.Defects.Select(defect => BotButton.Act($"✕ {SellerTexts.NameOf(defect.Kind)}", DealActions.DropDefect, deal.Id, RowMark.Of(defect.Id))), 2);
        }
        if (deal.Status is DealStatus.Assigned or DealStatus.Accepted or DealStatus.ReassignRequested)
        {
            reply = reply.Row(BotButton.Link(SellerTexts.Get("Deal.Map"), MapOf(deal.Address, deal.Latitude, deal.Longitude)));
        }
        return reply.Row(BotButton.Act(SellerTexts.Get("Deals.Button"), DealActions.My));
    }

    /// <summary>Make, model, year and plate as far as they are known.</summary>
    public static string CarName(DealCarDto car)
    {
        var plate = car.Plate is { } known ? PlateNumber.Parse(known).Display : null;
        var parts = new[] { car.Make, car.Model, car.Year?.ToString(CultureInfo.InvariantCulture), plate }.Where(part => !string.IsNullOrEmpty(part));
        return string.Join(' ', parts) is { Length: > 0 } name ? name : SellerTexts.Get("Deal.CarUnknown");
    }

    /// <summary>A moment by the clocks of the place.</summary>
    public static string Moment(DateTime local) => local.ToString("ddd d MMM, HH:mm", CultureInfo.CurrentCulture);

    /// <summary>The price that the client was told.</summary>
    public static string? Offer(decimal? low, decimal? high) => (low, high) switch
    {
        (null, null) => null,
        ({ } from, { } to) when from != to => $"{Money.Show(from)} – {Money.Show(to)}",
        _ => Money.Show(high ?? low),
    };

    private static string MapOf(string address, decimal? latitude, decimal? longitude) => latitude is { } north && longitude is { } east
        ? string.Create(CultureInfo.InvariantCulture, $"https://yandex.ru/maps/?pt={east},{north}&z=17&rtext=~{north},{east}")
        : $"https://yandex.ru/maps/?text={Uri.EscapeDataString(address)}";

    private static string? Kilometres(int? declared, int? real) => Change(Km(declared), Km(real));

    private static string? Km(int? number) => number is { } km ? SellerTexts.Get("Km", km.ToString("N0", CultureInfo.CurrentCulture)) : null;

    private static string? NameOf(CarCondition? condition) => condition is { } known ? SellerTexts.NameOf(known) : null;

    // What the client said stands beside what was found.
    private static string? Change(string? declared, string? real) => (declared, real) switch
    {
        (_, null) => declared is null ? null : SellerTexts.Get("Declared", declared),
        (null, _) => real,
        _ when declared == real => real,
        _ => SellerTexts.Get("Corrected", real, declared),
    };

    private static void Line(StringBuilder text, string key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            text.Append('\n').Append(Escape(SellerTexts.Get(key))).Append(": ").Append(Escape(value));
        }
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}

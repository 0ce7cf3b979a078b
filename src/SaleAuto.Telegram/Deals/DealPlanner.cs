using System.Globalization;
using SaleAuto.Bot;
using SaleAuto.Calls;

namespace SaleAuto.Deals;

/// <summary>Plans the meeting, and saves the plate that was asked for on the way.</summary>
internal sealed class DealPlanner(ICallDeskAppService desk, HeldCalls held)
{
    public async Task<BotReply> PlanAsync(PlanDealDraft draft, CancellationToken cancellationToken)
    {
        if (await held.FindLostAsync(draft.TaskId, cancellationToken) is { } lost)
        {
            return lost;
        }
        if (draft.Plate is { } plate)
        {
            await desk.SaveScriptAsync(draft.TaskId, WithPlate(await desk.GetAsync(draft.TaskId, cancellationToken), plate), cancellationToken);
        }
        var meeting = new PlanDealInput
        {
            Date = draft.Date,
            Time = draft.Time,
            TimeZone = draft.TimeZone,
            SellerId = draft.SellerId,
            Address = draft.Address,
            Latitude = draft.Latitude,
            Longitude = draft.Longitude,
            Note = draft.Note,
        };
        var result = await desk.PlanDealAsync(draft.TaskId, meeting, cancellationToken);
        return PlannedMeeting.Describe(new CardLines().Add("Plan.Done", result.LeadNumber, result.DealNumber), draft).Add("Plan.Told").ToReply()
            .Row(BotButton.Act(ManagerTexts.Get("Calls.Button"), CallActions.Queue), BotButton.Act(BotTexts.Get("Menu.Button"), BotScreens.Menu));
    }

    // The script is saved as a whole: what stands is repeated.
    private static CallScriptInput WithPlate(CallDto call, string plate) => new()
    {
        ConditionsExplained = call.ConditionsExplained,
        Name = call.Call.Name,
        Plate = plate,
        NamedPrice = call.Call.NamedPrice,
        Opinion = call.Call.Opinion,
        ExpectedPrice = call.Call.ExpectedPrice,
        MileageKm = call.MileageKm,
        Condition = call.Condition,
        Source = call.Source,
    };
}

/// <summary>A meeting in words, before it is planned and after.</summary>
internal static class PlannedMeeting
{
    public static CardLines Describe(CardLines lines, PlanDealDraft draft) => lines
        .Add("Plan.When", draft.GetLocalStart().ToString("ddd dd.MM, HH:mm", CultureInfo.CurrentCulture))
        .Add("Plan.ByZone", draft.TimeZone is { } zone ? PlanZoneStep.NameOf(zone) : null)
        .Add("Plan.Goes", draft.SellerName)
        .Add("Plan.Where", draft.Address)
        .Add("Plan.Point", draft.Latitude)
        .Add("Plan.Knows", draft.Note)
        .Add("Plan.Number", draft.Plate is { } plate ? Cars.PlateNumber.Parse(plate).Display : null);
}

using SaleAuto.Bot;
using SaleAuto.Calls;
using SaleAuto.Messages;

namespace SaleAuto.Deals;

/// <summary>The meeting that was agreed in a call: day, time, seller, place. Only what is not known yet is asked, so that one answer may be changed at the end.</summary>
internal sealed class PlanDealConversation : Conversation<PlanDealDraft>
{
    public PlanDealConversation()
    {
        StartsOn(CallActions.Plan);
        Permission(CallPermissions.Work);
        ShowsInstead(BotActionNames.OpenCall);
        ExpiresAfter(TimeSpan.FromHours(12));
        Begin<HeldCalls>(async (draft, request, held, token) =>
        {
            var call = (await held.GetAsync(request.RequiredId, token)).Call;
            (draft.TaskId, draft.NeedsPlate) = (call.TaskId, call.Plate is null);
        });
        Step<PlanPlateStep>();
        Step<PlanDayStep>();
        Step<PlanZoneStep>();
        Step<PlanTimeStep>();
        Step<PlanSellerStep>();
        Step<PlanAddressStep>();
        Step<PlanNoteStep>();
        Step<PlanConfirmStep>();
        Finish<DealPlanner>((draft, planner, token) => planner.PlanAsync(draft, token));
    }
}

internal sealed class PlanDealDraft
{
    public Guid TaskId { get; set; }

    public bool NeedsPlate { get; set; }

    public string? Plate { get; set; }

    /// <summary>IANA name of the place's time zone; null is the company's.</summary>
    public string? TimeZone { get; set; }

    public bool ChoosesZone { get; set; }

    public DateOnly? Date { get; set; }

    public TimeOnly Time { get; set; }

    /// <summary>Whether the time was chosen for this very day.</summary>
    public bool HasTime { get; set; }

    public Guid SellerId { get; set; }

    /// <summary>Whether the seller was chosen for this very time.</summary>
    public bool HasSeller { get; set; }

    public string SellerName { get; set; } = "";

    public string? Address { get; set; }

    public decimal? Latitude { get; set; }

    public decimal? Longitude { get; set; }

    public bool HasNote { get; set; }

    public string? Note { get; set; }

    /// <summary>Day and time by the clocks of the place.</summary>
    public DateTime GetLocalStart() => Date!.Value.ToDateTime(Time);
}

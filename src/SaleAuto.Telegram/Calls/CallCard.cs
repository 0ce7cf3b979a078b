using System.Globalization;
using SaleAuto.Bot;
using SaleAuto.Cars;
using SaleAuto.Leads;
using SaleAuto.Permissions;

namespace SaleAuto.Calls;

/// <summary>Words and buttons of one call.</summary>
internal sealed class CallCard(BotClock clock, IStaffAccessProvider access)
{
    private const int MostAttempts = 3;

    public async Task<BotReply> WriteAsync(CallDto shown, CancellationToken cancellationToken)
    {
        var call = shown.Call;
        var lines = new CardLines().Add("Call.Head", call.LeadNumber, ManagerTexts.NameOf(call.Kind));
        await AddStateAsync(lines, shown, cancellationToken);
        lines.Add("Call.Lead", ManagerTexts.NameOf(call.LeadStatus)).Add("Call.Client", call.Name);
        if (call.IsMine) // dialled by whoever took the call, and by nobody else
        {
            lines.Add(call.Phone is null ? "Call.PhoneHidden" : "Call.Phone", call.Phone ?? "—");
        }
        lines.Add("Call.Plate", call.Plate is { } plate ? PlateNumber.Parse(plate).Display : null)
            .Add("Call.Car", call.Vehicle is { } car ? $"{car.Make} {car.Model} {car.Year}".Trim() : null)
            .Add("Call.Mileage", shown.MileageKm?.ToString("N0", CultureInfo.CurrentCulture))
            .Add("Call.Condition", shown.Condition is { } condition ? ManagerTexts.NameOf(condition) : null)
            .Add("Call.Offer", Deals.DealCard.Offer(call.NamedPrice ?? call.OfferLow, call.NamedPrice ?? call.OfferHigh))
            .Add("Call.Expected", call.ExpectedPrice is { } expected ? Money.Show(expected) : null)
            .Add("Call.Opinion", call.Opinion == ClientOpinion.NoAnswer ? null : ManagerTexts.NameOf(call.Opinion))
            .Add("Call.Attempts", call.Attempts == 0 ? null : call.Attempts);
        foreach (var attempt in shown.Attempts.Take(MostAttempts))
        {
            var words = string.Join(", ", new[] { ManagerTexts.NameOf(attempt.Outcome), attempt.ManagerName, attempt.Note }.Where(word => !string.IsNullOrEmpty(word)));
            lines.Add("Call.Attempt", await clock.TellAsync(attempt.At, cancellationToken), words);
        }
        return CallButtons.Under(lines.ToReply(), shown, (await access.GetAsync(cancellationToken)).Has(LeadPermissions.Default));
    }

    private async Task AddStateAsync(CardLines lines, CallDto shown, CancellationToken cancellationToken)
    {
        var call = shown.Call;
        var due = await clock.TellAsync(call.DueAt, cancellationToken);
        var span = BotClock.TellSpan(call.DueAt, shown.Now);
        _ = call.Status switch
        {
            CallTaskStatus.Pending when call.DueAt < shown.Now => lines.Add("Call.Late", span, due),
            CallTaskStatus.Pending => lines.Add("Call.Due", due, span).Add("Call.Missed", call.IsLate ? due : null),
            CallTaskStatus.InProgress when call.IsMine => lines.Add("Call.Mine", due),
            CallTaskStatus.InProgress => lines.Add("Call.Colleague", call.ManagerName ?? "—"),
            CallTaskStatus.Cancelled => lines.Add("Call.Cancelled"),
            _ => lines.Add("Call.Over", ManagerTexts.NameOf(shown.Outcome ?? CallOutcome.Agreed), call.ManagerName ?? "—"),
        };
    }
}

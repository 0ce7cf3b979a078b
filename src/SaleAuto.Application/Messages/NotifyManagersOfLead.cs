using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SaleAuto.Calls;
using SaleAuto.Cars;
using SaleAuto.Events;
using SaleAuto.Leads;
using SaleAuto.Localization;
using SaleAuto.Settings;
using SaleAuto.Staff;

namespace SaleAuto.Messages;

/// <summary>Tells the managers on duty of a client who waits for a call (notification matrix, domain facts 4). Name and phone stay in the program; the button leads to them.</summary>
internal sealed class NotifyManagersOfLead(
    IMessageOutbox outbox,
    IStaffDirectory staff,
    ICallTaskRepository calls,
    CallDeadlines deadlines,
    ISettingProvider settings,
    IStringLocalizer<MessageTexts> texts,
    IOptions<PublicAddress> address) :
    ILocalEventHandler<LeadConfirmedEvent>,
    ILocalEventHandler<LeadResubmittedEvent>
{
    // Staff read Russian, whatever the language of the client whose request this is.
    private static readonly CultureInfo StaffCulture = CultureInfo.GetCultureInfo("ru-RU");

    public async Task HandleEventAsync(LeadConfirmedEvent confirmed, CancellationToken cancellationToken)
    {
        var dueAt = await deadlines.GetAsync(confirmed.Kind, confirmed.ConfirmedAt, cancellationToken);
        var due = await ToLocalAsync(dueAt, cancellationToken);
        var text = confirmed.Kind == LeadKind.Buyout
            ? Text("Manager.BuyoutLead", confirmed.Number, PlateNumber.Parse(confirmed.Plate!).Display, due)
            : Text("Manager.CallRequest", confirmed.Number, due);
        await TellAsync(text, $"lead-confirmed:{confirmed.LeadId}", confirmed.LeadId, cancellationToken);
    }

    public async Task HandleEventAsync(LeadResubmittedEvent repeated, CancellationToken cancellationToken)
    {
        var open = await calls.GetOpenAsync(repeated.LeadId, cancellationToken);
        var due = await ToLocalAsync(open[0].DueAt, cancellationToken); // PromiseCall, registered before, saw to it
        await TellAsync(Text("Manager.Resubmitted", repeated.Number, due), $"lead-repeated:{repeated.DraftId}", repeated.LeadId, cancellationToken);
    }

    private async Task TellAsync(string text, string key, Guid leadId, CancellationToken cancellationToken)
    {
        MessageButton[] buttons = [new(Text("Manager.OpenLead"), address.Value.Of($"/staff/leads/{leadId}"))];
        foreach (var manager in await staff.GetManagersOnDutyAsync(cancellationToken))
        {
            await outbox.AddAsync(
                new MessageDraft
                {
                    Channel = MessageChannel.Telegram,
                    Recipient = manager.TelegramChatId.ToString(CultureInfo.InvariantCulture),
                    Text = text,
                    Buttons = buttons,
                    Priority = MessagePriority.Urgent,
                    DeduplicationKey = $"{key}:{manager.Id}",
                    LeadId = leadId,
                },
                cancellationToken);
        }
    }

    private async Task<DateTime> ToLocalAsync(DateTime utc, CancellationToken cancellationToken)
    {
        var company = await settings.GetAsync<CompanySettings>(cancellationToken);
        return TimeZoneInfo.ConvertTimeFromUtc(utc, TimeZoneInfo.FindSystemTimeZoneById(company.TimeZone));
    }

    private string Text(string key, params object[] values)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = StaffCulture;
        try
        {
            return string.Format(StaffCulture, texts[key].Value, values);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}

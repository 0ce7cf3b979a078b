using Microsoft.Extensions.Options;
using SaleAuto.Bot;
using SaleAuto.Calls;
using SaleAuto.Cars;
using SaleAuto.Messages;
using SaleAuto.Permissions;

namespace SaleAuto.Leads;

/// <summary>One request.</summary>
internal sealed class LeadScreen(ILeadSearchAppService leads, LeadCard card) : BotScreen
{
    public override IReadOnlyList<string> Actions => [LeadActions.Open];

    public override string? Permission => LeadPermissions.Default;

    public override async Task<BotReply> ShowAsync(BotRequest request, CancellationToken cancellationToken) =>
        await card.WriteAsync(await leads.GetAsync(request.RequiredId, cancellationToken), cancellationToken);
}

/// <summary>Words and buttons of one request.</summary>
internal sealed class LeadCard(BotClock clock, IStaffAccessProvider access, IOptions<PublicAddress> address)
{
    public async Task<BotReply> WriteAsync(FoundLeadDto lead, CancellationToken cancellationToken)
    {
        var lines = new CardLines()
            .Add("Lead.Head", lead.Number, ManagerTexts.NameOf(lead.Status))
            .Add("Call.Client", lead.Name)
            .Add(lead.Phone is null ? "Call.PhoneHidden" : "Call.Phone", lead.Phone ?? "—")
            .Add("Call.Plate", lead.Plate is { } plate ? PlateNumber.Parse(plate).Display : null)
            .Add("Lead.Created", await clock.TellAsync(lead.CreatedAt, cancellationToken))
            .Add("Lead.Due", lead.CallDueAt is { } due ? await clock.TellAsync(due, cancellationToken) : null);
        var mayCall = (await access.GetAsync(cancellationToken)).Has(CallPermissions.Work);
        return (mayCall && lead.CallTaskId is { } call ? lines.ToReply().Row(BotButton.Act(ManagerTexts.Get("Lead.Call"), BotActionNames.OpenCall, call)) : lines.ToReply())
            .Row(BotButton.Link(ManagerTexts.Get("Lead.Page"), address.Value.Of($"/admin/leads/{lead.Id}")))
            .Row(FoundLeads.Again, FoundLeads.Menu);
    }
}

using SaleAuto.Bot;
using SaleAuto.Cars;

namespace SaleAuto.Leads;

/// <summary>Shows what was found: one request at once, several to choose from.</summary>
internal sealed class FoundLeads(ILeadSearchAppService leads, LeadCard card)
{
    public async Task<BotReply> ShowAsync(string text, CancellationToken cancellationToken)
    {
        var found = await leads.FindAsync(text, cancellationToken);
        return found switch
        {
            [] => BotReply.Of(ManagerTexts.Get("Find.Nothing", text)).Row(Again, Menu),
            [var only] => await card.WriteAsync(only, cancellationToken),
            _ => BotReply.Of(ManagerTexts.Get(found.Count == LeadConsts.MostFound ? "Find.Most" : "Find.Several", found.Count)).Grid(found.Select(ButtonOf)).Row(Again, Menu),
        };
    }

    public static BotButton Again => BotButton.Act(ManagerTexts.Get("Find.Again"), LeadActions.Find);

    public static BotButton Menu => BotButton.Act(BotTexts.Get("Menu.Button"), BotScreens.Menu);

    private static BotButton ButtonOf(FoundLeadDto lead)
    {
        var plate = lead.Plate is { } known ? PlateNumber.Parse(known).Display : null;
        var words = new[] { lead.Number, lead.Name, plate, ManagerTexts.NameOf(lead.Status) }.Where(word => !string.IsNullOrEmpty(word));
        return BotButton.Act(string.Join(" · ", words), LeadActions.Open, lead.Id);
    }
}

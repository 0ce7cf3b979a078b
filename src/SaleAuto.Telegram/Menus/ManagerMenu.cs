using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Calls;
using SaleAuto.Deals;
using SaleAuto.Leads;

namespace SaleAuto.Bot;

/// <summary>What a manager finds in the menu.</summary>
internal sealed class ManagerMenu : IBotMenu
{
    public int Order => 20;

    public IEnumerable<IReadOnlyList<BotButton>> GetRows(BotRequest request)
    {
        if (request.Access.Has(CallPermissions.Work))
        {
            yield return [BotButton.Act(ManagerTexts.Get("Calls.Button"), CallActions.Queue)];
        }
        if (request.Access.Has(LeadPermissions.Default))
        {
            yield return [BotButton.Act(ManagerTexts.Get("Find.Button"), LeadActions.Find)];
        }
    }
}

/// <summary>Tells the bot what managers talk about.</summary>
internal static class ManagerTalk
{
    public static IServiceCollection AddManagerTalk(this IServiceCollection services) => services
        .AddScoped<BotClock>()
        .AddScoped<CallCard>()
        .AddScoped<HeldCalls>()
        .AddScoped<CallResultRecorder>()
        .AddScoped<DealPlanner>()
        .AddScoped<FoundLeads>()
        .AddScoped<LeadCard>()
        .AddBotMenu<ManagerMenu>()
        .AddScreen<CallQueueScreen>()
        .AddScreen<CallScreen>()
        .AddScreen<CallActScreen>()
        .AddScreen<LeadScreen>()
        .AddConversation<CallResultConversation>()
        .AddConversation<PlanDealConversation>()
        .AddConversation<FindLeadConversation>();
}

using SaleAuto.Bot;
using SaleAuto.Localization;

namespace SaleAuto.Leads;

/// <summary>Finds requests by phone, plate or number; <c>/find 4567</c> does it at once.</summary>
internal sealed class FindLeadConversation : Conversation<FindLeadDraft>
{
    public FindLeadConversation()
    {
        StartsWith("/find");
        StartsOn(LeadActions.Find);
        Permission(LeadPermissions.Default);
        ExpiresAfter(TimeSpan.FromHours(1));
        Begin((draft, request) => draft.Text = LeadSearchText.TryParse(request.Argument, out _) ? request.Argument : null);
        Step<FindLeadStep>();
        Finish<FoundLeads>((draft, found, token) => found.ShowAsync(draft.Text!, token));
    }
}

internal sealed class FindLeadDraft
{
    public string? Text { get; set; }
}

/// <summary>What to look for.</summary>
internal sealed class FindLeadStep : ConversationStep<FindLeadDraft>
{
    public override bool IsNeeded(FindLeadDraft draft) => draft.Text is null;

    public override BotReply Ask(FindLeadDraft draft) => BotReply.Of(ManagerTexts.Get("Find"));

    public override StepResult Read(BotMessage message, FindLeadDraft draft)
    {
        if (!LeadSearchText.TryParse(message.Text, out _))
        {
            return StepResult.Retry(ErrorTexts.For(SaleAutoErrorCodes.Leads.SearchInvalid));
        }
        draft.Text = message.Text;
        return StepResult.Next();
    }
}

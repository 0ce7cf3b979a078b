using SaleAuto.Clients;
using SaleAuto.Numbers;
using SaleAuto.Repositories;

namespace SaleAuto.Leads;

/// <summary>Takes requests in and keeps one open lead per client and car.</summary>
public class LeadManager(ILeadRepository leads, INumberGenerator numbers, IUnitOfWork unitOfWork)
{
    /// <summary>How long a draft waits for its phone to be confirmed.</summary>
    public static readonly TimeSpan DraftLife = TimeSpan.FromHours(1);

    /// <summary>Enters a request; nothing is promised before the phone is confirmed.</summary>
    public async Task<Lead> DraftAsync(LeadKind kind, PhoneNumber phone, string? name, LeadDetails details, DateTime now, CancellationToken cancellationToken)
    {
        var number = await numbers.NextAsync(NumberSeries.Lead, cancellationToken);
        var lead = new Lead(Guid.CreateVersion7(), number, kind, phone, name, details, now);
        leads.Insert(lead);
        return lead;
    }

    /// <summary>Turns the fresh drafts of a confirmed phone into leads, or only the one that the code was for. A draft of a car whose lead is open joins it.</summary>
    public async Task ConfirmDraftsAsync(Client client, Guid? draftId, DateTime now, CancellationToken cancellationToken)
    {
        var drafts = await leads.GetDraftsAsync(client.Phone, now - DraftLife, cancellationToken);
        var confirmed = new Dictionary<string, Lead>();
        foreach (var draft in drafts.Where(d => d.Kind == LeadKind.Buyout && (draftId is null || d.Id == draftId)))
        {
            client.Rename(draft.Name);
            var open = confirmed.GetValueOrDefault(draft.Plate!)
                ?? await leads.FindOpenBuyoutAsync(client.Phone, draft.Plate!, cancellationToken);
            if (open is null)
            {
                draft.Confirm(client.Id, now);
                confirmed[draft.Plate!] = draft;
            }
            else
            {
                draft.JoinTo(open, now);
            }
        }
    }

    /// <summary>Takes a wish to be called; a client whose lead is open has it joined to that lead.</summary>
    /// <returns>The request itself.</returns>
    public async Task<Lead> RequestCallAsync(PhoneNumber phone, string? name, LeadDetails details, DateTime now, CancellationToken cancellationToken)
    {
        await unitOfWork.TakeTurnAsync(phone.Value, cancellationToken);
        var open = await leads.FindOpenByPhoneAsync(phone.Value, cancellationToken);
        var draft = await DraftAsync(LeadKind.CallRequest, phone, name, details, now, cancellationToken);
        if (open is null)
        {
            draft.Confirm(null, now);
        }
        else
        {
            draft.JoinTo(open, now);
        }
        return draft;
    }
}

using SaleAuto.Clients;
using SaleAuto.Errors;
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

    /// <summary>Takes down the request of a client who phoned: with a plate it is a purchase request. One that repeats an open lead joins it, as on the site.</summary>
    public async Task<Lead> TakeByPhoneAsync(
        Guid id, Client client, string? name, LeadDetails details, StaffEntry entry, DateTime now, CancellationToken cancellationToken)
    {
        await unitOfWork.TakeTurnAsync(client.Phone, cancellationToken);
        var open = details.Plate is { } plate
            ? await leads.FindOpenBuyoutAsync(client.Phone, plate.Value, cancellationToken)
            : await leads.FindOpenByPhoneAsync(client.Phone, cancellationToken);
        var number = await numbers.NextAsync(NumberSeries.Lead, cancellationToken);
        var kind = details.Plate is null ? LeadKind.CallRequest : LeadKind.Buyout;
        var lead = new Lead(id, number, kind, PhoneNumber.Parse(client.Phone), name, details, now, entry);
        leads.Insert(lead);
        if (open is null)
        {
            lead.Confirm(client.Id, now, entry);
        }
        else
        {
            lead.JoinTo(open, now, entry);
        }
        return lead;
    }

    /// <summary>Corrects the phone of an open lead; similar requests are found by the new one from then on.</summary>
    /// <exception cref="BusinessException">The holder of that phone has another open request for the same car: the two are to be merged.</exception>
    public async Task ChangePhoneAsync(Lead lead, PhoneNumber phone, Guid staffId, string reason, DateTime now, CancellationToken cancellationToken)
    {
        await EnsureOnlyOneAsync(lead, phone.Value, lead.Plate, cancellationToken);
        lead.ChangePhone(phone, staffId, reason, now);
    }

    /// <summary>Takes a manager's answers; the client of a request without a confirmed phone stays unknown.</summary>
    /// <exception cref="BusinessException">The client has another open request for the named car.</exception>
    public async Task<IReadOnlyList<LeadField>> CorrectAsync(Lead lead, LeadCorrection answers, Guid staffId, DateTime now, CancellationToken cancellationToken)
    {
        if (answers.Plate is { } plate && plate.Value != lead.Plate)
        {
            await EnsureOnlyOneAsync(lead, plate.Value, cancellationToken);
        }
        return lead.Correct(answers, staffId, now);
    }

    /// <summary>Joins a duplicate to the lead that goes on.</summary>
    public async Task MergeAsync(Guid duplicateId, Guid survivorId, Guid staffId, DateTime now, CancellationToken cancellationToken) =>
        (await leads.GetAsync(duplicateId, cancellationToken)).MergeInto(await leads.GetAsync(survivorId, cancellationToken), staffId, now);

    /// <summary>Takes apart what was joined by mistake.</summary>
    public async Task UnmergeAsync(Guid duplicateId, Guid staffId, DateTime now, CancellationToken cancellationToken)
    {
        var lead = await leads.GetAsync(duplicateId, cancellationToken);
        await EnsureOnlyOneAsync(lead, lead.Plate, cancellationToken);
        lead.Unmerge(staffId, now);
    }

    /// <summary>Gives a closed request another chance.</summary>
    public async Task ReopenAsync(Guid leadId, Guid staffId, string? note, DateTime? callAt, DateTime now, CancellationToken cancellationToken)
    {
        var lead = await leads.GetAsync(leadId, cancellationToken);
        await EnsureOnlyOneAsync(lead, lead.Plate, cancellationToken);
        lead.Reopen(staffId, note, now, callAt);
    }

    private Task EnsureOnlyOneAsync(Lead lead, string? plate, CancellationToken cancellationToken) => EnsureOnlyOneAsync(lead, lead.Phone, plate, cancellationToken);

    private async Task EnsureOnlyOneAsync(Lead lead, string phone, string? plate, CancellationToken cancellationToken)
    {
        await unitOfWork.TakeTurnAsync(phone, cancellationToken);
        var open = plate is null
            ? await leads.FindOpenCallRequestAsync(phone, cancellationToken)
            : await leads.FindOpenBuyoutAsync(phone, plate, cancellationToken);
        if (open is not null && open.Id != lead.Id)
        {
            throw new BusinessException(SaleAutoErrorCodes.Leads.AnotherIsOpen).WithData("Number", open.Number);
        }
    }
}

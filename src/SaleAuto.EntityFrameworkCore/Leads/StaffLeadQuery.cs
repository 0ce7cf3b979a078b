using Microsoft.EntityFrameworkCore;
using SaleAuto.Calls;
using SaleAuto.Clients;
using SaleAuto.Messages;
using SaleAuto.Valuations;

namespace SaleAuto.Leads;

/// <summary>Every screen takes a fixed number of commands, however many rows it shows.</summary>
internal sealed class StaffLeadQuery(SaleAutoDbContext db) : IStaffLeadQuery
{
    public async Task<IReadOnlyList<StaffCallRow>> GetOpenCallsAsync(int most, CancellationToken cancellationToken)
    {
        var tasks = db.Set<CallTask>().AsNoTracking().Where(x => x.Status == CallTaskStatus.Pending || x.Status == CallTaskStatus.InProgress);
        var rows = from task in tasks
                   join lead in Rows(db.Set<Lead>()) on task.LeadId equals lead.Id
                   join staff in db.Users on task.ManagerId equals staff.Id into managers
                   from manager in managers.DefaultIfEmpty()
                   orderby task.DueAt, task.Id
                   select new { task.Kind, task.Status, task.DueAt, ManagerName = manager == null ? null : manager.FullName, Lead = lead };
        var found = await rows.Take(most).ToListAsync(cancellationToken);
        return [.. found.Select(x => new StaffCallRow(x.Kind, x.Status, x.DueAt, x.ManagerName, x.Lead))];
    }

    public async Task<IReadOnlyList<StaffLeadRow>> GetListAsync(StaffLeadFilter filter, int most, CancellationToken cancellationToken)
    {
        var leads = db.Set<Lead>().AsQueryable();
        if (filter.Status is { } status)
        {
            leads = leads.Where(x => x.Status == status);
        }
        if (filter.Search is { } search)
        {
            var (number, phone, ending, plate) = (search.Number, search.Phone, search.PhoneEnding, search.Plate);
            leads = leads.Where(x => (number != null && x.Number == number)
                || (phone != null && x.Phone == phone)
                || (ending != null && x.Phone.EndsWith(ending))
                || (plate != null && x.Plate == plate));
        }
        if (filter.Before is { } before)
        {
            leads = leads.Where(x => x.CreationTime < before.CreationTime || (x.CreationTime == before.CreationTime && x.Id < before.Id));
        }
        return await Rows(leads.OrderByDescending(x => x.CreationTime).ThenByDescending(x => x.Id).Take(most))
            .OrderByDescending(x => x.CreationTime).ThenByDescending(x => x.Id)
            .ToListAsync(cancellationToken);
    }

    public async Task<StaffLeadDetailsRow?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await Rows(db.Set<Lead>().Where(x => x.Id == id)).FirstOrDefaultAsync(cancellationToken) is not { } lead)
        {
            return null;
        }
        return new StaffLeadDetailsRow(
            lead,
            await GetFactsAsync(id, cancellationToken),
            await FindValuationAsync(id, cancellationToken),
            await GetHistoryAsync(id, cancellationToken),
            await GetConsentsAsync(id, cancellationToken),
            await GetCallsAsync(id, cancellationToken),
            await GetMessagesAsync(id, cancellationToken));
    }

    private IQueryable<StaffLeadRow> Rows(IQueryable<Lead> leads) =>
        from lead in leads.AsNoTracking()
        join valuation in db.Set<Valuation>() on lead.Id equals valuation.LeadId into valuations
        from valuation in valuations.DefaultIfEmpty()
        select new StaffLeadRow
        {
            Id = lead.Id,
            Number = lead.Number,
            Kind = lead.Kind,
            Status = lead.Status,
            CloseReason = lead.CloseReason,
            CreationTime = lead.CreationTime,
            Plate = lead.Plate,
            Name = lead.Name,
            Phone = lead.Phone,
            Opinion = lead.Opinion,
            ExpectedPrice = lead.ExpectedPrice,
            ValuationStatus = valuation == null ? null : valuation.Status,
            Make = valuation == null ? null : valuation.Make,
            Model = valuation == null ? null : valuation.Model,
            Year = valuation == null ? null : valuation.Year,
            OfferLow = valuation == null ? null : valuation.OfferLow,
            OfferHigh = valuation == null ? null : valuation.OfferHigh,
            CallDueAt = db.Set<CallTask>()
                .Where(t => t.LeadId == lead.Id && (t.Status == CallTaskStatus.Pending || t.Status == CallTaskStatus.InProgress))
                .Min(t => (DateTime?)t.DueAt),
        };

    private Task<StaffLeadFactsRow> GetFactsAsync(Guid leadId, CancellationToken cancellationToken) => (
        from lead in db.Set<Lead>().AsNoTracking()
        where lead.Id == leadId
        select new StaffLeadFactsRow
        {
            ClientId = lead.ClientId,
            MileageKm = lead.MileageKm,
            Condition = lead.Condition,
            Source = lead.Source,
            Utm = new LeadUtm(lead.UtmSource, lead.UtmMedium, lead.UtmCampaign, lead.UtmContent, lead.UtmTerm),
            ConfirmedAt = lead.ConfirmedAt,
            ClosedAt = lead.ClosedAt,
            JoinedLeadId = lead.JoinedLeadId,
            JoinedLeadNumber = db.Set<Lead>().Where(x => x.Id == lead.JoinedLeadId).Select(x => x.Number).FirstOrDefault(),
        }).SingleAsync(cancellationToken);

    private Task<StaffValuationRow?> FindValuationAsync(Guid leadId, CancellationToken cancellationToken) => db.Set<Valuation>()
        .Where(x => x.LeadId == leadId)
        .Select(x => new StaffValuationRow
        {
            Status = x.Status,
            ManualReason = x.ManualReason,
            ComputedAt = x.ComputedAt,
            ValidUntil = x.ValidUntil,
            Vin = x.Vin,
            MarketAverage = x.MarketAverage,
            MarketMedian = x.MarketMedian,
            MarketLow = x.MarketLow,
            MarketHigh = x.MarketHigh,
            SampleSize = x.SampleSize,
            Confidence = x.Confidence,
            Evidence = x.Evidence,
        })
        .FirstOrDefaultAsync(cancellationToken);

    private Task<List<StaffHistoryRow>> GetHistoryAsync(Guid leadId, CancellationToken cancellationToken) => (
        from entry in db.Set<LeadHistoryEntry>()
        where EF.Property<Guid>(entry, "LeadId") == leadId
        orderby entry.At, entry.Id
        select new StaffHistoryRow(
            entry.At, entry.Kind, entry.From, entry.To, entry.ActorId,
            db.Users.Where(s => s.Id == entry.ActorId).Select(s => s.FullName).FirstOrDefault(),
            entry.Note)).ToListAsync(cancellationToken);

    private Task<List<StaffConsentRow>> GetConsentsAsync(Guid leadId, CancellationToken cancellationToken) => db.Set<Consent>()
        .Where(x => x.LeadId == leadId)
        .OrderBy(x => x.GrantedAt).ThenBy(x => x.Id)
        .Select(x => new StaffConsentRow(x.Kind, x.TextVersion, x.GrantedAt, x.WithdrawnAt))
        .ToListAsync(cancellationToken);

    private Task<List<StaffMessageRow>> GetMessagesAsync(Guid leadId, CancellationToken cancellationToken) => db.Set<OutgoingMessage>()
        .Where(x => x.LeadId == leadId)
        .OrderBy(x => x.CreatedAt).ThenBy(x => x.Id)
        .Select(x => new StaffMessageRow(x.Channel, x.Recipient, x.Status, x.CreatedAt, x.SentAt, x.Attempts, x.LastError))
        .ToListAsync(cancellationToken);

    private Task<List<StaffCallTaskRow>> GetCallsAsync(Guid leadId, CancellationToken cancellationToken) => (
        from task in db.Set<CallTask>()
        where task.LeadId == leadId
        orderby task.PromisedAt, task.Id
        select new StaffCallTaskRow(
            task.Kind, task.Status, task.PromisedAt, task.DueAt, task.TakenAt, task.EndedAt, task.Outcome,
            db.Users.Where(s => s.Id == task.ManagerId).Select(s => s.FullName).FirstOrDefault())).ToListAsync(cancellationToken);
}

using SaleAuto.Leads;

namespace SaleAuto.Calls;

internal static class CallMapper
{
    public static QueuedCallDto ToDto(QueuedCallRow row, Guid me, bool showsPhone, DateTime now) => new()
    {
        TaskId = row.TaskId,
        Kind = row.Kind,
        Status = row.Status,
        PromisedAt = row.PromisedAt,
        DueAt = row.DueAt,
        IsLate = row.WasMissed || (row.Status == CallTaskStatus.Pending ? now > row.DueAt : row.TakenAt > row.DueAt), // as CallTask.IsOverdue
        ManagerName = row.ManagerName,
        IsMine = row.Status == CallTaskStatus.InProgress && row.ManagerId == me,
        ResponsibleName = row.ResponsibleName,
        Attempts = row.Attempts,
        LeadId = row.LeadId,
        LeadNumber = row.LeadNumber,
        LeadKind = row.LeadKind,
        LeadStatus = row.LeadStatus,
        Name = row.Name,
        Phone = showsPhone ? row.Phone : null,
        Plate = row.Plate,
        ValuationStatus = row.ValuationStatus,
        Vehicle = row is { Make: { } make, Model: { } model, Year: { } year } ? new VehicleDto(make, model, year) : null,
        OfferLow = row.OfferLow,
        OfferHigh = row.OfferHigh,
        NamedPrice = row.NamedPrice,
        Opinion = row.Opinion,
        ExpectedPrice = row.ExpectedPrice,
    };

    public static CallDto ToDto(CallRow row, IReadOnlyList<CallAttemptRow> attempts, IReadOnlyList<SimilarLeadRow> similar, Guid me, bool showsPhone, DateTime now) => new()
    {
        Now = now,
        Call = ToDto(row.Call, me, showsPhone, now),
        MileageKm = row.MileageKm,
        Condition = row.Condition,
        Source = row.Source,
        ConditionsExplained = row.ConditionsExplained,
        MarketAverage = row.MarketAverage,
        Outcome = row.Outcome,
        Attempts = [.. attempts.Select(x => new CallAttemptDto(x.At, x.Outcome, x.Note, x.ManagerName, x.WasLate))],
        Similar = SimilarLeads.ToDtos(similar, row.Call.LeadId),
    };
}

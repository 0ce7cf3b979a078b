using System.Text.Json;
using SaleAuto.Calls;
using SaleAuto.Valuations;

namespace SaleAuto.Leads;

internal static class StaffLeadMapper
{
    public static StaffCallDto ToDto(StaffCallRow row, bool showsPhone, DateTime now) => new(
        row.Kind,
        row.Status,
        row.DueAt,
        row.Status == CallTaskStatus.Pending && now > row.DueAt,
        row.ManagerName,
        ToDto(row.Lead, showsPhone));

    public static StaffLeadDto ToDto(StaffLeadRow row, bool showsPhone) => new()
    {
        Id = row.Id,
        Number = row.Number,
        Kind = row.Kind,
        Status = row.Status,
        CloseReason = row.CloseReason,
        CreatedAt = row.CreationTime,
        Plate = row.Plate,
        Name = row.Name,
        Phone = showsPhone ? row.Phone : null,
        Opinion = row.Opinion,
        ExpectedPrice = row.ExpectedPrice,
        ValuationStatus = row.ValuationStatus,
        Vehicle = row is { Make: { } make, Model: { } model, Year: { } year } ? new VehicleDto(make, model, year) : null,
        OfferLow = row.OfferLow,
        OfferHigh = row.OfferHigh,
        CallDueAt = row.CallDueAt,
    };

    public static StaffLeadDetailsDto ToDto(StaffLeadDetailsRow row, bool showsPhone, DateTime now) => new()
    {
        Now = now,
        Lead = ToDto(row.Lead, showsPhone),
        MileageKm = row.Facts.MileageKm,
        Condition = row.Facts.Condition,
        Source = row.Facts.Source,
        Utm = new UtmTags
        {
            Source = row.Facts.Utm.Source,
            Medium = row.Facts.Utm.Medium,
            Campaign = row.Facts.Utm.Campaign,
            Content = row.Facts.Utm.Content,
            Term = row.Facts.Utm.Term,
        },
        ConfirmedAt = row.Facts.ConfirmedAt,
        ClosedAt = row.Facts.ClosedAt,
        JoinedLeadId = row.Facts.JoinedLeadId,
        JoinedLeadNumber = row.Facts.JoinedLeadNumber,
        Valuation = row.Valuation is { } valuation ? ToDto(valuation) : null,
        History = [.. row.History.Select(entry => ToDto(entry, row.Facts.ClientId))],
        Consents = [.. row.Consents.Select(x => new StaffConsentDto(x.Kind, x.TextVersion, x.GrantedAt, x.WithdrawnAt))],
        Calls = [.. row.Calls.Select(call => ToDto(call, now))],
        Messages = [.. row.Messages.Select(x => new StaffMessageDto(x.Channel, showsPhone ? x.Recipient : null, x.Status, x.CreatedAt, x.SentAt, x.Attempts, x.LastError))],
    };

    private static StaffHistoryDto ToDto(StaffHistoryRow row, Guid? clientId)
    {
        var actor = row.StaffName is not null ? StaffHistoryActor.Staff
            : row.ActorId is not null && row.ActorId == clientId ? StaffHistoryActor.Client
            : StaffHistoryActor.Program;
        return new StaffHistoryDto(row.At, row.Kind, row.From, row.To, actor, row.StaffName, row.Note);
    }

    // The same rule as CallTask.IsOverdue: a late answer stays a miss.
    private static StaffCallTaskDto ToDto(StaffCallTaskRow row, DateTime now) => new(
        row.Kind,
        row.Status,
        row.PromisedAt,
        row.DueAt,
        row.Status == CallTaskStatus.Pending ? now > row.DueAt : row.TakenAt > row.DueAt,
        row.TakenAt,
        row.EndedAt,
        row.Outcome,
        row.ManagerName);

    private static StaffValuationDto ToDto(StaffValuationRow row) => new()
    {
        Status = row.Status,
        ManualReason = row.ManualReason,
        ComputedAt = row.ComputedAt,
        ValidUntil = row.ValidUntil,
        Vin = row.Vin,
        MarketAverage = row.MarketAverage,
        MarketMedian = row.MarketMedian,
        MarketLow = row.MarketLow,
        MarketHigh = row.MarketHigh,
        SampleSize = row.SampleSize,
        Confidence = row.Confidence,
        Evidence = row.Evidence is { } json ? ToDto(JsonSerializer.Deserialize<AppraisalEvidence>(json, JsonSerializerOptions.Web)!) : null,
    };

    private static StaffEvidenceDto ToDto(AppraisalEvidence evidence) => new(
        evidence.RuleVersion,
        evidence.Widening,
        [.. evidence.Used.Select(x => new StaffComparableDto(x.Source, x.Url, x.Title, x.Year, x.MileageKm, x.Price, x.AdjustedPrice, null))],
        [.. evidence.Dropped.Select(x => new StaffComparableDto(x.Source, x.Url, x.Title, x.Year, x.MileageKm, x.Price, null, x.Reason))],
        [.. evidence.Deductions.Select(x => new StaffDeductionDto(x.Name, x.Amount))]);
}

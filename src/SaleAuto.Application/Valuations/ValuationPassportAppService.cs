using System.Text.Json;
using SaleAuto.Leads;
using SaleAuto.Staff;

namespace SaleAuto.Valuations;

internal sealed class ValuationPassportAppService(StaffDoor door, IValuationRepository valuations) : IValuationPassportAppService
{
    public async Task<ValuationPassportDto?> FindAsync(Guid leadId, CancellationToken cancellationToken)
    {
        await door.RequireAsync(LeadPermissions.Default, cancellationToken);
        return await valuations.FindByLeadAsync(leadId, cancellationToken) is { } valuation ? ToDto(valuation) : null;
    }

    private static ValuationPassportDto ToDto(Valuation valuation) => new()
    {
        Status = valuation.Status,
        ManualReason = valuation.ManualReason,
        ValidUntil = valuation.ValidUntil,
        MarketMedian = valuation.MarketMedian,
        MarketLow = valuation.MarketLow,
        MarketHigh = valuation.MarketHigh,
        Confidence = valuation.Confidence,
        Evidence = valuation.Evidence is { } json ? ToDto(JsonSerializer.Deserialize<AppraisalEvidence>(json, JsonSerializerOptions.Web)!) : null,
    };

    private static ValuationEvidenceDto ToDto(AppraisalEvidence evidence) => new(
        [.. evidence.Used.Select(x => new ComparedAdvertDto(x.Url, x.Title, x.Year, x.MileageKm, x.Price, x.AdjustedPrice, null))],
        [.. evidence.Dropped.Select(x => new ComparedAdvertDto(x.Url, x.Title, x.Year, x.MileageKm, x.Price, null, x.Reason))],
        [.. evidence.Deductions.Select(x => new DeductionDto(x.Name, x.Amount))]);
}

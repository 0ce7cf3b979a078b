using SaleAuto.Entities;
using SaleAuto.Market;

namespace SaleAuto.Valuations;

/// <summary>The price range computed for a lead, with its evidence; one per lead, the newest computation counts. Rows that are pending are the schedule of the valuation worker.</summary>
public class Valuation : AggregateRoot<Guid>
{
    private Valuation()
    {
    } // EF Core

    /// <summary>Asks for a valuation.</summary>
    public Valuation(Guid id, Guid leadId, DateTime requestedAt)
        : base(id)
    {
        LeadId = leadId;
        RequestedAt = requestedAt;
        DueAt = requestedAt;
    }

    /// <summary>The lead.</summary>
    public Guid LeadId { get; private set; }

    /// <summary>As the client sees it.</summary>
    public ValuationStatus Status { get; private set; } = ValuationStatus.Pending;

    /// <summary>Why a manager has to name the price.</summary>
    public ManualValuationReason? ManualReason { get; private set; }

    /// <summary>When it was asked for, UTC.</summary>
    public DateTime RequestedAt { get; private set; }

    /// <summary>When the next try is due, UTC.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>Until when a node works on it, UTC.</summary>
    public DateTime? ClaimedUntil { get; private set; }

    /// <summary>Tries so far.</summary>
    public int Attempts { get; private set; }

    /// <summary>When it was computed, UTC.</summary>
    public DateTime? ComputedAt { get; private set; }

    /// <summary>Until when the offer holds, UTC.</summary>
    public DateTime? ValidUntil { get; private set; }

    /// <summary>Make from the registry.</summary>
    public string? Make { get; private set; }

    /// <summary>Model from the registry.</summary>
    public string? Model { get; private set; }

    /// <summary>Year from the registry.</summary>
    public int? Year { get; private set; }

    /// <summary>VIN from the registry.</summary>
    public string? Vin { get; private set; }

    /// <summary>Average market price, roubles.</summary>
    public decimal? MarketAverage { get; private set; }

    /// <summary>Estimated market price of this car, roubles.</summary>
    public decimal? MarketMedian { get; private set; }

    /// <summary>Lower end of the market interval, roubles.</summary>
    public decimal? MarketLow { get; private set; }

    /// <summary>Upper end of the market interval, roubles.</summary>
    public decimal? MarketHigh { get; private set; }

    /// <summary>Lower end of the offer, roubles.</summary>
    public decimal? OfferLow { get; private set; }

    /// <summary>Upper end of the offer, roubles.</summary>
    public decimal? OfferHigh { get; private set; }

    /// <summary>Comparables used.</summary>
    public int? SampleSize { get; private set; }

    /// <summary>0 to 1.</summary>
    public decimal? Confidence { get; private set; }

    /// <summary>Evidence as JSON.</summary>
    public string? Evidence { get; private set; }

    /// <summary>Whether the offer ran out, or there never was one.</summary>
    public bool IsStale(DateTime now) => Status == ValuationStatus.Manual || (Status == ValuationStatus.Ready && ValidUntil < now);

    /// <summary>The registry named the car; the client may see it while the price is being computed.</summary>
    public void Identify(VehicleRecord vehicle)
    {
        Make = Check.NotNullOrWhiteSpace(vehicle.Make, nameof(vehicle), ValuationConsts.MaxNameLength);
        Model = Check.NotNullOrWhiteSpace(vehicle.Model, nameof(vehicle), ValuationConsts.MaxNameLength);
        Year = vehicle.Year;
        Vin = Check.Length(vehicle.Vin, nameof(vehicle), ValuationConsts.MaxVinLength);
    }

    /// <summary>A range was computed.</summary>
    public void Complete(AppraisalFigures figures, string evidence, DateTime computedAt, DateTime validUntil)
    {
        Status = ValuationStatus.Ready;
        ManualReason = null;
        (MarketAverage, MarketMedian, MarketLow, MarketHigh) = (figures.MarketAverage, figures.MarketMedian, figures.MarketLow, figures.MarketHigh);
        (OfferLow, OfferHigh) = (figures.OfferLow, figures.OfferHigh);
        (SampleSize, Confidence) = (figures.SampleSize, figures.Confidence);
        Evidence = evidence;
        ComputedAt = computedAt;
        ValidUntil = validUntil;
        ClaimedUntil = null;
        AddLocalEvent(new ValuationCompletedEvent(Id, LeadId, computedAt));
    }

    /// <summary>There is no honest figure.</summary>
    public void LeaveToManager(ManualValuationReason reason, string? evidence, DateTime computedAt)
    {
        Status = ValuationStatus.Manual;
        ManualReason = reason;
        Evidence = evidence;
        ComputedAt = computedAt;
        ClaimedUntil = null;
        AddLocalEvent(new ValuationLeftToManagerEvent(Id, LeadId, reason, computedAt));
    }

    /// <summary>Something outside failed; there will be another try.</summary>
    public void Postpone(DateTime dueAt)
    {
        DueAt = dueAt;
        ClaimedUntil = null;
    }

    /// <summary>The client named other facts: computes anew, keeping the old figures until then.</summary>
    public void Renew(DateTime requestedAt)
    {
        Status = ValuationStatus.Pending;
        RequestedAt = requestedAt;
        DueAt = requestedAt;
        Attempts = 0;
        ClaimedUntil = null;
    }
}

/// <summary>A range is there.</summary>
public sealed record ValuationCompletedEvent(Guid ValuationId, Guid LeadId, DateTime At);

/// <summary>A manager has to name the price.</summary>
public sealed record ValuationLeftToManagerEvent(Guid ValuationId, Guid LeadId, ManualValuationReason Reason, DateTime At);

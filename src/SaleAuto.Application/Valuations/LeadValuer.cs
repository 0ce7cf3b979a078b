using System.Text.Json;
using Microsoft.Extensions.Logging;
using SaleAuto.Cars;
using SaleAuto.Leads;
using SaleAuto.Market;
using SaleAuto.Repositories;
using SaleAuto.Settings;

namespace SaleAuto.Valuations;

/// <summary>Values one lead: registry, market, appraisal. Talks to the world outside any transaction.</summary>
internal sealed partial class LeadValuer(
    IValuationRepository valuations,
    ILeadRepository leads,
    IVehicleLookup registry,
    IMarketSearch market,
    IAppraiser appraiser,
    ISettingProvider settings,
    IUnitOfWork unitOfWork,
    TimeProvider clock,
    ILogger<LeadValuer> logger)
{
    private static readonly TimeSpan[] RetryPauses = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15)];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task ValueAsync(Guid valuationId, CancellationToken cancellationToken)
    {
        var valuation = await valuations.GetAsync(valuationId, cancellationToken);
        var lead = await leads.GetAsync(valuation.LeadId, cancellationToken);
        try
        {
            await ValueAsync(valuation, lead, cancellationToken);
        }
        catch (SourceException failure)
        {
            Log.RegistryFailed(logger, lead.Number, failure.Failure, valuation.Attempts);
            if (valuation.Attempts <= RetryPauses.Length)
            {
                await ChangeAsync(valuation, v => v.Postpone(Now + RetryPauses[valuation.Attempts - 1]), cancellationToken);
            }
            else
            {
                await ChangeAsync(valuation, v => v.LeaveToManager(ManualValuationReason.RegistryUnavailable, null, Now), cancellationToken);
            }
        }
    }

    private async Task ValueAsync(Valuation valuation, Lead lead, CancellationToken cancellationToken)
    {
        var vehicle = await registry.FindAsync(PlateNumber.Parse(lead.Plate!), cancellationToken);
        if (vehicle is null)
        {
            await ChangeAsync(valuation, v => v.LeaveToManager(ManualValuationReason.PlateUnknown, null, Now), cancellationToken);
            return;
        }
        await ChangeAsync(valuation, v => v.Identify(vehicle), cancellationToken);

        var coefficients = await settings.GetAsync<ValuationSettings>(cancellationToken);
        var spec = ToSpec(vehicle, lead.MileageKm);
        var appraisal = await AppraiseAsync(spec, lead.Condition, coefficients, cancellationToken);
        if (appraisal is null)
        {
            await ChangeAsync(valuation, v => v.LeaveToManager(ManualValuationReason.MarketUnavailable, null, Now), cancellationToken);
            return;
        }
        var evidence = JsonSerializer.Serialize(appraisal.Evidence, JsonSerializerOptions.Web);
        await ChangeAsync(
            valuation,
            v =>
            {
                if (appraisal.Figures is { } figures)
                {
                    v.Complete(figures, evidence, Now, Now.AddDays(coefficients.OfferValidDays));
                }
                else
                {
                    v.LeaveToManager(appraisal.ManualReason!.Value, evidence, Now);
                }
            },
            cancellationToken);
    }

    // The near years first; the market is asked for more only when they do not suffice.
    private async Task<Appraisal?> AppraiseAsync(VehicleSpec spec, CarCondition? condition, ValuationSettings coefficients, CancellationToken cancellationToken)
    {
        Appraisal? appraisal = null;
        foreach (var query in MarketQueries.For(spec, coefficients.Comparison, Now))
        {
            var found = await market.SearchAsync(query, cancellationToken);
            if (found.AnsweredSources.Count == 0)
            {
                continue;
            }
            appraisal = appraiser.Appraise(spec, condition, found.Listings, coefficients, Now);
            if (appraisal.ManualReason != ManualValuationReason.TooFewComparables)
            {
                return appraisal;
            }
        }
        return appraisal;
    }

    // A row that was renewed meanwhile keeps its new request: the figures of the old facts are not written over it.
    private Task ChangeAsync(Valuation worked, Action<Valuation> change, CancellationToken cancellationToken)
    {
        var (id, requestedAt) = (worked.Id, worked.RequestedAt);
        return unitOfWork.ExecuteAsync(
            async token =>
            {
                var valuation = await valuations.GetAsync(id, token);
                if (valuation.RequestedAt == requestedAt)
                {
                    change(valuation);
                }
                return valuation.Id;
            },
            cancellationToken);
    }

    private static VehicleSpec ToSpec(VehicleRecord vehicle, int? mileageKm) => new()
    {
        Make = vehicle.Make,
        Model = vehicle.Model,
        Year = vehicle.Year,
        MileageKm = mileageKm,
        PowerHp = vehicle.PowerHp,
        EngineLitres = vehicle.EngineLitres,
        Fuel = vehicle.Fuel,
        Gearbox = vehicle.Gearbox,
        Drive = vehicle.Drive,
    };

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The registry failed for lead {Number}: {Failure}, try {Attempt}")]
        public static partial void RegistryFailed(ILogger logger, string number, SourceFailure failure, int attempt);
    }
}

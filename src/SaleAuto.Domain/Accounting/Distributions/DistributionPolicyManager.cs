using SaleAuto.Errors;
using SaleAuto.Repositories;
using SaleAuto.Settings;

namespace SaleAuto.Accounting.Distributions;

/// <summary>Writes versions of the policy one after another: at most one draft, each with a number of its own.</summary>
public class DistributionPolicyManager(IDistributionPolicyRepository policies, ISettingProvider settings, IUnitOfWork unitOfWork, TimeProvider clock)
{
    private const string Turn = "distribution-policy";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Keeps the draft, a new one when there is none.</summary>
    /// <param name="terms">What it says.</param>
    /// <param name="note">What people should know of it.</param>
    /// <param name="seenVersion">Number of saves of the draft that was read; null when there was none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="InputValidationException">The rules cannot be kept.</exception>
    /// <exception cref="BusinessException">Somebody else changed the draft meanwhile.</exception>
    public async Task<DistributionPolicy> SaveDraftAsync(DistributionTerms terms, string? note, long? seenVersion, CancellationToken cancellationToken)
    {
        await unitOfWork.TakeTurnAsync(Turn, cancellationToken);
        var found = await policies.FindDraftAsync(cancellationToken);
        EnsureSeen(found, seenVersion);
        if (found is { } draft)
        {
            draft.Redraft(terms, note);
            return draft;
        }
        var fresh = new DistributionPolicy(Guid.CreateVersion7(), await policies.GetLastNumberAsync(cancellationToken) + 1, terms, note);
        policies.Insert(fresh);
        return fresh;
    }

    /// <summary>The draft counts from that day on.</summary>
    /// <exception cref="BusinessException">There is no such draft, somebody else changed it meanwhile, or the day is past.</exception>
    public async Task<DistributionPolicy> SwitchOnAsync(Guid? draftId, long? seenVersion, DateOnly from, Guid staffId, CancellationToken cancellationToken)
    {
        await unitOfWork.TakeTurnAsync(Turn, cancellationToken);
        var draft = await policies.FindDraftAsync(cancellationToken);
        if (draft is null || draft.Id != draftId)
        {
            throw new BusinessException(SaleAutoErrorCodes.Distributions.NoDraft);
        }
        EnsureSeen(draft, seenVersion);
        draft.SwitchOn(from, await settings.ToCompanyDayAsync(Now, cancellationToken), staffId, Now);
        return draft;
    }

    /// <summary>Throws the draft away; without one there is nothing to do.</summary>
    public async Task DiscardDraftAsync(CancellationToken cancellationToken)
    {
        await unitOfWork.TakeTurnAsync(Turn, cancellationToken);
        if (await policies.FindDraftAsync(cancellationToken) is { } draft)
        {
            policies.Delete(draft);
        }
    }

    /// <summary>Gives a new company its first version; where there is one, nothing happens.</summary>
    public async Task DeliverAsync(CancellationToken cancellationToken)
    {
        await unitOfWork.TakeTurnAsync(Turn, cancellationToken);
        if (await policies.GetLastNumberAsync(cancellationToken) == 0)
        {
            var first = new DistributionPolicy(Guid.CreateVersion7(), 1, DistributionTerms.Delivered, null);
            first.Deliver(Now);
            policies.Insert(first);
        }
    }

    private static void EnsureSeen(DistributionPolicy? draft, long? version)
    {
        if (draft?.Version != version)
        {
            throw new BusinessException(SaleAutoErrorCodes.Requests.ChangedMeanwhile);
        }
    }
}

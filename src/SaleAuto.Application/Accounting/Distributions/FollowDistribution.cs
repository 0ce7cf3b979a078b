using SaleAuto.Cars;
using SaleAuto.Events;
using SaleAuto.Expenses;
using SaleAuto.Repositories;
using SaleAuto.Resales;
using SaleAuto.Users;

namespace SaleAuto.Accounting.Distributions;

/// <summary>A car whose money came, or that was given up, gets its distribution computed, for the owner to look at; one that waits follows late expenses and corrections.</summary>
internal sealed class ComputeDistribution(DistributionManager distributions, IRepository<Expense> expenses) :
    ILocalEventHandler<ResaleChangedEvent>,
    ILocalEventHandler<CarWrittenOffEvent>,
    ILocalEventHandler<ExpenseChangedEvent>,
    ILocalEventHandler<CarPurchaseCorrectedEvent>,
    ILocalEventHandler<CarShutEvent>
{
    public Task HandleEventAsync(ResaleChangedEvent changed, CancellationToken cancellationToken) => distributions.ComputeIfPossibleAsync(changed.CarId, cancellationToken);

    public Task HandleEventAsync(CarWrittenOffEvent writtenOff, CancellationToken cancellationToken) => distributions.ComputeIfPossibleAsync(writtenOff.CarId, cancellationToken);

    public async Task HandleEventAsync(ExpenseChangedEvent changed, CancellationToken cancellationToken) =>
        await distributions.ComputeIfPossibleAsync((await expenses.GetAsync(changed.ExpenseId, cancellationToken)).CarId, cancellationToken);

    public Task HandleEventAsync(CarPurchaseCorrectedEvent corrected, CancellationToken cancellationToken) => distributions.ComputeIfPossibleAsync(corrected.CarId, cancellationToken);

    public Task HandleEventAsync(CarShutEvent shut, CancellationToken cancellationToken) => distributions.ComputeIfPossibleAsync(shut.CarId, cancellationToken);
}

/// <summary>Late expenses change a profit that was shared out: it is taken back, and computed anew with them.</summary>
internal sealed class ReverseDistributionOnCarReopened(DistributionManager distributions, ICurrentUser currentUser) : ILocalEventHandler<CarReopenedEvent>
{
    public Task HandleEventAsync(CarReopenedEvent reopened, CancellationToken cancellationToken) =>
        distributions.ReverseOfCarAsync(reopened.CarId, currentUser.StaffId, reopened.Reason, cancellationToken);
}

/// <summary>A sale that was taken back leaves nothing to share out.</summary>
internal sealed class WithdrawDistributionOnResaleTakenBack(DistributionManager distributions, ICurrentUser currentUser) : ILocalEventHandler<ResaleTakenBackEvent>
{
    public Task HandleEventAsync(ResaleTakenBackEvent takenBack, CancellationToken cancellationToken) =>
        distributions.WithdrawOfCarAsync(takenBack.CarId, currentUser.StaffId, takenBack.Reason, cancellationToken);
}

/// <summary>The books follow what the owner approved or took back.</summary>
internal sealed class PostDistribution(IDistributionRepository distributions, Ledger ledger) :
    ILocalEventHandler<DistributionApprovedEvent>,
    ILocalEventHandler<DistributionReversedEvent>
{
    public Task HandleEventAsync(DistributionApprovedEvent approved, CancellationToken cancellationToken) =>
        SettleAsync(approved.DistributionId, null, cancellationToken);

    public Task HandleEventAsync(DistributionReversedEvent reversed, CancellationToken cancellationToken) =>
        SettleAsync(reversed.DistributionId, reversed.Reason, cancellationToken);

    private async Task SettleAsync(Guid id, string? reason, CancellationToken cancellationToken)
    {
        var distribution = await distributions.GetWholeAsync(id, cancellationToken);
        await ledger.SettleAsync(new LedgerDocument(LedgerDocumentType.Distribution, id), distribution.Postings, reason, cancellationToken);
    }
}

/// <summary>The resale says whether its profit is shared out.</summary>
internal sealed class MarkResaleOnDistribution(IResaleRepository resales) :
    ILocalEventHandler<DistributionApprovedEvent>,
    ILocalEventHandler<DistributionReversedEvent>
{
    public async Task HandleEventAsync(DistributionApprovedEvent approved, CancellationToken cancellationToken) =>
        (await FindAsync(approved.ResaleId, cancellationToken))?.MarkDistributed();

    public async Task HandleEventAsync(DistributionReversedEvent reversed, CancellationToken cancellationToken) =>
        (await FindAsync(reversed.ResaleId, cancellationToken))?.MarkUndistributed();

    // A car that was given up has none.
    private async Task<Resale?> FindAsync(Guid? resaleId, CancellationToken cancellationToken) => resaleId is { } id ? await resales.GetAsync(id, cancellationToken) : null;
}

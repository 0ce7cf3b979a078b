using SaleAuto.Imports;
using SaleAuto.Messages;
using SaleAuto.Repositories;
using SaleAuto.Valuations;
using SaleAuto.Workers;

namespace SaleAuto;

/// <summary>Wakes the worker whose rows were just committed, so that nobody waits for its next interval.</summary>
internal sealed class WakeWorkersOnCommit(IWorkSignal signal) : ICommitListener
{
    public void OnCommitted(IReadOnlySet<Type> writtenTypes)
    {
        if (writtenTypes.Contains(typeof(Valuation)))
        {
            signal.Raise<ValuationWorker>();
        }
        if (writtenTypes.Contains(typeof(OutgoingMessage)))
        {
            signal.Raise<OutboxWorker>();
        }
        if (writtenTypes.Contains(typeof(ImportJob)))
        {
            signal.Raise<ImportWorker>();
        }
    }
}

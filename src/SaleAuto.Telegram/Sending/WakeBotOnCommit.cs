using SaleAuto.Repositories;
using SaleAuto.Workers;

namespace SaleAuto.Bot;

/// <summary>Sends answers as soon as they are committed.</summary>
internal sealed class WakeBotOnCommit(IWorkSignal signal) : ICommitListener
{
    public void OnCommitted(IReadOnlySet<Type> writtenTypes)
    {
        if (writtenTypes.Contains(typeof(BotOutgoing)))
        {
            signal.Raise<BotSendWorker>();
        }
    }
}

using Microsoft.EntityFrameworkCore;

namespace SaleAuto.Messages;

/// <summary>Adds messages to the unit of work.</summary>
internal sealed class MessageOutbox(SaleAutoDbContext db, MessageBodies bodies, MessageOrder order, TimeProvider clock) : IMessageOutbox
{
    public async Task AddAsync(MessageDraft draft, CancellationToken cancellationToken)
    {
        // Two transactions that write the same effect at once meet at the unique index; the later one runs again and finds the row.
        var messages = db.Set<OutgoingMessage>();
        if (messages.Local.Any(m => m.DeduplicationKey == draft.DeduplicationKey)
            || await messages.AnyAsync(m => m.DeduplicationKey == draft.DeduplicationKey, cancellationToken))
        {
            return;
        }
        var dueAt = draft.NotBefore ?? clock.GetUtcNow().UtcDateTime;
        messages.Add(new OutgoingMessage(Guid.CreateVersion7(), draft, bodies.Write(draft), order.Next(), dueAt));
    }
}

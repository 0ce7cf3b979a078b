using Microsoft.EntityFrameworkCore;

namespace SaleAuto.Messages;

/// <summary>Adds messages to the unit of work.</summary>
internal sealed class MessageOutbox(SaleAutoDbContext db, MessageBodies bodies, TimeProvider clock) : IMessageOutbox
{
    private static readonly TimeSpan _step = TimeSpan.FromMicroseconds(1); // what both databases keep

    private DateTime _last;

    public async Task AddAsync(MessageDraft draft, CancellationToken cancellationToken)
    {
        // Two transactions that write the same effect at once meet at the unique index; the later one runs again and finds the row.
        var messages = db.Set<OutgoingMessage>();
        if (messages.Local.Any(m => m.DeduplicationKey == draft.DeduplicationKey)
            || await messages.AnyAsync(m => m.DeduplicationKey == draft.DeduplicationKey, cancellationToken))
        {
            return;
        }
        var now = clock.GetUtcNow().UtcDateTime;
        _last = now > _last ? now : _last + _step; // messages of one moment keep the order in which they were written
        messages.Add(new OutgoingMessage(Guid.CreateVersion7(), draft, bodies.Write(draft), _last, now));
    }
}

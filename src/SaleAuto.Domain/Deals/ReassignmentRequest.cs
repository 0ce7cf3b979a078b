using SaleAuto.Entities;
using SaleAuto.Errors;
using SaleAuto.Repositories;

namespace SaleAuto.Deals;

/// <summary>A seller cannot attend a meeting and asks the others to take it (domain facts, 2.4).</summary>
public class ReassignmentRequest : FullAuditedAggregateRoot<Guid>
{
    private readonly List<ReassignmentOpinion> _opinions = [];
    private readonly List<ReassignmentComment> _comments = [];

    private ReassignmentRequest()
    {
    } // EF Core

    /// <summary>Asks for another seller.</summary>
    public ReassignmentRequest(Guid id, Deal deal, string reason, DateTime at)
        : base(id)
    {
        (DealId, FromSellerId, RequestedAt, LookAt) = (deal.Id, deal.SellerId, at, at);
        Reason = Check.NotNullOrWhiteSpace(reason.Trim(), nameof(reason), DealConsts.MaxReasonLength);
        AddLocalEvent(new ReassignmentRequestedEvent(Id, DealId));
    }

    /// <summary>The deal.</summary>
    public Guid DealId { get; private set; }

    /// <summary>Who cannot attend.</summary>
    public Guid FromSellerId { get; private set; }

    /// <summary>Why; open to all sellers.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime RequestedAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public ReassignmentStatus Status { get; private set; } = ReassignmentStatus.Open;

    /// <summary>Who took the deal.</summary>
    public Guid? TakenById { get; private set; }

    /// <summary>When it ended, UTC.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>When it is to be looked at next, UTC; null when no alarm is left.</summary>
    public DateTime? LookAt { get; private set; }

    /// <summary>How many alarms were raised.</summary>
    public int Alarms { get; private set; }

    /// <summary>What colleagues think of the reason.</summary>
    public IReadOnlyList<ReassignmentOpinion> Opinions => _opinions;

    /// <summary>What they wrote, oldest first.</summary>
    public IReadOnlyList<ReassignmentComment> Comments => _comments;

    /// <summary>Whether the deal may still be taken.</summary>
    public bool IsOpen => Status is ReassignmentStatus.Open or ReassignmentStatus.Escalated;

    /// <summary>Another seller takes the deal; the version lets only one of two win.</summary>
    internal void Accept(Guid sellerId, DateTime at)
    {
        if (!IsOpen)
        {
            throw new BusinessException(SaleAutoErrorCodes.Deals.RequestClosed).WithData("Status", Status);
        }
        if (sellerId == FromSellerId)
        {
            throw new BusinessException(SaleAutoErrorCodes.Deals.OwnRequest);
        }
        TakenById = sellerId;
        End(ReassignmentStatus.Accepted, at);
    }

    /// <summary>The deal went another way than by <see cref="Accept"/>: a manager gave it to somebody, the seller attends after all, or it is off.</summary>
    /// <param name="sellerId">Who has the deal now.</param>
    /// <param name="at">When, UTC.</param>
    public void Settle(Guid sellerId, DateTime at)
    {
        if (IsOpen)
        {
            TakenById = sellerId == FromSellerId ? null : sellerId;
            End(TakenById is null ? ReassignmentStatus.Withdrawn : ReassignmentStatus.Accepted, at);
            if (Status == ReassignmentStatus.Withdrawn)
            {
                AddLocalEvent(new ReassignmentWithdrawnEvent(Id, DealId));
            }
        }
    }

    /// <summary>The meeting has another time: alarms are reckoned anew.</summary>
    public void LookAgain(DateTime at) => (LookAt, Alarms) = (IsOpen ? at : null, 0);

    /// <summary>Time to raise an alarm because nobody takes the deal: after the set time, and again the nearer the meeting is; each once.</summary>
    /// <returns>The alarm, or null when none is due (another node was quicker, somebody took the deal).</returns>
    public ReassignmentAlarm? Look(DateTime now, DateTime startsAt, DealSettings rules)
    {
        if (!IsOpen || LookAt is null || LookAt > now)
        {
            return null;
        }
        var nearer = rules.ReassignmentAlarmMinutes.Select(x => startsAt.AddMinutes(-x)).Order().ToList();
        var first = RequestedAt.AddMinutes(rules.ReassignmentMinutes);
        var last = nearer.Count > 0 ? nearer[^1] : startsAt;
        List<DateTime> moments = [first < last ? first : last, .. nearer.Where(x => x > first)];
        LookAt = moments.Where(x => x > now).Select(x => (DateTime?)x).FirstOrDefault();
        var due = moments.Count(x => x <= now);
        if (due <= Alarms)
        {
            return null;
        }
        (Alarms, Status) = (due, ReassignmentStatus.Escalated);
        return new ReassignmentAlarm(due, IsUrgent: due > 1 || now >= last);
    }

    /// <summary>A colleague says what to think of the reason; a later vote takes the place of an earlier one.</summary>
    public void Vote(Guid staffId, ReassignmentVote vote, DateTime at)
    {
        if (staffId == FromSellerId)
        {
            throw new BusinessException(SaleAutoErrorCodes.Deals.OwnRequest);
        }
        if (_opinions.Find(x => x.StaffId == staffId) is { } given)
        {
            given.Change(vote, at);
            return;
        }
        _opinions.Add(new ReassignmentOpinion(Guid.CreateVersion7(), Id, staffId, vote, at));
    }

    /// <summary>A colleague writes something; the same message twice counts once.</summary>
    public void Comment(Guid staffId, string text, string key, DateTime at)
    {
        if (_comments.Exists(x => x.Key == key))
        {
            return;
        }
        if (_comments.Count >= DealConsts.MaxComments)
        {
            throw new BusinessException(SaleAutoErrorCodes.Deals.TooMany).WithData("Most", DealConsts.MaxComments);
        }
        _comments.Add(new ReassignmentComment(Guid.CreateVersion7(), Id, staffId, text, key, at));
    }

    private void End(ReassignmentStatus status, DateTime at) => (Status, EndedAt, LookAt) = (status, at, null);
}

/// <summary>What a colleague thinks of the reason of a request.</summary>
public class ReassignmentOpinion : Entity<Guid>
{
    private ReassignmentOpinion()
    {
    } // EF Core

    internal ReassignmentOpinion(Guid id, Guid requestId, Guid staffId, ReassignmentVote vote, DateTime at)
        : base(id) => (RequestId, StaffId, Vote, At) = (requestId, staffId, vote, at);

    /// <summary>The request.</summary>
    public Guid RequestId { get; private set; }

    /// <summary>Who.</summary>
    public Guid StaffId { get; private set; }

    /// <summary>What.</summary>
    public ReassignmentVote Vote { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    internal void Change(ReassignmentVote vote, DateTime at) => (Vote, At) = (vote, at);
}

/// <summary>What a colleague wrote to a request.</summary>
public class ReassignmentComment : Entity<Guid>
{
    private ReassignmentComment()
    {
    } // EF Core

    internal ReassignmentComment(Guid id, Guid requestId, Guid staffId, string text, string key, DateTime at)
        : base(id)
    {
        (RequestId, StaffId, At) = (requestId, staffId, at);
        Text = Check.NotNullOrWhiteSpace(text.Trim(), nameof(text), DealConsts.MaxCommentLength);
        Key = Check.NotNullOrWhiteSpace(key, nameof(key), DealConsts.MaxKeyLength);
    }

    /// <summary>The request.</summary>
    public Guid RequestId { get; private set; }

    /// <summary>Who.</summary>
    public Guid StaffId { get; private set; }

    /// <summary>What.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Names the message: the same one twice counts once.</summary>
    public string Key { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }
}

/// <summary>An alarm that nobody takes a deal.</summary>
/// <param name="Number">Which of the request, from 1.</param>
/// <param name="IsUrgent">Whether the meeting is near.</param>
public sealed record ReassignmentAlarm(int Number, bool IsUrgent);

/// <summary>A seller asks for another one.</summary>
public sealed record ReassignmentRequestedEvent(Guid RequestId, Guid DealId);

/// <summary>No other seller is needed any more: the first one attends after all, or the meeting is off.</summary>
public sealed record ReassignmentWithdrawnEvent(Guid RequestId, Guid DealId);

/// <summary>Requests for another seller.</summary>
public interface IReassignmentRepository : IRepository<ReassignmentRequest>
{
    /// <summary>The open request of the deal, those added in this unit of work included, or null.</summary>
    Task<ReassignmentRequest?> FindOpenAsync(Guid dealId, CancellationToken cancellationToken);

    /// <summary>The request with votes and comments.</summary>
    /// <exception cref="EntityNotFoundException">There is none.</exception>
    Task<ReassignmentRequest> GetWholeAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Open requests that are due to be looked at, soonest first.</summary>
    Task<IReadOnlyList<Guid>> GetToLookAtAsync(DateTime now, int most, CancellationToken cancellationToken);
}

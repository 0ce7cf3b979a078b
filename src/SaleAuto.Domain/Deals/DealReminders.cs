namespace SaleAuto.Deals;

// Reminders of the coming meeting, and what happens when the seller does not confirm it.
public partial class Deal
{
    /// <summary>When the deal is to be looked at next, UTC; null when nothing is left to remind of.</summary>
    public DateTime? RemindAt { get; private set; }

    /// <summary>The reminder given last, in minutes before the meeting.</summary>
    public int? RemindedMinutes { get; private set; }

    /// <summary>Who has been told that the seller confirms nothing.</summary>
    public DealEscalation Escalation { get; private set; }

    /// <summary>Time to remind the seller, or to tell others that the seller is silent.</summary>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="rules">When to remind, and how long to wait for an answer.</param>
    /// <param name="heardAt">When the seller heard of the present plan, UTC: quiet hours may have put it off; null for at once.</param>
    /// <returns>What is to be told, or null when nothing is (another node was quicker, the seller confirmed, the meeting is over).</returns>
    public DealReminder? Remind(DateTime now, DealSettings rules, DateTime? heardAt = null)
    {
        if (RemindAt is null || RemindAt > now)
        {
            return null;
        }
        if (Status is not (DealStatus.Assigned or DealStatus.Accepted or DealStatus.ReassignRequested) || now > EndsAt)
        {
            RemindAt = null;
            return null;
        }
        var minutes = rules.ReminderMinutes.Where(x => StartsAt.AddMinutes(-x) > AssignedAt).ToList(); // the seller of a meeting at short notice was just told
        var due = minutes.Where(x => StartsAt.AddMinutes(-x) <= now && now < StartsAt && (RemindedMinutes is null || x < RemindedMinutes)).DefaultIfEmpty().Min();
        RemindedMinutes = due == 0 ? RemindedMinutes : due;
        var toManager = SilentFrom(rules.ReminderMinutes.DefaultIfEmpty().Max(), rules, heardAt ?? AssignedAt);
        var toOwners = SilentFrom(rules.ReminderMinutes.DefaultIfEmpty().Min(), rules, heardAt ?? AssignedAt);
        var escalation = FindEscalation(now, toManager, toOwners);
        var isNew = escalation > Escalation;
        Escalation = escalation;
        RemindAt = minutes.Select(x => StartsAt.AddMinutes(-x)).Append(toManager).Append(toOwners).Where(x => x > now).Select(x => (DateTime?)x).Min();
        return due == 0 && !isNew ? null : new DealReminder(due == 0 ? null : due, isNew ? escalation : DealEscalation.None);
    }

    // The seller is silent when there is no answer some time after that reminder, or after getting a deal later than it.
    private DateTime SilentFrom(int minutes, DealSettings rules, DateTime heardAt)
    {
        var reminder = StartsAt.AddMinutes(-minutes);
        return (reminder > heardAt ? reminder : heardAt).AddMinutes(rules.ConfirmationMinutes);
    }

    // The manager hears of a meeting that nobody accepted, the owners of a seller who should be on the way. A request for another seller has alarms of its own.
    private DealEscalation FindEscalation(DateTime now, DateTime toManager, DateTime toOwners)
    {
        if (Status == DealStatus.ReassignRequested)
        {
            return Escalation;
        }
        if (now >= toOwners && OnTheWayAt is null)
        {
            return DealEscalation.Owners;
        }
        return now >= toManager && Status == DealStatus.Assigned && Escalation == DealEscalation.None ? DealEscalation.Manager : Escalation;
    }

    private void PlanReminders(DateTime at) => (RemindAt, RemindedMinutes, Escalation) = (at, null, DealEscalation.None);
}

/// <summary>What is to be told of a coming meeting.</summary>
/// <param name="Minutes">The reminder that is due, in minutes before the meeting; null when none is.</param>
/// <param name="Escalation">Who is to be told that the seller is silent.</param>
public sealed record DealReminder(int? Minutes, DealEscalation Escalation);

using System.Globalization;
using SaleAuto.Cars;
using SaleAuto.Clients;
using SaleAuto.Searching;

namespace SaleAuto.Leads;

/// <summary>What a manager learned on the phone: the answers of the call script as they stand now.</summary>
public sealed record LeadCorrection
{
    /// <summary>How to address the client; null keeps the name.</summary>
    public string? Name { get; init; }

    /// <summary>Plate; null keeps it. Naming it in a call request turns that into a purchase request (specification 1.2).</summary>
    public PlateNumber? Plate { get; init; }

    /// <summary>Price that the manager named, roubles; null leaves the computed offer.</summary>
    public decimal? NamedPrice { get; init; }

    /// <summary>What the client says of the price.</summary>
    public ClientOpinion Opinion { get; init; }

    /// <summary>Price that the client has in mind, roubles.</summary>
    public decimal? ExpectedPrice { get; init; }

    /// <summary>Odometer reading, kilometres.</summary>
    public int? MileageKm { get; init; }

    /// <summary>Condition.</summary>
    public CarCondition? Condition { get; init; }

    /// <summary>Where the client heard of us.</summary>
    public LeadSource? Source { get; init; }

    /// <summary>Whether the conditions of a purchase were explained.</summary>
    public bool ConditionsExplained { get; init; }
}

public partial class Lead
{
    /// <summary>Price that a manager named, roubles; it takes the place of the computed offer.</summary>
    public decimal? NamedPrice { get; private set; }

    /// <summary>When the conditions of a purchase were explained, UTC.</summary>
    public DateTime? ConditionsExplainedAt { get; private set; }

    /// <summary>The name in the common spelling, to find similar requests.</summary>
    public string? NameKey { get; private set; }

    /// <summary>Where it stood before a manager took the call.</summary>
    public LeadStatus? StatusBeforeWork { get; private set; }

    /// <summary>Takes the answers of the call script as one; every changed field is kept with its old and new value.</summary>
    /// <returns>The fields that changed; saving the same answers again changes none.</returns>
    internal IReadOnlyList<LeadField> Correct(LeadCorrection answers, Guid staffId, DateTime at)
    {
        EnsureOpen();
        Bound(answers);
        var changed = new List<LeadField>();
        Change(LeadField.Name, Name, answers.Name?.Trim() ?? Name, Address);
        Change(LeadField.Plate, Plate, answers.Plate?.Value ?? Plate, value => (Plate, Kind) = (value, LeadKind.Buyout));
        Change(LeadField.NamedPrice, NamedPrice, answers.NamedPrice, value => NamedPrice = value);
        Change(LeadField.Opinion, Opinion, answers.Opinion, value => Opinion = value);
        Change(LeadField.ExpectedPrice, ExpectedPrice, answers.ExpectedPrice, value => ExpectedPrice = value);
        Change(LeadField.MileageKm, MileageKm, answers.MileageKm, value => MileageKm = value);
        Change(LeadField.Condition, Condition, answers.Condition, value => Condition = value);
        Change(LeadField.Source, Source, answers.Source, value => Source = value);
        Change(LeadField.ConditionsExplained, ConditionsExplainedAt is not null, answers.ConditionsExplained, value => ConditionsExplainedAt = value ? at : null);
        if (changed.Count > 0)
        {
            AddLocalEvent(new LeadCorrectedEvent(Id, changed.Any(x => x is LeadField.Plate or LeadField.MileageKm or LeadField.Condition), at));
        }
        return changed;

        void Change<T>(LeadField field, T before, T after, Action<T> set)
        {
            if (!EqualityComparer<T>.Default.Equals(before, after))
            {
                set(after);
                changed.Add(field);
                _history.Add(LeadHistoryEntry.Correction(at, Status, staffId, field, Write(before), Write(after)));
            }
        }
    }

    /// <summary>The phone was wrong; the old one and the reason are kept.</summary>
    internal void ChangePhone(PhoneNumber phone, Guid staffId, string reason, DateTime at)
    {
        EnsureOpen();
        if (phone.Value != Phone)
        {
            _history.Add(LeadHistoryEntry.Correction(at, Status, staffId, LeadField.Phone, Phone, phone.Value, reason));
            Phone = phone.Value;
        }
    }

    /// <summary>Another person stands behind the corrected phone.</summary>
    public void PassTo(Guid clientId) => ClientId = clientId;

    /// <summary>The person behind the phone is known.</summary>
    public void IdentifyClient(Guid clientId) => ClientId ??= clientId;

    private static void Bound(LeadCorrection answers)
    {
        Check.Range(answers.MileageKm ?? 0, nameof(answers), 0, LeadConsts.MaxMileageKm);
        Check.Range(answers.NamedPrice ?? 1, nameof(answers), 1, LeadConsts.MaxExpectedPrice);
        Check.Range(answers.ExpectedPrice ?? 1, nameof(answers), 1, LeadConsts.MaxExpectedPrice);
    }

    private static string? Write<T>(T value) => Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;

    private void Address(string? name)
    {
        Name = Check.Length(name?.Trim(), nameof(name), LeadConsts.MaxNameLength);
        NameKey = Name is null ? null : SearchText.Normalize(Name);
    }
}

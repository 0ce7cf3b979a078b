using SaleAuto.Entities;
using SaleAuto.Searching;

namespace SaleAuto.Clients;

/// <summary>A person whose car the company buys; known by a confirmed phone.</summary>
public class Client : FullAuditedAggregateRoot<Guid>, IGuardedSearchable
{
    private Client()
    {
    } // EF Core

    internal Client(Guid id, PhoneNumber phone, string? name)
        : base(id)
    {
        Phone = phone.Value;
        Name = Check.Length(name, nameof(name), ClientConsts.MaxNameLength);
    }

    /// <summary>Canonical phone (E.164), unique.</summary>
    public string Phone { get; private set; } = "";

    /// <summary>How to address the person; null when never told.</summary>
    public string? Name { get; private set; }

    /// <summary>When the phone was last confirmed by a code, UTC; null while only a call was asked for.</summary>
    public DateTime? PhoneConfirmedAt { get; private set; }

    /// <summary>Takes a newer name; an empty one changes nothing.</summary>
    public void Rename(string? name)
    {
        if (!string.IsNullOrWhiteSpace(name))
        {
            Name = Check.Length(name.Trim(), nameof(name), ClientConsts.MaxNameLength);
        }
    }

    /// <summary>The phone was wrong, or the person has another one; nobody has proved to hold it yet.</summary>
    public void ChangePhone(PhoneNumber phone) => (Phone, PhoneConfirmedAt) = (phone.Value, null);

    /// <summary>The person proved to hold the phone. The fresh drafts of the phone become leads, or only the one that the code was for.</summary>
    public void ConfirmPhone(Guid? leadId, DateTime confirmedAt)
    {
        PhoneConfirmedAt = confirmedAt;
        AddLocalEvent(new ClientPhoneConfirmedEvent(Id, Phone, leadId, confirmedAt));
    }
}

/// <summary>A client proved to hold the phone.</summary>
public sealed record ClientPhoneConfirmedEvent(Guid ClientId, string Phone, Guid? LeadId, DateTime ConfirmedAt);

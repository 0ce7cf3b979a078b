using SaleAuto.Entities;
using SaleAuto.Repositories;

namespace SaleAuto.Staff.Sessions;

/// <summary>A sign-in of a staff member on one device; its id stands in the cookie.</summary>
public class StaffSession : Entity<Guid>, ICachedRow
{
    private StaffSession()
    {
    } // EF Core

    /// <summary>Starts a session.</summary>
    public StaffSession(Guid id, Guid staffId, string? device, string? address, DateTime startedAt)
        : base(id)
    {
        StaffId = staffId;
        Device = device?.Length > StaffConsts.MaxDeviceLength ? device[..StaffConsts.MaxDeviceLength] : device;
        Address = address?.Length > StaffConsts.MaxAddressLength ? address[..StaffConsts.MaxAddressLength] : address;
        (StartedAt, LastSeenAt) = (startedAt, startedAt);
    }

    /// <summary>Who is signed in.</summary>
    public Guid StaffId { get; private set; }

    /// <summary>What the browser says of itself.</summary>
    public string? Device { get; private set; }

    /// <summary>Network address at the sign-in.</summary>
    public string? Address { get; private set; }

    /// <summary>When it began, UTC.</summary>
    public DateTime StartedAt { get; private set; }

    /// <summary>When the person last did something, UTC, to five minutes.</summary>
    public DateTime LastSeenAt { get; private set; }

    /// <summary>When it was ended, UTC.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Ends it: the cookie works no more.</summary>
    public void End(DateTime at) => EndedAt ??= at;
}

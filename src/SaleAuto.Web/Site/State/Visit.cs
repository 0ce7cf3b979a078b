using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using SaleAuto.Site.Forms;

namespace SaleAuto.Site.State;

/// <summary>A visitor on the way from the form to the confirmed phone.</summary>
public sealed record Visit
{
    /// <summary>Tells visits apart.</summary>
    public required Guid Id { get; init; }

    /// <summary>What was typed, so that Back and "change the number" find it again; null on the way to the cabinet.</summary>
    public SellForm? Form { get; init; }

    /// <summary>The draft that the code confirms; null on the way to the cabinet.</summary>
    public Guid? LeadId { get; init; }

    /// <summary>Where the code went, as typed.</summary>
    public required string Phone { get; init; }

    /// <summary>When the last code left, UTC.</summary>
    public required DateTime CodeSentAt { get; init; }

    /// <summary>From when on a new code may be asked for, UTC.</summary>
    public required DateTime ResendAt { get; init; }

    /// <summary>Page to open after sign-in, a path of this site.</summary>
    public string? Target { get; init; }
}

/// <summary>Carries a <see cref="Visit"/>: phone and draft never stand in an address.</summary>
public sealed class VisitCookie(IDataProtectionProvider protection, IOptions<PublicAddress> address)
    : ProtectedCookie<Visit>(protection, address, "visit", TimeSpan.FromHours(1));

/// <summary>A promise to call back that was just given.</summary>
/// <param name="Phone">The number to call, masked.</param>
/// <param name="CallDueAt">Until when, UTC.</param>
public sealed record CallPromise(string Phone, DateTime CallDueAt);

/// <summary>Carries a <see cref="CallPromise"/> to the page that thanks.</summary>
public sealed class CallPromiseCookie(IDataProtectionProvider protection, IOptions<PublicAddress> address)
    : ProtectedCookie<CallPromise>(protection, address, "call", TimeSpan.FromHours(1));

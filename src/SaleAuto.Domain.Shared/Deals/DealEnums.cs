namespace SaleAuto.Deals;

/// <summary>Where a planned purchase stands (domain facts, 2.3). Steps cannot be skipped.</summary>
public enum DealStatus
{
    /// <summary>Planned by a manager; seller and client are told.</summary>
    Assigned,

    /// <summary>The seller confirmed.</summary>
    Accepted,

    /// <summary>The seller cannot attend and asks for somebody else.</summary>
    ReassignRequested,

    /// <summary>The seller is at the place and looks at the car.</summary>
    Inspection,

    /// <summary>The final price is agreed.</summary>
    PriceAgreed,

    /// <summary>Contract and act are signed.</summary>
    DocumentsSigned,

    /// <summary>The money was handed over.</summary>
    Paid,

    /// <summary>The car is ours.</summary>
    Completed,

    /// <summary>The client does not sell.</summary>
    RejectedByClient,

    /// <summary>The seller does not buy.</summary>
    RejectedBySeller,
}

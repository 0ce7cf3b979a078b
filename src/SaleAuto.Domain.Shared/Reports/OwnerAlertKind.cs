namespace SaleAuto.Reports;

/// <summary>What calls for the owner.</summary>
public enum OwnerAlertKind
{
    /// <summary>A car has stood too long; the number is its days in stock.</summary>
    OldCar,

    /// <summary>More cars have stood too long than are named; the number is how many in all.</summary>
    OldCars,

    /// <summary>A seller holds much of the company's money; the number is how much.</summary>
    LargeAdvance,

    /// <summary>A market source fails.</summary>
    FailingSource,

    /// <summary>Messages never left; the number is how many.</summary>
    FailedMessages,
}

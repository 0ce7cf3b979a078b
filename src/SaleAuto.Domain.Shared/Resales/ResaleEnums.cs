namespace SaleAuto.Resales;

/// <summary>Where the sale of a stock car stands (domain facts, 2.6).</summary>
public enum ResaleStatus
{
    /// <summary>Being agreed with the buyer.</summary>
    Draft,

    /// <summary>Agreed, the money is awaited.</summary>
    AwaitingPayment,

    /// <summary>The money came.</summary>
    Received,

    /// <summary>The profit was shared out.</summary>
    Distributed,

    /// <summary>The buyer withdrew.</summary>
    Cancelled,
}

/// <summary>How the money of a resale comes in.</summary>
public enum ReceiptMethod
{
    /// <summary>Cash.</summary>
    Cash,

    /// <summary>Transfer to the company's account.</summary>
    BankTransfer,

    /// <summary>Payment by card.</summary>
    Card,

    /// <summary>The buyer's bank pays.</summary>
    BuyerCredit,
}

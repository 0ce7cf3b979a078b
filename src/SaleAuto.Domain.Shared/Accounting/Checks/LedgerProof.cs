namespace SaleAuto.Accounting.Checks;

/// <summary>What is proved of the books every night.</summary>
public enum LedgerProof
{
    /// <summary>What accounts received is what accounts gave.</summary>
    Balanced,

    /// <summary>Stock holds what unsold cars cost by their documents, and nothing of cars that left.</summary>
    Stock,

    /// <summary>Profit of cars that left is resale less buyout and expenses by their documents.</summary>
    Profit,

    /// <summary>Deposits hold what buyers of open sales gave.</summary>
    Deposits,

    /// <summary>Expenses that count have exactly their sum in force, all others nothing.</summary>
    Expenses,

    /// <summary>Deals that were paid have exactly their sum in force, all others nothing.</summary>
    Deals,

    /// <summary>Movements of money have exactly their sum in force, those taken back nothing.</summary>
    CashOperations,

    /// <summary>Distributions that count share out exactly their profit, all others nothing.</summary>
    Distributions,

    /// <summary>Safes and accounts hold what came to them less what left them, by the documents.</summary>
    CashPlaces,

    /// <summary>People hold of the company's money what the documents leave with them.</summary>
    Advances,

    /// <summary>People are owed their shares less what they were paid.</summary>
    Shares,

    /// <summary>Balances that were carried forward last are what the entries up to that day add up to.</summary>
    Carried,

    /// <summary>What takes an entry back mirrors it, once.</summary>
    Reversals,
}

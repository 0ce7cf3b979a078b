namespace SaleAuto.Simulation.Records;

/// <summary>Where the money is; accounts that hold nothing are left out. Roubles.</summary>
public sealed record PlainFigures
{
    /// <summary>By place.</summary>
    public required SortedDictionary<Guid, decimal> Cash { get; init; }

    /// <summary>With each person; negative for own money that the company owes.</summary>
    public required SortedDictionary<Guid, decimal> Advances { get; init; }

    /// <summary>Cost of each car in stock.</summary>
    public required SortedDictionary<Guid, decimal> Stock { get; init; }

    /// <summary>Profit of each car that left, until it is shared out; negative for a loss.</summary>
    public required SortedDictionary<Guid, decimal> Profit { get; init; }

    /// <summary>Money of buyers whose sale is open.</summary>
    public required SortedDictionary<Guid, decimal> Deposits { get; init; }

    /// <summary>Paid in deals whose car is not in stock yet.</summary>
    public required SortedDictionary<Guid, decimal> PaidAhead { get; init; }

    /// <summary>Shares of profit that each person has not been paid; negative for a loss.</summary>
    public required SortedDictionary<Guid, decimal> Persons { get; init; }

    /// <summary>Kept for costs.</summary>
    public required decimal Reserve { get; init; }

    /// <summary>The company's own share: of profits, and deposits kept, less withdrawals.</summary>
    public required decimal Company { get; init; }

    /// <summary>Put in by the owners.</summary>
    public required decimal Capital { get; init; }

    /// <summary>Costs of the company.</summary>
    public required decimal Costs { get; init; }

    /// <summary>Whether both say the same.</summary>
    public bool Agrees(PlainFigures other) => Differences(other).Count == 0;

    /// <summary>What both do not say alike, in words.</summary>
    public IReadOnlyList<string> Differences(PlainFigures other) =>
    [
        .. Differences("cash", Cash, other.Cash), .. Differences("advance", Advances, other.Advances), .. Differences("stock", Stock, other.Stock), .. Differences("profit", Profit, other.Profit),
        .. Differences("deposit", Deposits, other.Deposits), .. Differences("paid ahead", PaidAhead, other.PaidAhead), .. Differences("person", Persons, other.Persons),
        .. Reserve == other.Reserve ? [] : (string[])[$"reserve {Reserve} <> {other.Reserve}"],
        .. Company == other.Company ? [] : (string[])[$"company {Company} <> {other.Company}"],
        .. Capital == other.Capital ? [] : (string[])[$"capital {Capital} <> {other.Capital}"],
        .. Costs == other.Costs ? [] : (string[])[$"costs {Costs} <> {other.Costs}"],
    ];

    private static IEnumerable<string> Differences(string what, SortedDictionary<Guid, decimal> mine, SortedDictionary<Guid, decimal> other) =>
        mine.Keys.Union(other.Keys).Where(x => mine.GetValueOrDefault(x) != other.GetValueOrDefault(x)).Select(x => $"{what} of {x}: {mine.GetValueOrDefault(x)} <> {other.GetValueOrDefault(x)}");
}

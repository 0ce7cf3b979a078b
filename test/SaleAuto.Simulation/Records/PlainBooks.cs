using SaleAuto.Accounting;

namespace SaleAuto.Simulation.Records;

/// <summary>
/// What the people of the simulation did with money, noted by whoever did it, and reckoned by plain sums over that: it knows nothing of accounts, entries and reversals, and is what the program's
/// books are compared with.
/// </summary>
public sealed class PlainBooks
{
    private readonly Dictionary<Guid, Purchase> _purchases = [];
    private readonly Dictionary<Guid, Spending> _spendings = [];
    private readonly Dictionary<Guid, PlainSale> _sales = [];
    private readonly Dictionary<Guid, Movement> _movements = [];
    private readonly Dictionary<Guid, (Guid DistributionId, IReadOnlyDictionary<PlainReceiver, decimal> Shares)> _shared = [];
    private readonly HashSet<Guid> _givenUp = [];
    private readonly Dictionary<Guid, int> _entries = [];

    /// <summary>Cars that were bought.</summary>
    public IReadOnlyCollection<Guid> Cars => [.. _purchases.Values.Where(x => x.CarId is not null).Select(x => x.CarId!.Value)];

    /// <summary>What was paid for cars, roubles.</summary>
    public decimal PaidForCars => _purchases.Values.Sum(x => x.Amount);

    /// <summary>How many sales brought their whole money.</summary>
    public int Sold => _sales.Values.Count(x => x.IsSold);

    /// <summary>What these brought, roubles.</summary>
    public decimal SoldFor => _sales.Values.Where(x => x.IsSold).Sum(x => x.Amount);

    /// <summary>How many entries the books should hold for each document.</summary>
    public IReadOnlyDictionary<Guid, int> Entries => _entries;

    /// <summary>Money went to the owner of a car, or came from the owner when the company was paid for taking it.</summary>
    public void Paid(Guid dealId, Guid sellerId, decimal amount, bool throughBank)
    {
        _purchases.Add(dealId, new Purchase(sellerId, amount, throughBank, null));
        Written(dealId, 1);
    }

    /// <summary>The car is in stock.</summary>
    public void Stocked(Guid dealId, Guid carId)
    {
        _purchases[dealId] = _purchases[dealId] with { CarId = carId };
        Written(carId, 1);
    }

    /// <summary>Another sum was paid for a car in stock, or by other hands.</summary>
    public void PaidOtherwise(Guid dealId, decimal amount, bool throughBank)
    {
        var before = _purchases[dealId];
        _purchases[dealId] = before with { Amount = amount, ThroughBank = throughBank };
        Written(dealId, 2);
        if (before.Amount != amount)
        {
            Written(before.CarId!.Value, 2);
            CostChanged(before.CarId.Value);
        }
    }

    /// <summary>Money was spent on a car, another sum stands on the receipt, or it does not count any more (null).</summary>
    public void Spent(Guid expenseId, Guid carId, Guid? personId, Guid? placeId, decimal? amount)
    {
        var costBefore = CostOf(carId);
        var before = _spendings.GetValueOrDefault(expenseId);
        var now = amount is { } sum ? new Spending(carId, personId, placeId, sum) : null;
        if (before == now)
        {
            return;
        }
        _spendings.Remove(expenseId);
        if (now is not null)
        {
            _spendings.Add(expenseId, now);
        }
        Written(expenseId, (before is null ? 0 : 1) + (now is null ? 0 : 1));
        if (costBefore != CostOf(carId))
        {
            CostChanged(carId);
        }
    }

    /// <summary>Money of a buyer came.</summary>
    public void Received(Guid resaleId, Guid carId, Guid? holderId, Guid? placeId, decimal amount)
    {
        _sales.TryAdd(resaleId, new PlainSale(carId));
        _sales[resaleId].Receipts.Add((holderId, placeId, amount));
        Written(resaleId, 1);
    }

    /// <summary>The whole money of a sale is there.</summary>
    public void SoldFully(Guid resaleId)
    {
        var sale = _sales[resaleId];
        sale.IsSold = true;
        Written(resaleId, CostOf(sale.CarId) == 0 ? 1 : 2);
    }

    /// <summary>A sale was none: the buyer has the money again, and we have the car.</summary>
    public void TakenBack(Guid resaleId)
    {
        var sale = _sales[resaleId];
        (sale.IsSold, sale.IsCancelled) = (false, true);
        Written(resaleId, sale.Receipts.Count + (CostOf(sale.CarId) == 0 ? 1 : 2));
    }

    /// <summary>The buyer withdrew.</summary>
    public void Cancelled(Guid resaleId, bool keepsDeposit)
    {
        if (_sales.TryGetValue(resaleId, out var sale))
        {
            (sale.IsCancelled, sale.IsKept) = (true, keepsDeposit);
            Written(resaleId, keepsDeposit ? 1 : sale.Receipts.Count);
        }
    }

    /// <summary>A car was given up.</summary>
    public void GivenUp(Guid carId)
    {
        _givenUp.Add(carId);
        Written(carId, CostOf(carId) == 0 ? 0 : 1);
    }

    /// <summary>The profit of a car was shared out.</summary>
    public void Shared(Guid distributionId, Guid carId, IReadOnlyDictionary<PlainReceiver, decimal> shares)
    {
        _shared.Add(carId, (distributionId, shares));
        Written(distributionId, shares.Count);
    }

    /// <summary>That was taken back, when it was.</summary>
    public void Unshared(Guid carId)
    {
        if (_shared.Remove(carId, out var was))
        {
            Written(was.DistributionId, was.Shares.Count);
        }
    }

    /// <summary>Money was moved.</summary>
    public void Moved(Guid operationId, CashOperationKind kind, decimal amount, Guid placeId, Guid? toPlaceId, Guid? personId)
    {
        _movements.Add(operationId, new Movement(kind, amount, placeId, toPlaceId, personId));
        Written(operationId, 1);
    }

    /// <summary>A movement was a mistake.</summary>
    public void MovedBack(Guid operationId)
    {
        _movements.Remove(operationId);
        Written(operationId, 1);
    }

    /// <summary>Buyout and expenses of a car, roubles.</summary>
    public decimal CostOf(Guid carId) =>
        _purchases.Values.Where(x => x.CarId == carId).Sum(x => x.Amount) + _spendings.Values.Where(x => x.CarId == carId).Sum(x => x.Amount);

    /// <summary>Whether the car was sold or given up.</summary>
    public bool HasLeft(Guid carId) => FindLeaving(carId) is not null;

    /// <summary>Resale less buyout and expenses of a car that was sold or given up, whether it was shared out or not, roubles.</summary>
    public decimal ProfitOf(Guid carId) => _sales.Values.Where(x => x.CarId == carId && x.IsSold).Sum(x => x.Amount) - CostOf(carId);

    /// <summary>Everything as it stands.</summary>
    public PlainFigures Reckon()
    {
        var costs = _purchases.Values.Where(x => x.CarId is not null).ToDictionary(x => x.CarId!.Value, x => x.Amount);
        foreach (var spending in _spendings.Values)
        {
            costs[spending.CarId] += spending.Amount;
        }
        var sold = _sales.Values.Where(x => x.IsSold).ToDictionary(x => x.CarId, x => x.Amount);
        return new PlainFigures
        {
            Cash = Sums(
                _movements.Values.SelectMany(InPlaces),
                _purchases.Values.Where(x => x.ThroughBank).Select(x => (CashPlace.BankId, -x.Amount)),
                _spendings.Values.Where(x => x.PlaceId is not null).Select(x => (x.PlaceId!.Value, -x.Amount)),
                Held().Where(x => x.PlaceId is not null).Select(x => (x.PlaceId!.Value, x.Amount))),
            Advances = Sums(
                _movements.Values.SelectMany(WithPeople),
                _purchases.Values.Where(x => !x.ThroughBank).Select(x => (x.SellerId, -x.Amount)),
                _spendings.Values.Where(x => x.PlaceId is null).Select(x => (x.PersonId!.Value, -x.Amount)),
                Held().Where(x => x.PlaceId is null).Select(x => (x.HolderId!.Value, x.Amount))),
            Stock = Sums(costs.Where(x => !sold.ContainsKey(x.Key) && !_givenUp.Contains(x.Key)).Select(x => (x.Key, x.Value))),
            Profit = Sums(costs.Where(x => (sold.ContainsKey(x.Key) || _givenUp.Contains(x.Key)) && !_shared.ContainsKey(x.Key)).Select(x => (x.Key, sold.GetValueOrDefault(x.Key) - x.Value))),
            Deposits = Sums(_sales.Where(x => !x.Value.IsSold && !x.Value.IsCancelled).Select(x => (x.Key, x.Value.Receipts.Sum(r => r.Amount)))),
            PaidAhead = Sums(_purchases.Where(x => x.Value.CarId is null).Select(x => (x.Key, x.Value.Amount))),
            Persons = Sums(
                _shared.Values.SelectMany(x => x.Shares).Where(x => x.Key.PersonId is not null).Select(x => (x.Key.PersonId!.Value, x.Value)),
                _movements.Values.Where(x => x.Kind == CashOperationKind.Payout).Select(x => (x.PersonId!.Value, -x.Amount))),
            Reserve = Given(PlainReceiver.Reserve),
            Company = Given(PlainReceiver.Company) + _sales.Values.Where(x => x.IsKept).Sum(x => x.Receipts.Sum(r => r.Amount)) - Total(CashOperationKind.Withdrawal),
            Capital = Total(CashOperationKind.Contribution),
            Costs = Total(CashOperationKind.Cost),
        };
    }

    // The profit of a car that has left follows its cost.
    private void CostChanged(Guid carId)
    {
        if (FindLeaving(carId) is { } leaving)
        {
            Written(leaving, 2);
        }
    }

    private decimal Given(PlainReceiver receiver) => _shared.Values.Sum(x => x.Shares.GetValueOrDefault(receiver));

    private decimal Total(CashOperationKind kind) => _movements.Values.Where(x => x.Kind == kind).Sum(x => x.Amount);

    private Guid? FindLeaving(Guid carId) =>
        _givenUp.Contains(carId) ? carId : _sales.Where(x => x.Value.CarId == carId && x.Value.IsSold).Select(x => (Guid?)x.Key).FirstOrDefault();

    // Money of a buyer is where it was put, unless it went back.
    private IEnumerable<(Guid? HolderId, Guid? PlaceId, decimal Amount)> Held() => _sales.Values.Where(x => !x.IsCancelled || x.IsKept).SelectMany(x => x.Receipts);

    private static IEnumerable<(Guid, decimal)> InPlaces(Movement x) => x.Kind switch
    {
        CashOperationKind.Contribution or CashOperationKind.AdvanceReturned => [(x.PlaceId, x.Amount)],
        CashOperationKind.Transfer => [(x.PlaceId, -x.Amount), (x.ToPlaceId!.Value, x.Amount)],
        _ => [(x.PlaceId, -x.Amount)],
    };

    private static IEnumerable<(Guid, decimal)> WithPeople(Movement x) => x.Kind switch
    {
        CashOperationKind.AdvanceGiven => [(x.PersonId!.Value, x.Amount)],
        CashOperationKind.AdvanceReturned => [(x.PersonId!.Value, -x.Amount)],
        _ => [],
    };

    private static SortedDictionary<Guid, decimal> Sums(params IReadOnlyList<IEnumerable<(Guid Of, decimal Amount)>> parts) =>
        new(parts.SelectMany(x => x).GroupBy(x => x.Of).Select(x => (x.Key, Sum: x.Sum(y => y.Amount))).Where(x => x.Sum != 0).ToDictionary(x => x.Key, x => x.Sum));

    private void Written(Guid documentId, int entries) => _entries[documentId] = _entries.GetValueOrDefault(documentId) + entries;

    private sealed record Purchase(Guid SellerId, decimal Amount, bool ThroughBank, Guid? CarId);

    private sealed record Spending(Guid CarId, Guid? PersonId, Guid? PlaceId, decimal Amount);

    private sealed record Movement(CashOperationKind Kind, decimal Amount, Guid PlaceId, Guid? ToPlaceId, Guid? PersonId);

    private sealed class PlainSale(Guid carId)
    {
        public Guid CarId => carId;

        public List<(Guid? HolderId, Guid? PlaceId, decimal Amount)> Receipts { get; } = [];

        public bool IsSold { get; set; }

        public bool IsCancelled { get; set; }

        public bool IsKept { get; set; }

        public decimal Amount => Receipts.Sum(x => x.Amount);
    }
}

using SaleAuto.Accounting;
using SaleAuto.Cars;
using SaleAuto.Expenses;
using SaleAuto.Numbers;
using SaleAuto.Resales;

namespace SaleAuto.Demo;

/// <summary>Cars in stock in every state, with what was spent on them and what they were sold for. Uses the verbs of the trade, so that nothing impossible is shown.</summary>
public sealed class DemoStock(INumberGenerator numbers)
{
    private readonly List<object> _rows = [];
    private DateTime _now;

    /// <summary>Everything to be saved.</summary>
    public async Task<IReadOnlyList<object>> TellAsync(DateTime now, CancellationToken cancellationToken)
    {
        _now = now;
        var camry = await BuyAsync("camry", "seller", new("Toyota", "Camry", 2017, null, PlateNumber.Parse("М482ОР77"), 118_000, null), 1_690_000, 17, cancellationToken);
        Spend(camry, "seller", ExpenseCategory.Cleaning, 12_500, 15, "Химчистка салона");
        Spend(camry, "seller", ExpenseCategory.Repair, 45_000, 14, "Передняя подвеска");
        camry.SendToRestoration();
        camry.MarkReady();
        camry.PutOnSale(2_090_000);
        var sold = Resell(camry, "camry", "seller", 2_040_000, ReceiptMethod.BankTransfer);
        sold.AwaitPayment();
        sold.Receive(new ResaleReceipt(DemoIds.Of("receipt:camry"), sold.Id, 2_040_000, ReceiptMethod.BankTransfer, LedgerAccountRef.CashPlace(CashPlace.BankId), "demo", now.AddDays(-4)));
        camry.Sell(now.AddDays(-4));

        var octavia = await BuyAsync("octavia", "seller2", new("Skoda", "Octavia", 2015, null, PlateNumber.Parse("Е105КХ50"), 164_000, null), 905_000, 8, cancellationToken);
        Spend(octavia, "seller2", ExpenseCategory.Bodywork, 38_000, 6, "Покраска крыла и бампера");
        octavia.SendToRestoration();
        octavia.MarkReady();
        octavia.PutOnSale(1_180_000);

        var polo = await BuyAsync("polo", "seller2", new("Volkswagen", "Polo", 2016, "XW8ZZZ61ZGG023417", PlateNumber.Parse("С271ХН777"), 112_000, null), 610_000, 34, cancellationToken);
        Spend(polo, "seller2", ExpenseCategory.Parts, 21_400, 30, "Тормозные диски и колодки");
        polo.MarkReady();
        polo.PutOnSale(819_000);
        Resell(polo, "polo-first", "seller2", 790_000, ReceiptMethod.BuyerCredit).Cancel();
        polo.Reserve();
        Resell(polo, "polo", "seller2", 800_000, ReceiptMethod.Cash).AwaitPayment();

        var focus = await BuyAsync("focus", "seller", new("Ford", "Focus", 2012, null, PlateNumber.Parse("А418ВЕ99"), 181_000, "Стук в коробке"), 395_000, 5, cancellationToken);
        Spend(focus, "seller", ExpenseCategory.Transport, 6_000, 5, "Эвакуатор");
        Spend(focus, "seller", ExpenseCategory.Repair, 72_300, 2, "Ремонт коробки, предоплата");
        focus.SendToRestoration();

        var rio = await BuyAsync("rio", "seller3", new("Kia", "Rio", 2018, null, PlateNumber.Parse("О633СР77"), 88_000, null), 870_000, 1, cancellationToken);
        Spend(rio, "seller3", ExpenseCategory.Fees, 2_850, 0, "Регистрация");

        var niva = await BuyAsync("niva", "seller3", new("Chevrolet", "Niva", 2010, null, PlateNumber.Parse("Х712ЕК50"), 203_000, null), 210_000, 12, cancellationToken);
        niva.MarkReady();

        var wreck = await BuyAsync("wreck", "seller", new("Opel", "Corsa", 2008, null, null, 240_000, null), 95_000, 60, cancellationToken);
        wreck.WriteOff("Разобран на запчасти", now.AddDays(-40));

        _rows.AddRange(await new DemoHistory(numbers).TellAsync(now, cancellationToken));
        MoveMoney();
        foreach (var aggregate in _rows.OfType<Events.IHasLocalEvents>())
        {
            aggregate.ClearLocalEvents(); // told already: no handler is to hear of it
        }
        return _rows;
    }

    private async Task<Car> BuyAsync(string name, string seller, CarFacts facts, decimal price, int daysAgo, CancellationToken cancellationToken)
    {
        var number = await numbers.NextAsync(NumberSeries.Car, cancellationToken);
        var car = new Car(DemoIds.Of($"car:{name}"), number, null, DemoStaff.IdOf(seller), facts, new CarPurchase(price, _now.AddDays(-daysAgo), CashPlace.BankId));
        _rows.Add(car);
        return car;
    }

    // What the owners put in, and what sellers were given to spend.
    private void MoveMoney()
    {
        Move("capital", new CashMovement(CashOperationKind.Contribution, 6_000_000, CashPlace.BankId, null, null, "Вклад владельцев", null), 420);
        Move("safe", new CashMovement(CashOperationKind.Transfer, 900_000, CashPlace.BankId, CashPlace.SafeId, null, "Снято для выкупа", null), 21);
        Move("advance", new CashMovement(CashOperationKind.AdvanceGiven, 200_000, CashPlace.SafeId, null, DemoStaff.IdOf("seller"), null, null), 20);
        Move("advance2", new CashMovement(CashOperationKind.AdvanceGiven, 120_000, CashPlace.SafeId, null, DemoStaff.IdOf("seller2"), null, null), 18);
        Move("rent", new CashMovement(CashOperationKind.Cost, 85_000, CashPlace.BankId, null, null, "Аренда площадки за ноябрь", null), 10);
    }

    private void Move(string name, CashMovement movement, int daysAgo) =>
        _rows.Add(new CashOperation(DemoIds.Of($"cash:{name}"), movement, DateOnly.FromDateTime(_now.AddDays(-daysAgo))));

    private void Spend(Car car, string seller, ExpenseCategory category, decimal amount, int daysAgo, string note)
    {
        var spentOn = DateOnly.FromDateTime(_now.AddDays(-daysAgo));
        var expense = new Expense(DemoIds.Of($"expense:{_rows.Count}"), car.Id, DemoStaff.IdOf(seller), new ExpenseFacts(category, amount, spentOn, note, EvidenceFileId: null), needsApproval: false);
        expense.CountWithoutEvidence();
        _rows.Add(expense);
    }

    private Resale Resell(Car car, string name, string seller, decimal amount, ReceiptMethod method)
    {
        var resale = new Resale(DemoIds.Of($"resale:{name}"), car.Id, DemoStaff.IdOf(seller), amount, method, null);
        _rows.Add(resale);
        return resale;
    }
}

using SaleAuto.Accounting;
using SaleAuto.Cars;
using SaleAuto.Expenses;
using SaleAuto.Numbers;
using SaleAuto.Resales;

namespace SaleAuto.Demo;

/// <summary>The year before: cars that were bought, repaired and sold, so that charts and reports have something to show. The same every time.</summary>
public sealed class DemoHistory(INumberGenerator numbers)
{
    private const int Cars = 36;
    private const int DaysBetween = 9;
    private const int DaysBeforeToday = 62; // what came later is told by the stock

    private static readonly (string Make, string Model, int Year, decimal Price)[] Models =
    [
        ("Kia", "Rio", 2017, 690_000), ("Hyundai", "Solaris", 2016, 640_000), ("Volkswagen", "Polo", 2018, 820_000), ("Skoda", "Rapid", 2017, 760_000),
        ("LADA", "Vesta", 2019, 880_000), ("Renault", "Duster", 2015, 720_000), ("Toyota", "Corolla", 2014, 980_000), ("Nissan", "Qashqai", 2016, 1_240_000),
        ("Ford", "Focus", 2013, 540_000), ("Mazda", "6", 2015, 1_180_000), ("Chevrolet", "Cruze", 2013, 510_000), ("Mitsubishi", "Outlander", 2014, 1_090_000),
    ];

    private static readonly (ExpenseCategory Category, string Note)[] Works =
    [
        (ExpenseCategory.Repair, "Подвеска и тормоза"), (ExpenseCategory.Bodywork, "Покраска деталей"), (ExpenseCategory.Cleaning, "Химчистка"), (ExpenseCategory.Parts, "Расходники"),
    ];

    /// <summary>Cars, expenses and resales, ready to be saved and posted.</summary>
    public async Task<IReadOnlyList<object>> TellAsync(DateTime now, CancellationToken cancellationToken)
    {
        var random = new Random(20261123);
        var rows = new List<object>();
        for (var i = 0; i < Cars; i++)
        {
            var (make, model, year, usual) = Models[i % Models.Length];
            var seller = DemoStaff.IdOf(i % 3 == 0 ? "seller" : i % 3 == 1 ? "seller2" : "seller3");
            var boughtAt = now.AddDays(-DaysBeforeToday - ((Cars - i) * DaysBetween)).Date.AddHours(12);
            var price = decimal.Round(usual * (90 + random.Next(20)) / 100_000, 0) * 1_000;
            var facts = new CarFacts(make, model, year, null, null, 60_000 + (random.Next(120) * 1_000), null);
            var car = new Car(DemoIds.Of($"history:{i}"), await numbers.NextAsync(NumberSeries.Car, cancellationToken), null, seller, facts, new CarPurchase(price, boughtAt, CashPlace.BankId));
            rows.Add(car);
            var spent = 0m;
            for (var work = 0; work < 1 + random.Next(3); work++)
            {
                var (category, note) = Works[random.Next(Works.Length)];
                var amount = 3_000 + (random.Next(30) * 1_100);
                spent += amount;
                var receipt = new ExpenseFacts(category, amount, DateOnly.FromDateTime(boughtAt.AddDays(2 + work)), note, EvidenceFileId: null, CashPlace.BankId);
                var expense = new Expense(DemoIds.Of($"history:{i}:{work}"), car.Id, seller, receipt, needsApproval: false);
                expense.CountWithoutEvidence();
                rows.Add(expense);
            }
            Sell(rows, car, i, decimal.Round((price + spent) * (96 + random.Next(22)) / 100_000, 0) * 1_000, boughtAt.AddDays(12 + random.Next(48)));
        }
        return rows;
    }

    private static void Sell(List<object> rows, Car car, int i, decimal amount, DateTime at)
    {
        car.MarkReady();
        car.PutOnSale(amount);
        var resale = new Resale(DemoIds.Of($"history-sale:{i}"), car.Id, car.SellerId, amount, ReceiptMethod.BankTransfer, null);
        resale.Receive(new ResaleReceipt(DemoIds.Of($"history-receipt:{i}"), resale.Id, amount, ReceiptMethod.BankTransfer, LedgerAccountRef.CashPlace(CashPlace.BankId), "demo", at));
        car.Sell(at);
        rows.Add(resale);
    }
}

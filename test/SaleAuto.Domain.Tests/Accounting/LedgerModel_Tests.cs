using System.Globalization;
using SaleAuto.Accounting.Distributions;
using SaleAuto.Cars;
using SaleAuto.Errors;
using SaleAuto.Expenses;
using SaleAuto.Resales;
using Xunit.Abstractions;

namespace SaleAuto.Accounting;

/// <summary>
/// Any sequence of purchases, expenses, corrections, reversals, resales, sales taken back, late bills, distributions and changes of the policy, against plain sums: the ledger stays balanced, stock is what unsold cars cost,
/// profit is resale less buyout and expenses, what is shared out is the profit to the kopeck, and nothing that was written changes. The seed is printed; <c>SALEAUTO_MODEL_SEED</c> repeats a run.
/// </summary>
public class LedgerModel_Tests(ITestOutputHelper output)
{
    private const int Sequences = 100;
    private const int Commands = 80;

    [Fact]
    public async Task Should_Hold_Under_Any_Sequence()
    {
        var seed = Environment.GetEnvironmentVariable("SALEAUTO_MODEL_SEED") is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : Random.Shared.Next();
        output.WriteLine($"Seed {seed}");
        var done = new SortedDictionary<string, int>();
        for (var i = 0; i < Sequences; i++)
        {
            var people = new People(new Random(unchecked(seed + i)));
            for (var j = 0; j < Commands; j++)
            {
                try
                {
                    await people.PressAsync();
                    people.Check();
                }
                catch (Exception failure)
                {
                    throw new InvalidOperationException($"Seed {seed}, sequence {i}, press {j} ({people.Last}): {failure.Message}", failure);
                }
            }
            foreach (var (what, times) in people.Done)
            {
                done[what] = done.GetValueOrDefault(what) + times;
            }
        }
        output.WriteLine(string.Join(", ", done.Select(x => $"{x.Key} {x.Value}")));
        done.Keys.ShouldBe(["another price", "approve", "buy", "cancel", "close", "correct", "decide", "expense", "give up", "late bill", "policy", "receive", "reverse", "sell", "take back", "take the sale back"], ignoreOrder: true);
        done.Values.Min().ShouldBeGreaterThan(10, "every press must get through now and then, or the model says little");
    }

    private sealed class People(Random random)
    {
        private static readonly Guid[] _sellers = [Guid.CreateVersion7(), Guid.CreateVersion7()];
        private static readonly Guid _owner = Guid.CreateVersion7();

        private readonly BooksInMemory _books = new();
        private readonly Dictionary<Guid, decimal> _spent = []; // expenses that count, by their own id
        private readonly List<LedgerEntry> _written = [];
        private int _keys;

        public SortedDictionary<string, int> Done { get; } = [];

        public string Last { get; private set; } = "";

        // What a rule refuses changes nothing: the check afterwards would show it.
        public async Task PressAsync()
        {
            _books.Clock.Now += TimeSpan.FromHours(random.Next(1, 40));
            try
            {
                await Pick()();
                await _books.FollowAsync();
                Done[Last] = Done.GetValueOrDefault(Last) + 1;
            }
            catch (BusinessException)
            {
                Last += " (refused)";
            }
        }

        public void Check()
        {
            _written.SequenceEqual(_books.Entries.Take(_written.Count)).ShouldBeTrue("entries are only added");
            var fresh = _books.Entries.Skip(_written.Count).ToList();
            fresh.All(x => _books.ClosedThrough is not { } closed || x.Day > closed).ShouldBeTrue("nothing is written into a closed period");
            fresh.All(Mirrors).ShouldBeTrue("what takes an entry back mirrors it");
            _written.AddRange(fresh);
            var accounts = _written.SelectMany(x => new[] { (Of: x.Debit, x.Kopecks), (Of: x.Credit, Kopecks: -x.Kopecks) }).GroupBy(x => x.Of).ToDictionary(x => x.Key, x => x.Sum(e => e.Kopecks) / 100m);
            accounts.Values.Sum().ShouldBe(0);
            foreach (var car in _books.Cars.All)
            {
                CheckCar(car, accounts);
            }
            foreach (var resale in _books.Resales.All)
            {
                accounts.GetValueOrDefault(LedgerAccountRef.Deposits(resale.Id)).ShouldBe(resale.Status is ResaleStatus.Draft or ResaleStatus.AwaitingPayment ? -resale.PaidAmount : 0);
            }
            CheckShares(accounts);
        }

        private bool Mirrors(LedgerEntry entry) =>
            entry.ReversesId is not { } id
            || (_books.Entries.Single(x => x.Id == id) is var mistaken && entry.Posting == mistaken.Posting with { Debit = mistaken.Credit, Credit = mistaken.Debit } && entry.Document == mistaken.Document);

        private void CheckCar(Car car, Dictionary<LedgerAccountRef, decimal> accounts)
        {
            var cost = car.BuyoutPrice + _books.Expenses.All.Where(x => x.CarId == car.Id).Sum(x => _spent.GetValueOrDefault(x.Id));
            var hasLeft = car.Status is CarStatus.Sold or CarStatus.WrittenOff;
            var sold = _books.Resales.All.Find(x => x.CarId == car.Id && x.IsSold);
            var profit = hasLeft ? (sold?.Amount ?? 0) - cost : 0;
            var shared = _books.Distributions.All.Where(x => x.CarId == car.Id && x.Status == DistributionStatus.Approved).ToList();
            shared.Count.ShouldBeLessThanOrEqualTo(1);
            shared.ForEach(x => x.Lines.Sum(line => line.Amount).ShouldBe(profit, "shares add up to the profit"));
            accounts.GetValueOrDefault(LedgerAccountRef.Stock(car.Id)).ShouldBe(hasLeft ? 0 : cost, "stock is what the car cost");
            accounts.GetValueOrDefault(LedgerAccountRef.CarProfit(car.Id)).ShouldBe(shared.Count == 1 ? 0 : -profit, "profit is resale less buyout and expenses");
        }

        private void CheckShares(Dictionary<LedgerAccountRef, decimal> accounts)
        {
            var lines = _books.Distributions.All.Where(x => x.Status == DistributionStatus.Approved).SelectMany(x => x.Lines).ToList();
            foreach (var person in _sellers.Append(_owner))
            {
                accounts.GetValueOrDefault(LedgerAccountRef.Person(person)).ShouldBe(-lines.Where(x => x.StaffId == person).Sum(x => x.Amount));
            }
            var kept = _books.Resales.All.Where(x => x.IsDepositKept).Sum(x => x.PaidAmount);
            accounts.GetValueOrDefault(LedgerAccountRef.Company).ShouldBe(-lines.Where(x => x.StaffId is null && x.Share != DistributionShare.Reserve).Sum(x => x.Amount) - kept);
            accounts.GetValueOrDefault(LedgerAccountRef.Reserve).ShouldBe(-lines.Where(x => x.Share == DistributionShare.Reserve).Sum(x => x.Amount));
        }

        private Func<Task> Pick() => random.Next(34) switch
        {
            < 4 => Named("buy", BuyAsync),
            < 9 => Named("expense", SpendAsync),
            9 or 10 => Named("correct", CorrectAsync),
            11 => Named("reverse", () => TakeBackExpenseAsync(Any(_books.Expenses.All))),
            12 or 13 => Named("decide", DecideAsync),
            < 17 => Named("sell", SellAsync),
            < 22 => Named("receive", ReceiveAsync),
            22 => Named("cancel", CancelAsync),
            23 => Named("give up", () => Do(() => Any(_books.Cars.All).WriteOff("Сгорела", _books.Clock.Now))),
            24 => Named("late bill", LateBillAsync),
            25 => Named("close", CloseAsync),
            26 => Named("policy", ChangePolicyAsync),
            27 => Named("take back", () => _books.DistributionManager.ReverseAsync(Any(_books.Distributions.All).Id, _owner, "Ошибка", default)),
            28 or 29 => Named("another price", () => _books.Corrections.CorrectPurchaseAsync(
                Any(_books.Cars.All), random.Next(1, 90_000_000) / 100m, random.Next(3) == 0 ? CashPlace.SafeId : null, "Ошибка", default)),
            30 => Named("take the sale back", () => _books.Corrections.TakeBackAsync(Any(_books.Resales.All.FindAll(x => x.IsSold)), "Вернули", default)),
            _ => Named("approve", () => _books.DistributionManager.ApproveAsync(Any(_books.Distributions.All).Id, _owner, default)),
        };

        private Func<Task> Named(string name, Func<Task> press)
        {
            Last = name;
            return press;
        }

        private T Any<T>(IReadOnlyList<T> all) => all.Count > 0 ? all[random.Next(all.Count)] : throw new BusinessException("nothing there");

        private Guid AnySeller() => _sellers[random.Next(2)];

        private static Task Do(Action press)
        {
            press();
            return Task.CompletedTask;
        }

        // A car now and then costs nothing less than nothing: its owner pays to be rid of it.
        private Task BuyAsync() => Do(() =>
        {
            var price = random.Next(12) == 0 ? -random.Next(1, 2_000_000) / 100m : random.Next(1, 90_000_000) / 100m;
            var facts = new CarFacts("Kia", "Rio", 2018, null, null, 80_000, null);
            var car = new Car(Guid.CreateVersion7(), $"A-{++_keys:000000}", null, AnySeller(), facts, new CarPurchase(price, _books.Clock.Now, random.Next(2) == 0 ? CashPlace.SafeId : null));
            if (random.Next(4) > 0)
            {
                car.MarkReady();
            }
            _books.Cars.Insert(car);
        });

        private async Task SpendAsync() => await SpendOnAsync(Any(_books.Cars.All).Id);

        private async Task SpendOnAsync(Guid carId)
        {
            var facts = new ExpenseFacts(ExpenseCategory.Repair, random.Next(1, 8_000_000) / 100m, DateOnly.FromDateTime(_books.Clock.Now), null, random.Next(5) == 0 ? null : Guid.CreateVersion7(), random.Next(3) == 0 ? CashPlace.SafeId : null);
            var expense = await _books.ExpenseManager.CreateAsync(Guid.CreateVersion7(), carId, AnySeller(), facts, 50_000, default);
            _books.Expenses.Insert(expense);
            Count(expense);
        }

        private async Task CorrectAsync()
        {
            var expense = Any(_books.Expenses.All);
            var amount = random.Next(3) == 0 ? expense.Amount : random.Next(1, 8_000_000) / 100m;
            var facts = new ExpenseFacts(expense.Category, amount, expense.SpentOn, null, Guid.CreateVersion7(), random.Next(3) == 0 && IsThere(CashPlace.BankId, amount) ? CashPlace.BankId : null);
            await _books.ExpenseManager.CorrectAsync(expense, facts, 50_000, default);
            Count(expense);
        }

        private async Task DecideAsync()
        {
            var expense = Any(_books.Expenses.All.FindAll(x => x.Status == ExpenseStatus.AwaitingApproval && (x.PaidFromId is not { } place || IsThere(place, x.Amount))));
            if (random.Next(3) == 0)
            {
                expense.Reject(_owner, "Дорого", _books.Clock.Now);
            }
            else
            {
                await _books.ExpenseManager.ApproveAsync(expense, _owner, default);
            }
            Count(expense);
        }

        private async Task TakeBackExpenseAsync(Expense expense)
        {
            await _books.ExpenseManager.ReverseAsync(expense, _owner, "Не наш чек", default);
            Count(expense);
        }

        private void Count(Expense expense) => _spent[expense.Id] = expense.Status == ExpenseStatus.Posted ? expense.Amount : 0;

        private async Task SellAsync()
        {
            var car = Any(_books.Cars.All.FindAll(x => x.Status is CarStatus.Ready or CarStatus.Listed));
            _books.Resales.Insert(await _books.ResaleManager.BeginAsync(Guid.CreateVersion7(), car.Id, AnySeller(), random.Next(1, 120_000_000) / 100m, ReceiptMethod.Cash, null, default));
        }

        private async Task ReceiveAsync()
        {
            var resale = Any(_books.Resales.All.FindAll(x => (x.Status is ResaleStatus.Draft or ResaleStatus.AwaitingPayment) && IsStillOurs(x.CarId)));
            var part = random.Next(3) == 0 ? decimal.Round(resale.RestAmount / 3, 2) : resale.RestAmount;
            var money = new ResaleMoney(Math.Max(0.01m, part), (ReceiptMethod)random.Next(4), random.Next(3) == 0 ? CashPlace.SafeId : null, AnySeller(), $"key{++_keys}");
            await _books.ResaleManager.ReceiveAsync(resale, money, default);
            await _books.FollowAsync();
            await _books.ResaleManager.ReceiveAsync(resale, money, default); // the same press counts once
        }

        // The program refuses money for a car that was given up, and takes everything back: lists cannot.
        private bool IsStillOurs(Guid carId) => _books.Cars.All.Single(x => x.Id == carId).Status != CarStatus.WrittenOff;

        // The same for money that is not there.
        private bool IsThere(Guid placeId, decimal amount) => _books.Balance(LedgerAccountRef.CashPlace(placeId)) >= amount;

        private Task CancelAsync() => _books.ResaleManager.CancelAsync(
            Any(_books.Resales.All.FindAll(x => x.Status is ResaleStatus.Draft or ResaleStatus.AwaitingPayment)), random.Next(2) == 0, default);

        private async Task LateBillAsync()
        {
            var car = Any(_books.Cars.All.FindAll(x => x.Status is CarStatus.Sold or CarStatus.WrittenOff));
            car.Reopen("Счёт пришёл позже", _books.Clock.Now);
            await _books.FollowAsync();
            await SpendOnAsync(car.Id);
            await _books.FollowAsync();
            car.Shut();
        }

        private async Task CloseAsync() =>
            _books.ClosedThrough = (await _books.Periods.CloseAsync(Guid.CreateVersion7(), DateOnly.FromDateTime(_books.Clock.Now).AddDays(-random.Next(1, 20)), _owner, default)).ClosedThrough;

        private Task ChangePolicyAsync() => Do(() =>
        {
            var terms = new DistributionTerms(
                random.Next(2) == 0 ? LossRule.CompanyBears : LossRule.SharedByPercents,
                [
                    new DistributionRule { Share = DistributionShare.SellingSeller, Measure = RuleMeasure.Percent, Value = random.Next(1, 3_333) / 100m },
                    new DistributionRule { Share = DistributionShare.Reserve, Measure = RuleMeasure.Percent, Value = random.Next(1, 3_333) / 100m },
                    new DistributionRule { Share = DistributionShare.Person, StaffId = _owner, Measure = RuleMeasure.FixedSum, Value = random.Next(1, 3_000_000) / 100m },
                    new DistributionRule { Share = DistributionShare.BuyingSeller, Measure = RuleMeasure.Percent, Value = random.Next(1, 3_333) / 100m },
                ]);
            var today = DateOnly.FromDateTime(_books.Clock.Now);
            var policy = new DistributionPolicy(Guid.CreateVersion7(), _books.Policies.All.Count + 1, terms, null);
            policy.SwitchOn(today, today, _owner, _books.Clock.Now);
            _books.Policies.Insert(policy);
        });
    }
}

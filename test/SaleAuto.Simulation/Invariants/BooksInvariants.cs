using Microsoft.EntityFrameworkCore;
using SaleAuto.Accounting;
using SaleAuto.Accounting.Checks;
using SaleAuto.Accounting.Distributions;

namespace SaleAuto.Simulation.Invariants;

/// <summary>Money: the program's books against the notes of the people.</summary>
public sealed class BooksInvariants(World world, IReadOnlyList<MonthEnd> months)
{
    public async Task<IReadOnlyList<Verdict>> CheckAsync()
    {
        var books = await BooksAsOf.ReadAsync(world.Company, DateOnly.MaxValue);
        var (booked, told) = (books.Figures(), world.Books.Reckon());
        return
        [
            Balanced(books),
            Reversals(books),
            EntriesOfDocuments(books),
            Sums("stock is what unsold cars cost", told.Stock, booked.Stock),
            Sums("profit that waits to be shared out is resale less buyout and expenses", told.Profit, booked.Profit),
            Sums("cash by place", told.Cash, booked.Cash),
            Sums("advances of people", told.Advances, booked.Advances),
            Sums("deposits of buyers", told.Deposits, booked.Deposits),
            Sums("paid for cars on their way", told.PaidAhead, booked.PaidAhead),
            Sums("shares of people, less what they were paid", told.Persons, booked.Persons),
            Verdict.Same("the reserve", told.Reserve, booked.Reserve),
            Verdict.Same("the company's own share", told.Company, booked.Company),
            Verdict.Same("put in by the owners", told.Capital, booked.Capital),
            Verdict.Same("costs of the company", told.Costs, booked.Costs),
            await SeenProfitAsync(),
            await SharedProfitAsync(),
            new("books of each month end agree with the notes of that day", $"{months.Count} months", [.. months.SelectMany(x => x.Told.Differences(x.Booked).Select(y => $"{x.Day}: {y}"))]),
            await PastAsync(),
            .. await OwnProofsAsync(),
            await NightsAsync(),
        ];
    }

    private static Verdict Balanced(BooksAsOf books)
    {
        var balances = books.Balances();
        var (received, given) = (balances.Values.Where(x => x > 0).Sum(), balances.Values.Where(x => x < 0).Sum());
        return new Verdict(
            "the ledger is balanced",
            $"{books.Entries.Count} entries, {balances.Count} accounts, {received / 100m:N2} on either side",
            received + given == 0 ? [] : [$"{received} and {given} kopecks"]);
    }

    private static Verdict Reversals(BooksAsOf books)
    {
        var byId = books.Entries.ToDictionary(x => x.Id);
        var reversals = books.Entries.Where(x => x.ReversesId is not null).ToList();
        return new Verdict(
            "what takes an entry back mirrors it, once",
            $"{reversals.Count} reversals",
            [
                .. reversals.Where(x => !Mirrors(x, byId[x.ReversesId!.Value])).Select(x => $"{x.Id} is no mirror"),
                .. reversals.GroupBy(x => x.ReversesId).Where(x => x.Count() > 1).Select(x => $"{x.Key} is taken back {x.Count()} times"),
            ]);
    }

    private static bool Mirrors(LedgerEntry reversal, LedgerEntry mistaken) =>
        mistaken.ReversesId is null && reversal.Posting == mistaken.Posting with { Debit = mistaken.Credit, Credit = mistaken.Debit } && reversal.Document == mistaken.Document && reversal.Day >= mistaken.Day;

    private Verdict EntriesOfDocuments(BooksAsOf books)
    {
        var written = books.Entries.GroupBy(x => x.DocumentId).ToDictionary(x => x.Key, x => x.Count());
        return new Verdict(
            "entries of each document",
            $"{written.Count} documents",
            [
                .. written.Keys.Union(world.Books.Entries.Keys).Where(x => written.GetValueOrDefault(x) != world.Books.Entries.GetValueOrDefault(x))
                    .Select(x => $"{books.Entries.FirstOrDefault(e => e.DocumentId == x)?.DocumentType} {x}: {written.GetValueOrDefault(x)} written, {world.Books.Entries.GetValueOrDefault(x)} expected"),
            ]);
    }

    private static Verdict Sums(string name, SortedDictionary<Guid, decimal> told, SortedDictionary<Guid, decimal> booked) => new(
        name,
        $"{booked.Count} with {booked.Values.Sum():N2}",
        [.. told.Keys.Union(booked.Keys).Where(x => told.GetValueOrDefault(x) != booked.GetValueOrDefault(x)).Select(x => $"{x}: the program says {booked.GetValueOrDefault(x)}, the people {told.GetValueOrDefault(x)}")]);

    // What the screens and the bot show of each car.
    private async Task<Verdict> SeenProfitAsync()
    {
        var faults = new List<string>();
        foreach (var carId in world.Books.Cars)
        {
            var seen = await world.Company.ByAsync(Team.Owners[0].Id, (ICarProfitAppService x) => x.GetAsync(carId, default));
            var profit = world.Books.HasLeft(carId) ? world.Books.ProfitOf(carId) : (decimal?)null;
            if (seen.Cost != world.Books.CostOf(carId) || seen.Profit != profit)
            {
                faults.Add($"{seen.Number}: shown cost {seen.Cost}, profit {seen.Profit}; noted {world.Books.CostOf(carId)}, {profit}");
            }
        }
        return new Verdict("the page of each car shows its cost and profit", $"{world.Books.Cars.Count} cars", faults);
    }

    // Lines of every approved distribution: to the kopeck, and exactly what was handed on to the books.
    private async Task<Verdict> SharedProfitAsync()
    {
        var approved = await world.Company.LookAsync(db => db.Set<Distribution>().AsNoTracking().Include(x => x.Lines).Where(x => x.Status == DistributionStatus.Approved).ToListAsync());
        return new Verdict(
            "shares add up to the profit of the car",
            $"{approved.Count} cars with {approved.Sum(x => x.Profit):N2}",
            [
                .. approved.Where(x => x.Lines.Sum(line => line.Amount) != x.Profit || x.Profit != world.Books.ProfitOf(x.CarId))
                    .Select(x => $"{x.Id}: shares {x.Lines.Sum(line => line.Amount)}, profit {x.Profit}, noted {world.Books.ProfitOf(x.CarId)}"),
                .. approved.GroupBy(x => x.CarId).Where(x => x.Count() > 1).Select(x => $"{x.Key} is shared out {x.Count()} times"),
            ]);
    }

    // What the program proves of itself every night.
    private async Task<IEnumerable<Verdict>> OwnProofsAsync() => (await world.Company.AskAsync((ILedgerCheckQuery x) => x.ProveAsync(default)))
        .Select(x => new Verdict($"own proof: {x.Proof}", $"{x.Compared} compared, {x.Books:N2}", x.Broken == 0 ? [] : [$"{x.Broken} differ, {x.Documents:N2} by the documents: {string.Join(", ", x.Examples)}"]));

    private async Task<Verdict> NightsAsync()
    {
        var nights = await world.Company.LookAsync(db => db.Set<LedgerCheck>().AsNoTracking().ToListAsync());
        return new Verdict("no night found the books broken", $"{nights.Count} nights", [.. nights.Where(x => x.Broken > 0).Select(x => $"{x.Day}: {x.Broken} of {x.Proofs}")]);
    }

    private async Task<Verdict> PastAsync()
    {
        var faults = new List<string>();
        foreach (var then in months)
        {
            var now = await BooksAsOf.ReadAsync(world.Company, then.Day);
            if (now.Hash() != then.Hash)
            {
                faults.Add($"entries up to {then.Day} are others now");
            }
            faults.AddRange(then.Booked.Differences(now.Figures()).Select(x => $"{then.Day}: {x}"));
        }
        return new Verdict("entries are only added, and figures of a past day stay", $"{months.Count} months", faults);
    }
}

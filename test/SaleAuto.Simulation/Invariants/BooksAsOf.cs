using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SaleAuto.Accounting;
using SaleAuto.Simulation.Records;

namespace SaleAuto.Simulation.Invariants;

/// <summary>The program's books up to a day, added up entry by entry.</summary>
public sealed class BooksAsOf
{
    private BooksAsOf(IReadOnlyList<LedgerEntry> entries) => Entries = entries;

    /// <summary>Entries up to the day.</summary>
    public IReadOnlyList<LedgerEntry> Entries { get; }

    /// <summary>Reads them.</summary>
    public static async Task<BooksAsOf> ReadAsync(Company company, DateOnly day) =>
        new(await company.LookAsync(db => db.Set<LedgerEntry>().AsNoTracking().Where(x => x.Day <= day).OrderBy(x => x.Id).ToListAsync()));

    /// <summary>What each account holds.</summary>
    public Dictionary<LedgerAccountRef, long> Balances()
    {
        var balances = new Dictionary<LedgerAccountRef, long>();
        foreach (var entry in Entries)
        {
            balances[entry.Debit] = balances.GetValueOrDefault(entry.Debit) + entry.Kopecks;
            balances[entry.Credit] = balances.GetValueOrDefault(entry.Credit) - entry.Kopecks;
        }
        return balances;
    }

    /// <summary>The balances in the words of the people.</summary>
    public PlainFigures Figures()
    {
        var balances = Balances();
        return new PlainFigures
        {
            Cash = Of(LedgerAccount.CashPlace, 1),
            Advances = Of(LedgerAccount.Advance, 1),
            Stock = Of(LedgerAccount.Stock, 1),
            Profit = Of(LedgerAccount.CarProfit, -1), // owed to those who share it
            Deposits = Of(LedgerAccount.Deposits, -1),
            PaidAhead = Of(LedgerAccount.DealPayments, 1),
            Persons = Of(LedgerAccount.Person, -1),
            Reserve = -balances.GetValueOrDefault(LedgerAccountRef.Reserve) / 100m,
            Company = -balances.GetValueOrDefault(LedgerAccountRef.Company) / 100m,
            Capital = -balances.GetValueOrDefault(LedgerAccountRef.Capital) / 100m,
            Costs = balances.GetValueOrDefault(LedgerAccountRef.Costs) / 100m,
        };

        SortedDictionary<Guid, decimal> Of(LedgerAccount account, int sign) =>
            new(balances.Where(x => x.Key.Account == account && x.Value != 0).ToDictionary(x => x.Key.OwnerId!.Value, x => sign * x.Value / 100m));
    }

    /// <summary>Changes with every column of every entry.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var x in Entries)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(
                CultureInfo.InvariantCulture,
                $"{x.Id}|{x.Day}|{x.PostedAt:O}|{x.Kind}|{x.Debit}|{x.Credit}|{x.Kopecks}|{x.CarId}|{x.Document}|{x.Revision}|{x.Line}|{x.ReversesId}|{x.Reason}|{x.ActorId}\n")));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>How things stood at the end of a month.</summary>
/// <param name="Day">The last day of the month.</param>
/// <param name="Told">By the notes of the people.</param>
/// <param name="Booked">By the program's books.</param>
/// <param name="Hash">Of the entries.</param>
public sealed record MonthEnd(DateOnly Day, PlainFigures Told, PlainFigures Booked, string Hash)
{
    /// <summary>Looks at both.</summary>
    public static async Task<MonthEnd> LookAsync(World world, DateOnly day)
    {
        var books = await BooksAsOf.ReadAsync(world.Company, day);
        return new MonthEnd(day, world.Books.Reckon(), books.Figures(), books.Hash());
    }
}

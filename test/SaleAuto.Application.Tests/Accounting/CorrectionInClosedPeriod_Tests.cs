using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Accounting.Distributions;
using SaleAuto.Calls;
using SaleAuto.Deals;
using SaleAuto.Repositories;
using static SaleAuto.Accounting.CorrectionWorld;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Accounting;

/// <summary>What lies in a closed period is corrected with today's date, and stays as it was there.</summary>
public abstract class CorrectionInClosedPeriod_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database, services => services.AddScoped<LeadCreation>());

    public Task InitializeAsync() => _app.TakeDemoAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Correct_In_The_Open_Period()
    {
        var (bought, sold, deal) = (await _app.StockAsync(Seller, 600_000), await _app.StockAsync(Seller, 600_000), await _app.PaidDealAsync());
        var resale = await _app.OfferAsync(Seller, sold, 700_000);
        await _app.ReceiveAsync(Seller, resale, 700_000);
        var closed = await _app.InDatabaseAsync(db => db.Set<LedgerEntry>().MaxAsync(x => x.Day));
        _app.Clock.Advance(TimeSpan.FromHours(26));
        await _app.DoAsync(Owner, async (services, token) =>
        {
            var closing = await services.GetRequiredService<PeriodManager>().CloseAsync(Guid.CreateVersion7(), closed, Owner, token);
            services.GetRequiredService<IRepository<PeriodClosing>>().Insert(closing);
            return closing.Id;
        });

        await _app.CorrectPurchaseAsync(bought, 590_000, null);
        await _app.CorrectPaymentAsync(deal, 900_000, PaymentMethod.Cash, null);
        await _app.TakeBackAsync(resale);

        foreach (var (document, before, after) in new[] { (bought, 1, 2), (deal, 1, 2), (resale, 3, 3) })
        {
            var days = await _app.InDatabaseAsync(db => db.Set<LedgerEntry>().Where(x => x.DocumentId == document).Select(x => x.Day).ToListAsync());
            (days.Count(x => x <= closed), days.Count(x => x > closed)).ShouldBe((before, after));
        }
        (await _app.BalanceAsync(LedgerAccountRef.Stock(bought)), await _app.BalanceAsync(LedgerAccountRef.Stock(sold)), await _app.BalanceAsync(LedgerAccountRef.DealPayments(deal)))
            .ShouldBe((590_000, 600_000, 900_000));
    }
}

public sealed class CorrectionInClosedPeriod_OnSqlite_Tests(SqliteDatabase database) : CorrectionInClosedPeriod_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class CorrectionInClosedPeriod_OnPostgreSql_Tests(PostgreSqlDatabase database) : CorrectionInClosedPeriod_Tests(database), IClassFixture<PostgreSqlDatabase>;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Calls;
using SaleAuto.Deals;
using SaleAuto.Messages;
using SaleAuto.Staff;
using static SaleAuto.Accounting.CorrectionWorld;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Accounting;

/// <summary>Whoever holds another sum than before hears of it, and why.</summary>
public abstract class NotifyOfCorrection_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database, services => services.AddScoped<LeadCreation>());

    public Task InitializeAsync() => _app.TakeDemoAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Tell_The_Seller_Of_Every_Other_Payment_Once()
    {
        var deal = await _app.PaidDealAsync();

        await _app.CorrectPaymentAsync(deal, 990_000, PaymentMethod.Cash, null);
        await _app.CorrectPaymentAsync(deal, 990_000, PaymentMethod.Cash, null); // a double press
        await _app.CorrectPaymentAsync(deal, 980_000.50m, PaymentMethod.Cash, null);

        var told = await ToldAsync($"payment-corrected:{deal}");
        (await ChatOfAsync(Seller)).ShouldBe(told.Select(x => x.Recipient).Distinct().Single());
        told.Select(x => x.Text!.Split('\n')[0].Split(": ")[1]).ShouldBe(["990\u00A0000\u00A0₽", "980\u00A0000,50\u00A0₽"], ignoreOrder: true);
        told.ShouldAllBe(x => x.Text!.Contains(Why));
    }

    [Fact]
    public async Task Should_Tell_The_Seller_And_Whoever_Took_The_Money_That_A_Sale_Was_Taken_Back()
    {
        var resale = await _app.OfferAsync(Seller, await _app.StockAsync(Seller, 600_000), 700_000);
        await _app.ReceiveAsync(Seller2, resale, 100_000);
        await _app.ReceiveAsync(Seller, resale, 600_000);

        await _app.TakeBackAsync(resale);

        var told = await ToldAsync($"sale-taken-back:{resale}");
        told.Select(x => x.Recipient).ShouldBe([await ChatOfAsync(Seller), await ChatOfAsync(Seller2)], ignoreOrder: true);
        told.ShouldAllBe(x => x.Text!.Contains("Kia Rio") && x.Text.Contains("700\u00A0000\u00A0₽") && x.Text.Contains(Why));
    }

    [Fact]
    public async Task Should_Not_Tell_An_Owner_What_The_Owner_Did()
    {
        var resale = await _app.OfferAsync(Owner, await _app.StockAsync(Owner, 600_000), 700_000);
        await _app.ReceiveAsync(Owner, resale, 700_000);

        await _app.TakeBackAsync(resale);

        (await ToldAsync($"sale-taken-back:{resale}")).ShouldBeEmpty();
    }

    private async Task<string> ChatOfAsync(Guid staffId) => $"{(await _app.RunAsync((IStaffDirectory staff) => staff.FindAsync(staffId, default)))!.TelegramChatId}";

    private Task<List<OutgoingMessage>> ToldAsync(string key) =>
        _app.InDatabaseAsync(db => db.Set<OutgoingMessage>().Where(x => x.DeduplicationKey.StartsWith(key)).ToListAsync());
}

public sealed class NotifyOfCorrection_OnSqlite_Tests(SqliteDatabase database) : NotifyOfCorrection_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class NotifyOfCorrection_OnPostgreSql_Tests(PostgreSqlDatabase database) : NotifyOfCorrection_Tests(database), IClassFixture<PostgreSqlDatabase>;

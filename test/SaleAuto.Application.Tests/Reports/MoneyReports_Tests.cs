using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Accounting;
using SaleAuto.Auditing;
using SaleAuto.Calls;
using SaleAuto.Deals;
using SaleAuto.Documents;
using SaleAuto.Errors;
using SaleAuto.Expenses;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Reports;

public abstract class MoneyReports_Tests(TestDatabase database) : IAsyncLifetime
{
    private static readonly string[] _all = ["cars", "months", "people", "cash", "stock", "expenses", "distribution", "sources"];

    private readonly TestApplication _app = new(database, services => services.AddDocuments().AddScoped<LeadCreation>());

    private DateOnly Today => DateOnly.FromDateTime(_app.Clock.Now);

    public Task InitializeAsync() => _app.TakeDemoAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Say_To_The_Kopeck_What_The_Books_Say()
    {
        var days = await LiveAsync(inDays: 400);

        var cars = await SeeAsync("cars", days);
        cars.Lines.Select(x => x.Values.Skip(4).ToArray()).ShouldBe([[530_000.10m, 650_000m, 119_999.90m, 0.2264m], [400_000m, 380_000m, -20_000m, -0.05m]]);
        cars.Totals.Skip(4).ShouldBe([930_000.10m, 1_030_000m, 99_999.90m, 0.1075m]);
        (await SeeAsync("cars", days with { PersonId = Seller2 })).Totals[6].ShouldBe(-20_000m);

        var months = await SeeAsync("months", days);
        months.Totals.Skip(1).ShouldBe([2, 930_000.10m, 1_030_000m, 99_999.90m, 0.1075m, 15_000m, 84_999.90m]);
        var people = await SeeAsync("people", days);
        people.Lines.Select(x => (x.RecordId, x.Values[1], x.Values[4])).ShouldBe([(Seller, 1, 119_999.90m), (Seller2, 1, -20_000m)]);
        var expenses = await SeeAsync("expenses", days);
        (expenses.Count, expenses.Totals[5]).ShouldBe((5, 49_000.10m)); // 30 000.10 on the first car, 10 000 corrected to 4 000, 15 000 of the company
        (await SeeAsync("expenses", days with { Category = MoneyReportConsts.CompanyCosts })).Totals[5].ShouldBe(15_000m);
        (await SeeAsync("expenses", days with { Category = nameof(ExpenseCategory.Repair), PersonId = Seller })).Totals[5].ShouldBe(34_000.10m);

        var safe = await SeeAsync("cash", days with { AccountId = CashPlace.SafeId });
        safe.Totals.Skip(4).Take(2).ShouldBe([1_000_000.55m, 115_000m]);
        (safe.Notes[1].Amount - safe.Notes[0].Amount).ShouldBe(885_000.55m);

        var stock = await SeeAsync("stock", days with { MaxAge = 30 });
        stock.Lines.Select(x => x.Values.Skip(4).ToArray()).ShouldBe([[0, 300_000m, 4_000m, 304_000m]]);
        stock.Totals.Skip(5).ShouldBe([300_000m, 4_000m, 304_000m]);
        (await SeeAsync("stock", days with { MinAge = 1, MaxAge = 30 })).Count.ShouldBe(0);
        var capital = await _app.ByAsync(Owner, (IOwnerDashboardAppService x) => x.GetSalesAsync(new OwnerPeriodInput { To = days.To }, default));
        (await SeeAsync("stock", days)).Totals[7].ShouldBe(capital.Capital.Value!.Value);
    }

    [Fact]
    public async Task Should_Say_The_Same_Of_Past_Days_Tomorrow()
    {
        var days = await LiveAsync(inDays: 800);
        var before = new Dictionary<string, MoneyReportDto>();
        foreach (var name in _all)
        {
            before[name] = await SeeAsync(name, days);
        }

        _app.Clock.Advance(TimeSpan.FromDays(1));
        await LiveAsync(inDays: 0);

        foreach (var name in _all)
        {
            var now = await SeeAsync(name, days);
            now.Totals.ShouldBe(before[name].Totals, name);
            now.Notes.ShouldBe(before[name].Notes, name);
            now.Lines.Select(x => string.Join('|', x.Values)).ShouldBe(before[name].Lines.Select(x => string.Join('|', x.Values)), name);
        }
    }

    [Fact]
    public async Task Should_Take_Away_What_The_Screen_Shows()
    {
        var days = await LiveAsync(inDays: 1200);
        var before = await AuditedAsync();
        foreach (var name in _all)
        {
            var seen = await SeeAsync(name, days);
            var csv = ReportFiles.ReadCsv((await FileAsync(name, days, ReportFormat.Csv)).Content);
            var xlsx = ReportFiles.ReadXlsx((await FileAsync(name, days, ReportFormat.Xlsx)).Content);

            csv.Count.ShouldBe(seen.Lines.Count + 2, name); // heading and totals
            xlsx.Count.ShouldBe(csv.Count, name);
            csv.ShouldAllBe(row => row.Length == seen.Columns.Count);
            foreach (var (line, row) in seen.Lines.Append(new ReportLine(["Итого", .. seen.Totals.Skip(1)])).Select((line, row) => (line, row)))
            {
                for (var column = 0; column < seen.Columns.Count; column++)
                {
                    if (line.Values[column] is decimal or int)
                    {
                        var value = Convert.ToDecimal(line.Values[column], CultureInfo.InvariantCulture) * (seen.Columns[column].Kind == ReportColumnKind.Share ? 100 : 1);
                        decimal.Parse(csv[row + 1][column], CultureInfo.GetCultureInfo("ru-RU")).ShouldBe(value, $"{name} {row} {column}");
                        decimal.Parse(xlsx[row + 1][column], CultureInfo.InvariantCulture).ShouldBe(value, $"{name} {row} {column}");
                    }
                    else if (line.Values[column] is string text)
                    {
                        (csv[row + 1][column], xlsx[row + 1][column]).ShouldBe((text, text), $"{name} {row} {column}");
                    }
                }
            }
        }
        (await AuditedAsync()).ShouldBe(before + (2 * _all.Length));
    }

    [Fact]
    public async Task Should_Print_Every_Cell()
    {
        var days = await LiveAsync(inDays: 1600);

        var cars = await FileAsync("cars", days, ReportFormat.Pdf);
        var lines = ReportFiles.ReadPdf(cars.Content).SelectMany(x => x).ToList();
        (cars.Name.Split('.')[^1], cars.ContentType).ShouldBe(("pdf", "application/pdf"));
        lines.ShouldContain("Прибыль по автомобилям");
        new[] { "530\u00A0000,10", "119\u00A0999,90", "\u221220\u00A0000,00", "22,64\u00A0%", "Итого", "99\u00A0999,90", "Страница 1 из 1" }.ShouldAllBe(text => lines.Contains(text));

        foreach (var name in _all)
        {
            var seen = await SeeAsync(name, days);
            var text = string.Join(' ', ReportFiles.ReadPdf((await FileAsync(name, days, ReportFormat.Pdf)).Content).SelectMany(x => x));
            foreach (var amount in seen.Lines.SelectMany(x => x.Values).OfType<decimal>().Where((_, place) => place < 50 && seen.Columns.All(c => c.Kind != ReportColumnKind.Share)))
            {
                text.ShouldContain(amount.ToString("#,0.00", CultureInfo.GetCultureInfo("ru-RU")).Replace('-', '\u2212'), Case.Sensitive, name);
            }
        }
    }

    [Fact]
    public async Task Should_Break_A_Long_Report_Over_Pages_With_Its_Heading_On_Each()
    {
        var rows = Enumerable.Range(1, 120).Select(i => (IReadOnlyList<string>)[$"Строка {i}", "ООО «Ёлки», №5 — 100 ₽", $"{i},00"]).ToList();
        var report = new PrintedReport("Проверка", "на сегодня", [("Номер", false), ("Очень длинный заголовок столбца", false), ("Сумма", true)], rows, ["Итого", "", "7260,00"], ["Остаток: 1"], "{0}/{1}", _app.Clock.Now);

        var pages = ReportFiles.ReadPdf(await _app.RunAsync((IReportPdf pdf) => Task.FromResult(pdf.Write(report))));

        pages.Count.ShouldBeGreaterThan(2);
        pages.ShouldAllBe(page => page.Contains("Сумма"));
        pages.SelectMany(x => x).Count(x => x.StartsWith("Строка ", StringComparison.Ordinal)).ShouldBe(120);
        pages.SelectMany(x => x).Count(x => x == "ООО «Ёлки», №5 — 100 ₽").ShouldBe(120);
        pages[^1].ShouldContain($"{pages.Count}/{pages.Count}");
    }

    [Fact]
    public async Task Should_Refuse_Others_And_What_Makes_No_Sense()
    {
        foreach (var person in new[] { Manager, Seller })
        {
            await Should.ThrowAsync<AuthorizationException>(() => _app.ByAsync(person, (IMoneyReportAppService x) => x.GetNamesAsync(default)));
            await Should.ThrowAsync<AuthorizationException>(() => _app.ByAsync(person, (IMoneyReportAppService x) => x.GetAsync("cars", new MoneyReportInput(), default)));
            await Should.ThrowAsync<AuthorizationException>(() => _app.ByAsync(person, (IMoneyReportAppService x) => x.ExportAsync("cars", new MoneyReportInput(), ReportFormat.Csv, default)));
        }
        await Should.ThrowAsync<EntityNotFoundException>(() => SeeAsync("nothing", new MoneyReportInput()));
        await Should.ThrowAsync<InputValidationException>(() => SeeAsync("cars", new MoneyReportInput { From = Today.AddDays(1), To = Today }));
        await Should.ThrowAsync<InputValidationException>(() => SeeAsync("cars", new MoneyReportInput { From = Today.AddYears(-11), To = Today }));
    }

    /// <summary>A few weeks of trade by two sellers.</summary>
    private async Task<MoneyReportInput> LiveAsync(int inDays)
    {
        _app.Clock.Advance(TimeSpan.FromDays(inDays));
        var from = Today;
        await _app.MoveAsync(Owner, CashOperationKind.Contribution, 1_000_000.55m);
        await _app.MoveAsync(Owner, CashOperationKind.AdvanceGiven, 100_000, person: Seller);
        await TradeAsync(Seller, 500_000, 30_000.10m, 650_000);
        await _app.MoveAsync(Owner, CashOperationKind.Cost, 15_000);
        await TradeAsync(Seller2, 400_000, 0, 380_000);
        var stays = await _app.StockAsync(Seller, 300_000);
        await _app.CorrectAsync(await _app.SpendAsync(Seller, stays, 10_000), 4_000);
        return new MoneyReportInput { From = from, To = Today };
    }

    private async Task TradeAsync(Guid seller, decimal price, decimal expense, decimal amount)
    {
        var car = await _app.StockAsync(seller, price);
        if (expense > 0)
        {
            await _app.SpendAsync(seller, car, expense);
        }
        _app.Clock.Advance(TimeSpan.FromDays(10));
        await _app.ReceiveAsync(seller, await _app.OfferAsync(seller, car, amount), amount);
    }

    private Task<int> AuditedAsync() => _app.InDatabaseAsync(db => db.Set<AuditEntry>().CountAsync(x => x.Action == AuditActions.Exported && x.TargetType == "Report"));

    private Task<MoneyReportDto> SeeAsync(string name, MoneyReportInput input) => _app.ByAsync(Owner, (IMoneyReportAppService x) => x.GetAsync(name, input, default));

    private Task<ReportFile> FileAsync(string name, MoneyReportInput input, ReportFormat format) => _app.ByAsync(Owner, (IMoneyReportAppService x) => x.ExportAsync(name, input, format, default));
}

public sealed class MoneyReports_OnSqlite_Tests(SqliteDatabase database) : MoneyReports_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class MoneyReports_OnPostgreSql_Tests(PostgreSqlDatabase database) : MoneyReports_Tests(database), IClassFixture<PostgreSqlDatabase>;

using System.Globalization;
using SaleAuto.Deals;
using SaleAuto.Messages;
using SaleAuto.Repositories;
using SaleAuto.Settings;

namespace SaleAuto.Reports;

/// <summary>Tells owners in the first days of a month what the last one brought, with a button that opens its report. The figures of the month do not change any more.</summary>
internal sealed class OwnerMonthReport(
    IOwnerMoneyQuery money,
    OwnerNews owners,
    MessageWriter messages,
    ISettingProvider settings,
    IUnitOfWork unitOfWork,
    TimeProvider clock)
{
    private const int DaysToCatchUp = 5;

    private static readonly CultureInfo _culture = CultureInfo.GetCultureInfo("ru-RU"); // as all messages

    public async Task SendAsync(CancellationToken cancellationToken)
    {
        var today = await settings.ToCompanyDayAsync(clock.GetUtcNow().UtcDateTime, cancellationToken);
        if (today.Day > DaysToCatchUp)
        {
            return;
        }
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
        var days = new ReportDays(first, first.AddMonths(1).AddDays(-1));
        var effect = string.Create(CultureInfo.InvariantCulture, $"month:{first:yyyyMM}");
        if (await owners.FindWaitingAsync(NotificationTopic.MonthReport, effect, cancellationToken) is not { Count: > 0 } waiting)
        {
            return;
        }
        await unitOfWork.ExecuteAsync(
            async token =>
            {
                var (sales, _) = await money.GetSalesAsync(days, token);
                var text = await messages.TextAsync(
                    "Owner.MonthReport", token,
                    ("Month", first.ToString("MMMM yyyy", _culture)),
                    ("Profit", Roubles.Of(sales.Profit)),
                    ("Sold", sales.Sold),
                    ("Stock", Roubles.Of((await money.GetStockValuesAsync(days, token)).End)));
                var page = string.Create(CultureInfo.InvariantCulture, $"/admin/accounting/reports/cars?from={days.From:yyyy-MM-dd}&to={days.To:yyyy-MM-dd}");
                await messages.TellAsync(waiting, text, effect, null, [await messages.LinkAsync("Owner.OpenReport", page, token)], token);
                return waiting.Count;
            },
            cancellationToken);
    }
}

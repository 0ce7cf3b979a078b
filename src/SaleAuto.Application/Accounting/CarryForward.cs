using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Repositories;

namespace SaleAuto.Accounting;

/// <summary>Carries balances forward at ends of months. A month is carried once the day is over by the clocks of every time zone that the company may choose.</summary>
public sealed class CarryForward(IServiceScopeFactory scopes)
{
    private const int DaysOfGrace = 2;

    /// <summary>Carries what is due; what was carried before stays.</summary>
    /// <param name="today">The company's day.</param>
    /// <param name="cancellationToken">Stops between two months.</param>
    public async Task CarryAsync(DateOnly today, CancellationToken cancellationToken)
    {
        if (await FindBeginningAsync(cancellationToken) is not { } beginning)
        {
            return;
        }
        for (var day = EndOfMonth(beginning); day <= today.AddDays(-DaysOfGrace); day = EndOfMonth(day.AddDays(1)))
        {
            await CarryMonthAsync(day, cancellationToken);
        }
    }

    private async Task<DateOnly?> FindBeginningAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var balances = scope.ServiceProvider.GetRequiredService<ICarriedBalanceRepository>();
        return (await balances.FindLastDayAsync(cancellationToken))?.AddDays(1) ?? await balances.FindFirstEntryDayAsync(cancellationToken);
    }

    // Two nodes at once: the second one sees what the first one carried.
    private async Task CarryMonthAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var balances = scope.ServiceProvider.GetRequiredService<ICarriedBalanceRepository>();
        var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        await unitOfWork.ExecuteAsync(
            async token =>
            {
                await unitOfWork.TakeTurnAsync("carry-forward", token);
                if (await balances.FindLastDayAsync(token) is not { } last || last < day)
                {
                    await balances.CarryAsync(day, token);
                }
                return day;
            },
            cancellationToken);
    }

    private static DateOnly EndOfMonth(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
}

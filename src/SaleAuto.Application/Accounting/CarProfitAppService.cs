using SaleAuto.Cars;
using SaleAuto.Errors;
using SaleAuto.Permissions;
using SaleAuto.Repositories;
using SaleAuto.Settings;

namespace SaleAuto.Accounting;

internal sealed class CarProfitAppService(IStaffAccessProvider access, IRepository<Car> cars, ICarBooksQuery books, ISettingProvider settings, TimeProvider clock) : ICarProfitAppService
{
    public async Task<CarProfitDto> GetAsync(Guid carId, CancellationToken cancellationToken)
    {
        var person = await access.GetAsync(cancellationToken);
        if (!person.Has(AccountingPermissions.Default))
        {
            person.Require(AccountingPermissions.OwnBalance);
        }
        return await FindAsync(carId, cancellationToken) ?? throw new EntityNotFoundException(typeof(Car), carId);
    }

    public async Task<CarProfitDto?> FindAsync(Guid carId, CancellationToken cancellationToken)
    {
        var person = await access.GetAsync(cancellationToken);
        var car = await cars.FindAsync(carId, cancellationToken);
        var isOwn = car?.SellerId == person.StaffId && person.Has(AccountingPermissions.OwnBalance);
        if (car is null || !(isOwn || person.Has(AccountingPermissions.Default)))
        {
            return null;
        }
        var money = await books.GetAsync(carId, cancellationToken);
        var cost = money.Buyout + money.Expenses;
        var bought = await settings.ToCompanyDayAsync(car.BoughtAt, cancellationToken);
        var left = await settings.ToCompanyDayAsync(car.LeftAt ?? clock.GetUtcNow().UtcDateTime, cancellationToken);
        return new CarProfitDto(
            car.Id,
            car.Number,
            $"{car.Make} {car.Model}, {car.Year}",
            money.Buyout,
            money.Expenses,
            cost,
            money.Resale,
            money.Profit,
            cost > 0 && money.Profit is { } profit ? decimal.Round(profit / cost, 4) : null,
            left.DayNumber - bought.DayNumber,
            [.. (await books.GetLinesAsync(carId, cancellationToken))
                .Select(x => new CarProfitLineDto(x.Day, x.Kind, x.Amount, x.DocumentType, x.DocumentId, x.Category, x.Note, x.Reason))]);
    }
}

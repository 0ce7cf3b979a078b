using SaleAuto.Accounting;
using SaleAuto.Deals;
using SaleAuto.Errors;
using SaleAuto.Expenses;
using SaleAuto.Repositories;
using SaleAuto.Resales;
using SaleAuto.Staff;
using SaleAuto.Validation;

namespace SaleAuto.Cars;

internal sealed class SellerCarAppService(
    StaffDoor door,
    IRepository<Car> cars,
    ISellerCarQuery query,
    ICarBooksQuery books,
    ExpenseManager expenseManager,
    ExpenseLimits limits,
    IRepository<Expense> expenses,
    ResaleManager resaleManager,
    IResaleRepository resales,
    SellerFiles files,
    IUnitOfWork unitOfWork,
    TimeProvider clock) : ISellerCarAppService
{
    // The same permissions as on the screens of cars, expenses and resales.
    private const string See = "SaleAuto.Cars";
    private const string MarkReady = "SaleAuto.Cars.MarkReady";
    private const string PutOnSale = "SaleAuto.Cars.PutOnSale";
    private const string Spend = "SaleAuto.Expenses.Create";
    private const string Sell = "SaleAuto.Resales.Create";
    private const string CancelSale = "SaleAuto.Resales.Cancel";

    private const int MostInList = 50;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IReadOnlyList<SellerCarLineDto>> GetMyAsync(CancellationToken cancellationToken)
    {
        var me = await door.RequireAsync(See, cancellationToken);
        var rows = await query.GetInStockAsync(me, MostInList, cancellationToken);
        return [.. rows.Select(x => new SellerCarLineDto(x.Id, x.Number, Title(x), Plate(x), x.Status, x.AskingPrice))];
    }

    public async Task<SellerCarDto> GetAsync(Guid carId, CancellationToken cancellationToken)
    {
        var car = await FindOwnAsync(carId, await door.RequireAsync(See, cancellationToken), cancellationToken);
        var money = await books.GetAsync(carId, cancellationToken);
        var agreed = car.Status == CarStatus.Reserved && await resales.FindOpenByCarAsync(carId, cancellationToken) is { PaidAmount: > 0 } open ? open : null;
        return new SellerCarDto
        {
            Id = car.Id,
            Number = car.Number,
            Title = Title(car),
            Plate = Plate(car),
            Vin = car.Vin,
            MileageKm = car.MileageKm,
            Status = car.Status,
            BoughtAt = car.BoughtAt,
            BuyoutPrice = car.BuyoutPrice,
            Expenses = money.Expenses,
            AskingPrice = car.AskingPrice,
            ResaleAmount = money.Resale,
            Profit = money.Profit,
            AgreedResale = agreed is null ? null : new AgreedResaleDto(agreed.Id, agreed.Amount, agreed.PaidAmount, agreed.Method),
            Actions = [.. ActionsOf(car.Status, agreed is not null)],
        };
    }

    public Task<ExpenseAddedDto> AddExpenseAsync(Guid carId, AddExpenseInput input, CancellationToken cancellationToken)
    {
        InputValidator.Validate(input);
        return ChangeAsync(
            carId,
            Spend,
            async (car, me, token) =>
            {
                var id = await query.FindExpenseAsync(car.Id, input.Key!, token) ?? await RecordAsync(car.Id, me, input, token);
                var money = await books.GetAsync(car.Id, token);
                return new ExpenseAddedDto(id, money.Expenses, await FindSimilarAsync(car.Id, me, input, id, token), (await expenses.GetAsync(id, token)).Status == ExpenseStatus.AwaitingApproval);
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<ExpenseDuplicateDto>> FindDuplicatesAsync(Guid carId, AddExpenseInput input, CancellationToken cancellationToken)
    {
        var me = await door.RequireAsync(Spend, cancellationToken);
        InputValidator.Validate(input);
        await FindOwnAsync(carId, me, cancellationToken);
        return await FindSimilarAsync(carId, me, input, await query.FindExpenseAsync(carId, input.Key!, cancellationToken), cancellationToken);
    }

    public Task FinishRestorationAsync(Guid carId, CancellationToken cancellationToken) =>
        ChangeAsync(
            carId,
            MarkReady,
            (car, _, _) =>
            {
                if (car.Status is not (CarStatus.Ready or CarStatus.Listed or CarStatus.Reserved)) // a late double press takes no car off the market
                {
                    car.MarkReady();
                }
                return Task.FromResult(car.Id);
            },
            cancellationToken);

    public Task PutOnSaleAsync(Guid carId, decimal askingPrice, CancellationToken cancellationToken)
    {
        if (askingPrice is < 1 or > CarConsts.MaxPrice)
        {
            throw new InputValidationException(nameof(askingPrice), SaleAutoErrorCodes.Fields.OutOfRange);
        }
        return ChangeAsync(
            carId,
            PutOnSale,
            async (car, _, token) =>
            {
                await resaleManager.EnsureNoDepositAsync(car.Id, token);
                car.PutOnSale(askingPrice);
                return car.Id;
            },
            cancellationToken);
    }

    public Task RecordResaleAsync(Guid carId, RecordResaleInput input, CancellationToken cancellationToken)
    {
        InputValidator.Validate(input);
        var (amount, method) = (input.Amount!.Value, input.Method!.Value);
        return ChangeAsync(
            carId,
            Sell,
            async (car, me, token) =>
            {
                var open = await resales.FindOpenByCarAsync(car.Id, token);
                if (open is { Status: ResaleStatus.Received or ResaleStatus.Distributed } && (open.Amount, open.Method) == (amount, method))
                {
                    return open.Id; // a double press
                }
                var agreed = open is { PaidAmount: > 0, Status: ResaleStatus.AwaitingPayment } ? open : null;
                if (agreed?.Id != input.AgreedResaleId)
                {
                    throw new BusinessException(SaleAutoErrorCodes.Resales.SaleHasChanged);
                }
                var resale = agreed ?? await BeginAsync(car.Id, me, amount, method, input.Note, token);
                if (resale.Amount != amount)
                {
                    resale.Correct(amount, method, resale.Note); // bargained after the deposit
                }
                await resaleManager.ReceiveAsync(resale, new ResaleMoney(resale.RestAmount, method, null, me, $"rest:{resale.Id:N}"), token);
                return resale.Id;
            },
            cancellationToken);
    }

    public Task TakeDepositAsync(Guid carId, TakeDepositInput input, CancellationToken cancellationToken)
    {
        InputValidator.Validate(input);
        if (input.Amount >= input.Price)
        {
            throw new InputValidationException(nameof(input.Amount), SaleAutoErrorCodes.Fields.OutOfRange);
        }
        return ChangeAsync(
            carId,
            Sell,
            async (car, me, token) =>
            {
                var open = await resales.FindOpenByCarAsync(car.Id, token);
                if (open?.FindReceipt(input.Key!) is not null)
                {
                    return open.Id; // a double press
                }
                var resale = await BeginAsync(car.Id, me, input.Price!.Value, input.Method!.Value, null, token);
                await resaleManager.ReceiveAsync(resale, new ResaleMoney(input.Amount!.Value, input.Method.Value, null, me, input.Key!), token);
                return resale.Id;
            },
            cancellationToken);
    }

    public Task CancelResaleAsync(Guid carId, Guid resaleId, CancelResaleInput input, CancellationToken cancellationToken) =>
        ChangeAsync(
            carId,
            CancelSale,
            async (car, _, token) =>
            {
                if (await resales.FindOpenByCarAsync(car.Id, token) is not { } open || open.Id != resaleId)
                {
                    throw new BusinessException(SaleAutoErrorCodes.Resales.SaleHasChanged);
                }
                await resaleManager.CancelAsync(open, input.KeepsDeposit, token);
                return open.Id;
            },
            cancellationToken);

    private static string Title(Car car) => $"{car.Make} {car.Model}, {car.Year}";

    private static string? Plate(Car car) => car.Plate is { } plate ? PlateNumber.Parse(plate).Display : null;

    private static IEnumerable<SellerCarAction> ActionsOf(CarStatus status, bool hasDeposit) => status switch
    {
        CarStatus.Acquired or CarStatus.Restoration => [SellerCarAction.AddExpense, SellerCarAction.FinishRestoration],
        CarStatus.Reserved when hasDeposit => [SellerCarAction.AddExpense, SellerCarAction.RecordResale, SellerCarAction.CancelResale],
        CarStatus.Ready or CarStatus.Listed or CarStatus.Reserved =>
            [SellerCarAction.AddExpense, SellerCarAction.PutOnSale, SellerCarAction.TakeDeposit, SellerCarAction.RecordResale],
        _ => [],
    };

    private async Task<Resale> BeginAsync(Guid carId, Guid me, decimal price, ReceiptMethod method, string? note, CancellationToken cancellationToken)
    {
        var resale = await resaleManager.BeginAsync(Guid.CreateVersion7(), carId, me, price, method, note, cancellationToken);
        resales.Insert(resale);
        return resale;
    }

    private async Task<Guid> RecordAsync(Guid carId, Guid me, AddExpenseInput input, CancellationToken cancellationToken)
    {
        var facts = new ExpenseFacts(input.Category!.Value, input.Amount!.Value, input.SpentOn!.Value, string.IsNullOrWhiteSpace(input.Note) ? null : input.Note, input.EvidenceFileId);
        var expense = await expenseManager.CreateAsync(Guid.CreateVersion7(), carId, me, facts, await limits.GetAsync(cancellationToken), cancellationToken);
        expense.CameBy(input.Key!, input.EvidenceKey);
        await files.TakeAsync(input.EvidenceFileId!.Value, me, nameof(input.EvidenceFileId), cancellationToken);
        expenses.Insert(expense);
        await unitOfWork.SaveChangesAsync(cancellationToken); // the sums that follow count it
        return expense.Id;
    }

    private async Task<IReadOnlyList<ExpenseDuplicateDto>> FindSimilarAsync(Guid carId, Guid me, AddExpenseInput input, Guid? exceptId, CancellationToken cancellationToken)
    {
        var look = new ExpenseLook(carId, me, input.Amount!.Value, input.SpentOn!.Value, input.EvidenceFileId, input.EvidenceKey, exceptId);
        return [.. (await query.FindSimilarAsync(look, cancellationToken))
            .Select(x => new ExpenseDuplicateDto(x.Id, x.CarNumber, x.Category, x.Amount, x.SpentOn, x.IsSamePicture))];
    }

    private async Task<Car> FindOwnAsync(Guid carId, Guid me, CancellationToken cancellationToken)
    {
        var car = await cars.GetAsync(carId, cancellationToken);
        return car.SellerId == me ? car : throw new EntityNotFoundException(typeof(Car), carId);
    }

    private async Task<T> ChangeAsync<T>(Guid carId, string permission, Func<Car, Guid, CancellationToken, Task<T>> change, CancellationToken cancellationToken)
    {
        var me = await door.RequireAsync(permission, cancellationToken);
        return await unitOfWork.ExecuteAsync(
            async token =>
            {
                await unitOfWork.TakeTurnAsync($"car:{carId}", token);
                return await change(await FindOwnAsync(carId, me, token), me, token);
            },
            cancellationToken);
    }
}

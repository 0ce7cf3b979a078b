using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Calls;
using SaleAuto.Cars;
using SaleAuto.Errors;
using SaleAuto.Expenses;
using SaleAuto.Leads;
using SaleAuto.Messages;
using SaleAuto.Reports;
using SaleAuto.Repositories;
using SaleAuto.Resales;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Deals;

public abstract class DealAppService_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database, services => services.AddScoped<LeadCreation>());

    public Task InitializeAsync() => _app.TakeDemoAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Suggest_The_Seller_Who_Is_Free_And_Has_Least_To_Do()
    {
        await PlanAsync(Seller, 40, 12);
        var day = new SellerDayInput { Date = DateOnly.FromDateTime(_app.Clock.Now.AddDays(40)), Time = new TimeOnly(12, 30), Minutes = 60 };

        var sellers = (await DealsAsync(Manager, x => x.GetSellerDaysAsync(day, default))).Sellers;

        sellers[^1].SellerId.ShouldBe(Seller);
        sellers.Select(x => x.IsFree).ShouldBe([true, true, false]);
        sellers[^1].Busy.Single().From.ShouldBe(new TimeOnly(12, 0));
        sellers[^1].Free.ShouldBe([new FreeTimeDto(new(9, 0), new(12, 0)), new FreeTimeDto(new(13, 30), new(21, 0))]);
    }

    [Fact]
    public async Task Should_Move_A_Meeting_And_Tell_Both_Of_Each_Move()
    {
        var deal = await PlanAsync(Seller, 41, 12);

        await ChangeAsync(Manager, x => x.RescheduleAsync(deal, Meeting(_app, Seller, 41, 13), default));
        await ChangeAsync(Manager, x => x.RescheduleAsync(deal, Meeting(_app, Seller, 41, 13), default)); // a double click
        await ChangeAsync(Manager, x => x.RescheduleAsync(deal, Meeting(_app, Seller, 41, 15), default));

        var told = await _app.InDatabaseAsync(db => db.Set<OutgoingMessage>().CountAsync(x => x.DeduplicationKey.StartsWith("deal-moved") && x.DeduplicationKey.Contains(deal.ToString())));
        told.ShouldBe(4);
        await Should.ThrowAsync<AuthorizationException>(() => ChangeAsync(Seller, x => x.RescheduleAsync(deal, Meeting(_app, Seller, 41, 16), default)));
    }

    [Fact]
    public async Task Should_Not_Give_A_Meeting_To_A_Seller_Who_Is_Busy_Then()
    {
        var (first, second) = (await PlanAsync(Seller, 42, 12), await PlanAsync(Seller2, 42, 13));

        var refusal = await Should.ThrowAsync<BusinessException>(() => ChangeAsync(Manager, x => x.ReassignAsync(first, new ReassignDealInput { SellerId = Seller2, Reason = "Заболел" }, default)));
        refusal.Code.ShouldBe(SaleAutoErrorCodes.Deals.SellerBusy);
        await ChangeAsync(Manager, x => x.RescheduleAsync(second, Meeting(_app, Seller2, 42, 15), default));
        await ChangeAsync(Manager, x => x.ReassignAsync(first, new ReassignDealInput { SellerId = Seller2, Reason = "Заболел" }, default));

        var told = await _app.InDatabaseAsync(db => db.Set<OutgoingMessage>().Where(x => x.DeduplicationKey.StartsWith("deal-reassigned")).Select(x => x.Recipient).ToListAsync());
        told.Order().ShouldBe(["2001", "2002"]);
    }

    [Fact]
    public async Task Should_Go_Back_To_Calling_When_The_Client_Refuses()
    {
        var deal = await PlanAsync(Seller, 43, 12);

        await ChangeAsync(Manager2, x => x.CancelAsync(deal, new CancelDealInput { Reason = "Передумал" }, default));
        await ChangeAsync(Manager2, x => x.CancelAsync(deal, new CancelDealInput { Reason = "Передумал" }, default));

        var row = await _app.InDatabaseAsync(db => db.Set<Deal>().SingleAsync(x => x.Id == deal));
        row.Status.ShouldBe(DealStatus.RejectedByClient);
        (await _app.LeadAsync(row.LeadId)).Status.ShouldBe(LeadStatus.Recall);
        var call = await _app.OpenTaskAsync(row.LeadId);
        (call.Kind, call.ResponsibleId).ShouldBe((CallTaskKind.Repeat, Manager)); // who planned it knows the client
    }

    [Fact]
    public async Task Should_Count_How_Far_Requests_Got_And_Where_They_Came_From()
    {
        _app.Clock.Advance(TimeSpan.FromDays(365)); // away from the requests of the demo
        var (planned, lost, waiting) = (await _app.AskAsync(NewPlate()), await _app.AskAsync(NewPlate()), await _app.AskAsync(NewPlate()));
        await _app.AsAsync(Manager, x => x.ClaimAsync(planned.Id, default));
        await _app.AsAsync(Manager, x => x.PlanDealAsync(planned.Id, Meeting(_app, Seller, 44, 12), default));
        _app.Clock.Advance(TimeSpan.FromMinutes(10));
        await _app.AsAsync(Manager, x => x.ClaimAsync(lost.Id, default));
        await _app.AsAsync(Manager, x => x.LoseAsync(lost.Id, new CallNoteInput(), default));

        _app.User.StaffId = Owner;
        var report = await _app.RunAsync((ISalesReportAppService reports) => reports.GetAsync(new SalesReportInput { From = DateOnly.FromDateTime(_app.Clock.Now).AddDays(-1) }, default));

        report.Funnel.ShouldBe(new FunnelDto(Confirmed: 3, Valued: 2, Called: 2, CalledLate: 1, DealPlanned: 1, Won: 0, Lost: 1, Closed: 0));
        report.Sources.ShouldBe([new SourceDto(null, null, 3, 1, 0, 1)]);
        waiting.ShouldNotBeNull();
        _app.User.StaffId = Seller;
        await Should.ThrowAsync<AuthorizationException>(() => _app.RunAsync((ISalesReportAppService reports) => reports.GetAsync(new SalesReportInput(), default)));
    }

    [Fact]
    public async Task Should_Sell_A_Car_To_One_Buyer_And_Close_It_For_Expenses()
    {
        var carId = await SaveAsync(async (CarManager cars) =>
        {
            var car = await cars.CreateAsync(Guid.CreateVersion7(), null, Seller, new CarFacts("Kia", "Rio", 2018, null, null, 80_000, null), new CarPurchase(600_000, _app.Clock.Now), default);
            car.MarkReady();
            return car;
        });
        var resaleId = await SaveAsync((ResaleManager resales) => resales.BeginAsync(Guid.CreateVersion7(), carId, Seller, 700_000, ReceiptMethod.Cash, null, default));

        (await Should.ThrowAsync<BusinessException>(() => SaveAsync((ResaleManager resales) => resales.BeginAsync(Guid.CreateVersion7(), carId, Seller2, 710_000, ReceiptMethod.Card, null, default))))
            .Code.ShouldBe(SaleAutoErrorCodes.Resales.AnotherIsOpen);
        await _app.RunAsync((IServiceProvider services) => services.GetRequiredService<IUnitOfWork>().ExecuteAsync(
            async token =>
            {
                var resale = await services.GetRequiredService<IResaleRepository>().GetAsync(resaleId, token);
                await services.GetRequiredService<ResaleManager>().ReceiveAsync(resale, new ResaleMoney(700_000, ReceiptMethod.Cash, null, Seller, "1"), token);
                return resale.Id;
            },
            default));

        (await _app.InDatabaseAsync(db => db.Set<Car>().SingleAsync(x => x.Id == carId))).Status.ShouldBe(CarStatus.Sold);
        var late = new ExpenseFacts(ExpenseCategory.Repair, 1_000, DateOnly.FromDateTime(_app.Clock.Now), null, null);
        (await Should.ThrowAsync<BusinessException>(() => SaveAsync((ExpenseManager expenses) => expenses.CreateAsync(Guid.CreateVersion7(), carId, Seller, late, 1_000, default))))
            .Code.ShouldBe(SaleAutoErrorCodes.Expenses.CarIsSold);
    }

    private async Task<Guid> PlanAsync(Guid sellerId, int inDays, int hour)
    {
        var task = await _app.AskAsync(NewPlate());
        await _app.AsAsync(Manager, x => x.ClaimAsync(task.Id, default));
        return (await _app.AsAsync(Manager, x => x.PlanDealAsync(task.Id, Meeting(_app, sellerId, inDays, hour), default))).DealId!.Value;
    }

    private Task<T> DealsAsync<T>(Guid staffId, Func<IDealAppService, Task<T>> work)
    {
        _app.User.StaffId = staffId;
        return _app.RunAsync(work);
    }

    private Task ChangeAsync(Guid staffId, Func<IDealAppService, Task> work)
    {
        _app.User.StaffId = staffId;
        return _app.RunAsync(work);
    }

    private Task<Guid> SaveAsync<TService, TEntity>(Func<TService, Task<TEntity>> create)
        where TService : notnull
        where TEntity : Entities.Entity<Guid> => _app.RunAsync(async (IServiceProvider services) =>
    {
        var unitOfWork = services.GetRequiredService<IUnitOfWork>();
        return await unitOfWork.ExecuteAsync(
            async _ =>
            {
                var entity = await create(services.GetRequiredService<TService>());
                services.GetRequiredService<IRepository<TEntity>>().Insert(entity);
                return entity.Id;
            },
            default);
    });
}

public sealed class DealAppService_OnSqlite_Tests(SqliteDatabase database) : DealAppService_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class DealAppService_OnPostgreSql_Tests(PostgreSqlDatabase database) : DealAppService_Tests(database), IClassFixture<PostgreSqlDatabase>;

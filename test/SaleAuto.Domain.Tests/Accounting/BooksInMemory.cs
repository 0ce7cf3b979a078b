using SaleAuto.Accounting.Distributions;
using SaleAuto.Cars;
using SaleAuto.Deals;
using SaleAuto.Entities;
using SaleAuto.Errors;
using SaleAuto.Events;
using SaleAuto.Expenses;
using SaleAuto.Repositories;
using SaleAuto.Resales;
using SaleAuto.Settings;
using SaleAuto.Users;

namespace SaleAuto.Accounting;

/// <summary>The domain's own services over lists, with the books following events as the handlers of the program do.</summary>
internal sealed class BooksInMemory : ILedgerRepository, ISettingProvider, IUnitOfWork, ICurrentUser
{
    private readonly List<IHasLocalEvents> _changed = [];

    public BooksInMemory()
    {
        Ledger = new Ledger(this, this, this, Clock);
        Places = new Rows<CashPlace>(_changed);
        Books = new CarBooks(Ledger, this, Cars = new CarRows(_changed), Resales = new ResaleRows(_changed), this);
        Periods = new PeriodManager(this, this, this, Clock);
        var places = new CashPlaceManager(new PlaceRows(Places), this, this);
        ExpenseManager = new ExpenseManager(Cars, Periods, places, this, Clock);
        ResaleManager = new ResaleManager(Resales, Cars, places, this, Clock);
        Cash = new CashOperationManager(places, this, Clock);
        DistributionManager = new DistributionManager(Distributions = new DistributionRows(_changed), Policies, Resales, Cars, new DealRows(_changed), this, new CarQuery(Expenses!), this, this, Clock);
        Corrections = new CorrectionManager(Cars, DistributionManager, places, this);
        Places.Insert(new CashPlace(CashPlace.SafeId, CashPlaceKind.Safe, "Сейф"));
        Places.Insert(new CashPlace(CashPlace.BankId, CashPlaceKind.Bank, "Банк"));
    }

    public List<LedgerEntry> Entries { get; } = [];

    public ModelClock Clock { get; } = new();

    public Ledger Ledger { get; }

    public CarBooks Books { get; }

    public PeriodManager Periods { get; }

    public ExpenseManager ExpenseManager { get; }

    public ResaleManager ResaleManager { get; }

    public CashOperationManager Cash { get; }

    public DistributionManager DistributionManager { get; }

    public CorrectionManager Corrections { get; }

    public CarRows Cars { get; }

    public Rows<CashPlace> Places { get; }

    public Rows<Expense> Expenses => field ??= new Rows<Expense>(_changed);

    public Rows<CashOperation> Operations => field ??= new Rows<CashOperation>(_changed);

    public ResaleRows Resales { get; }

    public DistributionRows Distributions { get; }

    public PolicyRows Policies { get; } = new();

    public DateOnly? ClosedThrough { get; set; }

    public Guid? StaffId => null;

    public Guid? ClientId => null;

    /// <summary>Settles what changed, until nothing more follows.</summary>
    public async Task FollowAsync()
    {
        while (_changed.SelectMany(x => x.LocalEvents.Select(e => (Of: x, Event: e))).ToList() is { Count: > 0 } happened)
        {
            _changed.ForEach(x => x.ClearLocalEvents());
            foreach (var (_, what) in happened)
            {
                await FollowAsync(what);
            }
        }
    }

    public Task<IReadOnlyList<LedgerEntry>> GetByDocumentAsync(LedgerDocument document, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<LedgerEntry>>([.. Entries.Where(x => x.Document == document)]);

    public Task<decimal> GetBalanceAsync(LedgerAccountRef account, CancellationToken cancellationToken) => Task.FromResult(Balance(account));

    public Task<decimal> GetCarCostAsync(Guid carId, CancellationToken cancellationToken) => Task.FromResult(
        Entries.Where(x => x.CarId == carId && x.Kind is LedgerEntryKind.IntoStock or LedgerEntryKind.Restoration).Sum(x => (x.DebitAccount == LedgerAccount.Stock ? x.Kopecks : -x.Kopecks) / 100m));

    public void Insert(LedgerEntry entry) => Entries.Add(entry);

    public Task<DateOnly?> FindClosedThroughAsync(CancellationToken cancellationToken) => Task.FromResult(ClosedThrough);

    public decimal Balance(LedgerAccountRef account) =>
        (Entries.Where(x => x.Debit == account).Sum(x => x.Kopecks) - Entries.Where(x => x.Credit == account).Sum(x => x.Kopecks)) / 100m;

    public Task<TSettings> GetAsync<TSettings>(CancellationToken cancellationToken)
        where TSettings : class, new() => Task.FromResult(new TSettings());

    public Task<TSettings> GetAsync<TSettings>(string part, CancellationToken cancellationToken)
        where TSettings : class, new() => Task.FromResult(new TSettings());

    public Task SaveChangesAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<T> ExecuteAsync<T>(Func<CancellationToken, Task<T>> action, CancellationToken cancellationToken) => action(cancellationToken);

    public Task TakeTurnAsync(string key, CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task FollowAsync(object what)
    {
        switch (what)
        {
            case CarAcquiredEvent car:
                await Books.SettleAsync(await Cars.GetAsync(car.CarId, default), null, default);
                break;
            case CarWrittenOffEvent car:
                await Books.SettleAsync(await Cars.GetAsync(car.CarId, default), null, default);
                await DistributionManager.ComputeIfPossibleAsync(car.CarId, default);
                break;
            case CarPurchaseCorrectedEvent car:
                await Books.SettleAsync(await Cars.GetAsync(car.CarId, default), car.Reason, default);
                await Books.FollowCostAsync(car.CarId, car.Reason, default);
                await DistributionManager.ComputeIfPossibleAsync(car.CarId, default);
                break;
            case ResaleTakenBackEvent takenBack:
                (await Cars.GetAsync(takenBack.CarId, default)).ReturnToStock();
                await DistributionManager.WithdrawOfCarAsync(takenBack.CarId, null, takenBack.Reason, default);
                break;
            case CarReopenedEvent car:
                await DistributionManager.ReverseOfCarAsync(car.CarId, null, car.Reason, default);
                break;
            case CarShutEvent car:
                await DistributionManager.ComputeIfPossibleAsync(car.CarId, default);
                break;
            case ExpenseChangedEvent changed:
                var expense = await Expenses.GetAsync(changed.ExpenseId, default);
                await Ledger.SettleAsync(new LedgerDocument(LedgerDocumentType.Expense, expense.Id), expense.Postings, changed.Reason, default);
                await Books.FollowCostAsync(expense.CarId, changed.Reason, default);
                await DistributionManager.ComputeIfPossibleAsync(expense.CarId, default);
                break;
            case ResaleDepositReceivedEvent { CarId: var id } when (await Cars.GetAsync(id, default)).Status != CarStatus.Reserved:
                (await Cars.GetAsync(id, default)).Reserve();
                break;
            case ResaleReceivedEvent received:
                (await Cars.GetAsync(received.CarId, default)).Sell(received.At);
                break;
            case ResaleCancelledEvent { CarId: var id } when (await Cars.GetAsync(id, default)).Status == CarStatus.Reserved:
                (await Cars.GetAsync(id, default)).EndReservation();
                break;
            case ResaleChangedEvent changed:
                var resale = await Resales.GetAsync(changed.ResaleId, default);
                await Books.SettleAsync(resale, changed.Reason, default);
                await DistributionManager.ComputeIfPossibleAsync(resale.CarId, default);
                break;
            case CashOperationChangedEvent changed:
                await Ledger.SettleAsync(new LedgerDocument(LedgerDocumentType.CashOperation, changed.OperationId), (await Operations.GetAsync(changed.OperationId, default)).Postings, changed.Reason, default);
                break;
            case DistributionApprovedEvent approved:
                if (approved.ResaleId is { } distributed)
                {
                    (await Resales.GetAsync(distributed, default)).MarkDistributed();
                }
                await SettleAsync(await Distributions.GetAsync(approved.DistributionId, default), null);
                break;
            case DistributionReversedEvent reversed:
                if (reversed.ResaleId is { } undistributed)
                {
                    (await Resales.GetAsync(undistributed, default)).MarkUndistributed();
                }
                await SettleAsync(await Distributions.GetAsync(reversed.DistributionId, default), reversed.Reason);
                break;
        }
    }

    private Task SettleAsync(Distribution distribution, string? reason) =>
        Ledger.SettleAsync(new LedgerDocument(LedgerDocumentType.Distribution, distribution.Id), distribution.Postings, reason, default);

    /// <summary>Rows whose events are looked after.</summary>
    public class Rows<T>(List<IHasLocalEvents> changed) : IRepository<T>
        where T : Entity<Guid>
    {
        public List<T> All { get; } = [];

        public Task<T> GetAsync(Guid id, CancellationToken cancellationToken) => Task.FromResult(All.Find(x => x.Id == id) ?? throw new EntityNotFoundException(typeof(T), id));

        public Task<T?> FindAsync(Guid id, CancellationToken cancellationToken) => Task.FromResult(All.Find(x => x.Id == id));

        public void Insert(T entity)
        {
            All.Add(entity);
            if (entity is IHasLocalEvents events)
            {
                changed.Add(events);
            }
        }

        public void Delete(T entity) => All.Remove(entity);
    }

    public sealed class CarRows(List<IHasLocalEvents> changed) : Rows<Car>(changed), ICarRepository
    {
        public Task<Car?> FindByDealAsync(Guid dealId, CancellationToken cancellationToken) => Task.FromResult(All.Find(x => x.DealId == dealId));
    }

    public sealed class ResaleRows(List<IHasLocalEvents> changed) : Rows<Resale>(changed), IResaleRepository
    {
        public Task<Resale?> FindOpenByCarAsync(Guid carId, CancellationToken cancellationToken) => Task.FromResult(All.Find(x => x.CarId == carId && x.Status != ResaleStatus.Cancelled));
    }

    public sealed class DistributionRows(List<IHasLocalEvents> changed) : Rows<Distribution>(changed), IDistributionRepository
    {
        public async Task<Guid> GetCarIdAsync(Guid id, CancellationToken cancellationToken) => (await GetAsync(id, cancellationToken)).CarId;

        public Task<Distribution> GetWholeAsync(Guid id, CancellationToken cancellationToken) => GetAsync(id, cancellationToken);

        public Task<Distribution?> FindLiveByCarAsync(Guid carId, CancellationToken cancellationToken) =>
            Task.FromResult(All.Find(x => x.CarId == carId && x.Status != DistributionStatus.Reversed));

        public Task<IReadOnlyList<Distribution>> GetLiveByCarsAsync(IReadOnlyCollection<Guid> carIds, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    public sealed class PolicyRows : Rows<DistributionPolicy>, IDistributionPolicyRepository
    {
        public PolicyRows()
            : base([])
        {
        }

        public Task<DistributionPolicy?> FindDraftAsync(CancellationToken cancellationToken) => Task.FromResult(All.Find(x => x.Status == PolicyStatus.Draft));

        public Task<DistributionPolicy?> FindInForceAsync(DateOnly day, CancellationToken cancellationToken) =>
            Task.FromResult(All.Where(x => x.InForceFrom <= day).OrderBy(x => x.InForceFrom).ThenBy(x => x.Number).LastOrDefault());

        public Task<IReadOnlyList<DistributionPolicy>> GetVersionsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<DistributionPolicy>>(All);

        public Task<int> GetLastNumberAsync(CancellationToken cancellationToken) => Task.FromResult(All.Count);
    }

    private sealed class DealRows(List<IHasLocalEvents> changed) : Rows<Deal>(changed), IDealRepository
    {
        public Task<Deal?> FindOverlappingAsync(Guid sellerId, DateTime from, DateTime to, Guid? exceptDealId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Deal?> FindOpenByLeadAsync(Guid leadId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Deal?> FindByCallTaskAsync(Guid callTaskId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Deal> GetWholeAsync(Guid id, CancellationToken cancellationToken) => GetAsync(id, cancellationToken);

        public Task<IReadOnlyList<Guid>> GetToRemindAsync(DateTime now, int most, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    private sealed class CarQuery(Rows<Expense> expenses) : ICarBooksQuery
    {
        public Task<bool> HasWaitingExpensesAsync(Guid carId, CancellationToken cancellationToken) =>
            Task.FromResult(expenses.All.Exists(x => x.CarId == carId && x.Status is ExpenseStatus.AwaitingApproval or ExpenseStatus.AwaitingEvidence));

        public Task<CarMoney> GetAsync(Guid carId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<CarMoneyLine>> GetLinesAsync(Guid carId, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    private sealed class PlaceRows(Rows<CashPlace> places) : ICashPlaceRepository
    {
        public Task<CashPlace?> FindUsualAsync(CashPlaceKind kind, CancellationToken cancellationToken) => Task.FromResult(places.All.Find(x => x.Kind == kind));

        public Task<IReadOnlyList<CashPlace>> GetOfferedAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<CashPlace>>(places.All);

        public Task<CashPlace> GetAsync(Guid id, CancellationToken cancellationToken) => places.GetAsync(id, cancellationToken);

        public Task<CashPlace?> FindAsync(Guid id, CancellationToken cancellationToken) => places.FindAsync(id, cancellationToken);

        public void Insert(CashPlace entity) => places.Insert(entity);

        public void Delete(CashPlace entity) => places.Delete(entity);
    }
}

/// <summary>Moved by the model.</summary>
internal sealed class ModelClock : TimeProvider
{
    public DateTime Now { get; set; } = new(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);

    public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SaleAuto.Accounting;
using SaleAuto.Accounting.Checks;
using SaleAuto.Accounting.Distributions;
using SaleAuto.Auditing;
using SaleAuto.Bot;
using SaleAuto.Calls;
using SaleAuto.Cars;
using SaleAuto.Clients;
using SaleAuto.Clients.SignIn;
using SaleAuto.Comments;
using SaleAuto.Deals;
using SaleAuto.Demo;
using SaleAuto.Events;
using SaleAuto.Files;
using SaleAuto.Imports;
using SaleAuto.Leads;
using SaleAuto.Market;
using SaleAuto.Messages;
using SaleAuto.Numbers;
using SaleAuto.Permissions;
using SaleAuto.Reports;
using SaleAuto.Reports.Money;
using SaleAuto.Repositories;
using SaleAuto.Requests;
using SaleAuto.Resales;
using SaleAuto.Seeding;
using SaleAuto.Settings;
using SaleAuto.Staff;
using SaleAuto.Users;
using SaleAuto.Valuations;
using SaleAuto.Views;
using SaleAuto.Visits;

namespace SaleAuto;

/// <summary>Repositories and queries over the database context; the context itself comes from the project of one database.</summary>
public static class EntityFrameworkCoreServiceCollectionExtensions
{
    /// <summary>Registers everything but the context and its dialect.</summary>
    public static IServiceCollection AddEntityFrameworkCoreRepositories(this IServiceCollection services)
    {
        services.AddMemoryCache();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddScoped<ICurrentUser, NobodyInParticular>();
        services.TryAddScoped<IRequestOrigin, NoRequest>();
        services.AddAuditTrail();
        services.AddPermissionStore();
        services.AddStaffAccounts();
        services.TryAddScoped<DbContext>(provider => provider.GetRequiredService<SaleAutoDbContext>()); // for what knows no table by name
        services.AddStaffStore();
        services.AddBotStore();
        services.AddScoped<ILocalEventPublisher, LocalEventPublisher>();
        services.AddScoped<DbContext>(provider => provider.GetRequiredService<SaleAutoDbContext>());
        services.AddScoped<ContextInUse>();
        services.AddScoped(provider => new Lazy<SaleAutoDbContext>(provider.GetRequiredService<SaleAutoDbContext>)); // for what seldom needs it
        services.AddScoped<IUnitOfWork, UnitOfWork>();
        services.AddSingleton<CommitAnnouncer>();
        services.AddSingleton<OtherNodes>();
        services.AddScoped(typeof(IRepository<>), typeof(EfRepository<>));
        services.AddScoped<ILeadRepository, LeadRepository>();
        services.AddScoped<IClientLeadQuery, ClientLeadQuery>();
        services.AddScoped<ISimilarLeadQuery, SimilarLeadQuery>();
        services.AddScoped<ILeadSearchQuery, LeadSearchQuery>();
        services.AddScoped<ICallTaskRepository, CallTaskRepository>();
        services.AddScoped<ICallDeskQuery, CallDeskQuery>();
        services.AddScoped<IDealRepository, DealRepository>();
        services.AddScoped<ISellerCalendarQuery, SellerCalendarQuery>();
        services.AddScoped<ISellerDealQuery, SellerDealQuery>();
        services.AddScoped<IReassignmentRepository, ReassignmentRepository>();
        services.AddScoped<IReassignmentQuery, ReassignmentQuery>();
        services.AddScoped<IOfferReportQuery, OfferReportQuery>();
        services.AddScoped<ISellerCarQuery, SellerCarQuery>();
        services.AddScoped<ICarRepository, CarRepository>();
        services.AddScoped<IResaleRepository, ResaleRepository>();
        services.AddScoped<ILedgerRepository, LedgerRepository>();
        services.AddScoped<ICarriedBalanceRepository, CarriedBalanceRepository>();
        services.AddScoped<ICashPlaceRepository, CashPlaceRepository>();
        services.AddScoped<ICarBooksQuery, CarBooksQuery>();
        services.AddScoped<ILedgerCheckQuery, LedgerCheckQuery>();
        services.AddScoped<ILedgerCheckRepository, LedgerCheckRepository>();
        services.AddScoped<IStatementQuery, StatementQuery>();
        services.AddScoped<Ledger>();
        services.AddScoped<OpeningBooks>(); // the migrator opens the books, too, and knows no application layer
        services.AddScoped<IFunnelReportQuery, FunnelReportQuery>();
        services.AddScoped<IDayReportQuery, DayReportQuery>();
        services.AddScoped<ISourceReportQuery, SourceReportQuery>();
        services.AddScoped<IOwnerMoneyQuery, OwnerMoneyQuery>();
        services.AddScoped<IOwnerWorkQuery, OwnerWorkQuery>();
        services.AddMoneyReports();
        services.AddScoped<ISiteVisitRepository, SiteVisitRepository>();
        services.AddScoped<IClientRepository, ClientRepository>();
        services.AddScoped<IConsentRepository, ConsentRepository>();
        services.AddScoped<ICommentRepository, CommentRepository>();
        services.AddScoped<IOneTimeCodeRepository, OneTimeCodeRepository>();
        services.AddScoped<IRefreshTokenRepository, RefreshTokenRepository>();
        services.AddScoped<ISigningKeyRepository, SigningKeyRepository>();
        services.AddScoped<IIdempotentRequestRepository, IdempotentRequestRepository>();
        services.AddScoped<IValuationRepository, ValuationRepository>();
        services.AddScoped<IMarketSnapshotRepository, MarketSnapshotRepository>();
        services.AddScoped<IMarketSourceHealthRepository, MarketSourceHealthRepository>();
        services.AddScoped<ISavedViewRepository, SavedViewRepository>();
        services.AddScoped<INumberGenerator, NumberGenerator>();
        services.AddReadCache<SettingVersion>();
        services.AddReadCache<ConsentTextVersion>();
        services.AddScoped<ISettingProvider, SettingProvider>();
        services.AddScoped<ISettingWriter, SettingWriter>();
        services.AddScoped<ISettingHistory, SettingHistory>();
        services.AddScoped<IStaffDirectory, StaffDirectory>();
        services.AddDataProtection();
        services.AddSingleton<MessageBodies>();
        services.AddSingleton<MessageOrder>();
        services.AddScoped<IMessageOutbox, MessageOutbox>();
        services.AddScoped<IOutboxQueue, OutboxQueue>();
        services.AddScoped<IOutgoingMessageRepository, OutgoingMessageRepository>();
        services.AddScoped<ISandboxInbox, SandboxInbox>();
        services.AddScoped<IStoredFileRepository, StoredFileRepository>();
        services.AddScoped<IImportRepository, ImportRepository>();
        services.AddScoped<IExportRunRepository, ExportRunRepository>();
        services.AddScoped<DatabaseMigrator>();
        services.AddScoped<IDataSeedContributor, RoleSeedContributor>();
        services.AddScoped<IDataSeedContributor, OpeningBooksContributor>();
        services.AddScoped<IDataSeedContributor, DemoSeedContributor>();
        services.AddDistributionStore();
        services.AddScoped<FirstAdministrator>();
        return services;
    }

    private static void AddMoneyReports(this IServiceCollection services)
    {
        services.AddScoped<IReportChoices, ReportChoices>();
        services.AddScoped<IMoneyReport, CarProfitReport>();
        services.AddScoped<IMoneyReport, MonthProfitReport>();
        services.AddScoped<IMoneyReport, PersonProfitReport>();
        services.AddScoped<IMoneyReport, CashBookReport>();
        services.AddScoped<IMoneyReport, StockReport>();
        services.AddScoped<IMoneyReport, ExpenseReport>();
        services.AddScoped<IMoneyReport, DistributionReport>();
        services.AddScoped<IMoneyReport, SourceReport>();
    }

    private static void AddDistributionStore(this IServiceCollection services)
    {
        services.AddScoped<IDistributionPolicyRepository, DistributionPolicyRepository>();
        services.AddScoped<IDistributionRepository, DistributionRepository>();
        services.AddScoped<ISoldCarQuery, SoldCarQuery>();
        services.AddScoped<IShareStatementQuery, ShareStatementQuery>();
        services.AddScoped<DistributionPolicyManager>(); // here, because the migrator seeds with them
        services.AddScoped<DistributionManager>();
        services.AddScoped<IDataSeedContributor, PolicySeedContributor>();
        services.AddScoped<IDataSeedContributor, EarlierSalesContributor>();
    }

    private static void AddReadCache<TRow>(this IServiceCollection services)
    {
        services.AddSingleton<ReadCache<TRow>>();
        services.AddSingleton<IRowChangeListener>(provider => provider.GetRequiredService<ReadCache<TRow>>());
    }
}

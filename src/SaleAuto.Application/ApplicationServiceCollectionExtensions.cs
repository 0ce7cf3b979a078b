using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SaleAuto.Accounting;
using SaleAuto.Accounting.Checks;
using SaleAuto.Accounting.Distributions;
using SaleAuto.Calls;
using SaleAuto.Cars;
using SaleAuto.Clients;
using SaleAuto.Comments;
using SaleAuto.Company;
using SaleAuto.Deals;
using SaleAuto.Events;
using SaleAuto.Expenses;
using SaleAuto.Files;
using SaleAuto.Imports;
using SaleAuto.Leads;
using SaleAuto.Messages;
using SaleAuto.Permissions;
using SaleAuto.Reports;
using SaleAuto.Repositories;
using SaleAuto.Resales;
using SaleAuto.Resources;
using SaleAuto.Settings;
using SaleAuto.Staff;
using SaleAuto.Valuations;
using SaleAuto.Views;
using SaleAuto.Visits;

namespace SaleAuto;

/// <summary>Use cases, event handlers and workers.</summary>
public static class ApplicationServiceCollectionExtensions
{
    /// <summary>Registers the application layer; gateways and repositories come from their own projects.</summary>
    public static IServiceCollection AddSaleAutoApplication(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddScoped<LeadManager>();
        services.AddScoped<ClientManager>();
        services.AddScoped<CallDeadlines>();
        services.AddScoped<LeadValuer>();
        services.AddSales();
        services.AddAccounting();
        services.AddDistributionServices();
        services.AddSingleton<IAppraiser, MarketAppraiser>();
        services.AddScoped<ICompanyProfile, CompanyProfile>();
        services.AddScoped<IConsentTexts, PublishedConsents>();
        services.AddScoped<ConsentGiving>();
        services.AddScoped<IConsentAppService, ConsentAppService>();
        services.AddScoped<IClientLeadAppService, ClientLeadAppService>();
        services.AddScoped<IValuationPassportAppService, ValuationPassportAppService>();
        services.AddScoped<ISavedViewAppService, SavedViewAppService>();
        services.AddSingleton<IPermissionDefinitionProvider, ViewPermissionProvider>();
        services.AddSingleton<SiteVisitCounter>();
        services.AddScoped<SiteVisitRecorder>();
        services.AddScoped<ICommentAppService, CommentAppService>();
        services.AddScoped<MentionedPeople>();
        services.AddSingleton<ICommitListener, WakeWorkersOnCommit>();
        services.AddPermissions();
        services.AddSingleton<SettingsGroups>();
        services.AddScoped<SettingAuthors>();
        services.AddScoped<SettingChronicle>();
        services.AddScoped<ISettingsAppService, SettingsAppService>();
        services.AddScoped<IMessageTextAppService, MessageTextAppService>();
        services.AddResources();
        services.AddStoredFiles();
        services.AddImports();
        services.AddStaff();

        // Handlers of one event run in this order.
        services.AddHandler<ClientPhoneConfirmedEvent, ConfirmDraftsOnClientPhoneConfirmed>();
        services.AddHandler<LeadConfirmedEvent, PromiseCall>();
        services.AddHandler<LeadConfirmedEvent, RequestValuation>();
        services.AddHandler<LeadConfirmedEvent, NotifyManagersOfLead>();
        services.AddHandler<LeadResubmittedEvent, PromiseCall>();
        services.AddHandler<LeadResubmittedEvent, RequestValuation>();
        services.AddHandler<LeadResubmittedEvent, NotifyManagersOfLead>();
        services.AddHandler<LeadCorrectedEvent, RequestValuation>();
        services.AddHandler<LeadMergedEvent, MoveCallsWithLead>();
        services.AddHandler<LeadMergedEvent, MoveCommentsWithLead>();
        services.AddHandler<LeadUnmergedEvent, MoveCallsWithLead>();
        services.AddHandler<LeadUnmergedEvent, MoveCommentsWithLead>();
        services.AddHandler<LeadReopenedEvent, MoveCallsWithLead>();
        services.AddHandler<LeadClosedEvent, CancelCallsOnLeadClosed>();
        services.AddHandler<LeadClosedEvent, CancelDealOnLeadClosed>();
        services.AddHandler<DealPlannedEvent, NotifyOfDeal>();
        services.AddHandler<DealMovedEvent, RecordDealTransition>();
        services.AddHandler<DealMovedEvent, SettleReassignment>();
        services.AddHandler<DealRescheduledEvent, SettleReassignment>();
        services.AddHandler<DealRescheduledEvent, NotifyOfDeal>();
        services.AddHandler<DealRescheduledEvent, NotifyOfReassignment>();
        services.AddHandler<DealReassignedEvent, NotifyOfDeal>();
        services.AddHandler<DealReassignedEvent, NotifyOfReassignment>();
        services.AddHandler<ReassignmentRequestedEvent, NotifyOfReassignment>();
        services.AddHandler<ReassignmentWithdrawnEvent, NotifyOfReassignment>();
        services.AddHandler<DealApprovalAskedEvent, NotifyOfPrice>();
        services.AddHandler<DealApprovalAnsweredEvent, NotifyOfPrice>();
        services.AddHandler<DealRejectedEvent, RecallOnDealRejected>();
        services.AddHandler<DealRejectedEvent, NotifyOfDealEnd>();
        services.AddHandler<DealPaidEvent, PostDeal>();
        services.AddHandler<DealPaymentCorrectedEvent, PostDeal>();
        services.AddHandler<DealPaymentCorrectedEvent, NotifyOfCorrection>();
        services.AddHandler<DealCompletedEvent, WinLeadOnDealCompleted>();
        services.AddHandler<DealCompletedEvent, StockCarOnDealCompleted>();
        services.AddHandler<DealCompletedEvent, NotifyOfDealEnd>();
        services.AddHandler<CarAcquiredEvent, PostCar>();
        services.AddHandler<CarPurchaseCorrectedEvent, PostCar>();
        services.AddHandler<CarWrittenOffEvent, PostCar>();
        services.AddHandler<ExpenseChangedEvent, PostExpense>();
        services.AddHandler<ExpenseChangedEvent, NotifyOfExpense>();
        services.AddHandler<ResaleDepositReceivedEvent, ReserveCarForDeposit>();
        services.AddHandler<ResaleReceivedEvent, SellCarOnResaleReceived>();
        services.AddHandler<ResaleCancelledEvent, ReserveCarForDeposit>();
        services.AddHandler<ResaleTakenBackEvent, ReturnCarOnResaleTakenBack>();
        services.AddHandler<ResaleTakenBackEvent, WithdrawDistributionOnResaleTakenBack>();
        services.AddHandler<ResaleTakenBackEvent, NotifyOfCorrection>();
        services.AddHandler<ResaleChangedEvent, PostResale>();
        services.AddHandler<CashOperationChangedEvent, PostCashOperation>();
        services.AddHandler<ResaleChangedEvent, ComputeDistribution>(); // after the books
        services.AddHandler<CarWrittenOffEvent, ComputeDistribution>();
        services.AddHandler<ExpenseChangedEvent, ComputeDistribution>();
        services.AddHandler<CarPurchaseCorrectedEvent, ComputeDistribution>();
        services.AddHandler<CarShutEvent, ComputeDistribution>();
        services.AddHandler<CarReopenedEvent, ReverseDistributionOnCarReopened>();
        services.AddHandler<DistributionWaitsEvent, NotifyOfDistribution>();
        services.AddHandler<DistributionApprovedEvent, PostDistribution>();
        services.AddHandler<DistributionApprovedEvent, MarkResaleOnDistribution>();
        services.AddHandler<DistributionReversedEvent, PostDistribution>();
        services.AddHandler<DistributionReversedEvent, MarkResaleOnDistribution>();
        services.AddHandler<ValuationCompletedEvent, MarkLeadOnValuation>();
        services.AddHandler<ValuationLeftToManagerEvent, MarkLeadOnValuation>();
        return services;
    }

    /// <summary>From the call to the resale: what managers and sellers do.</summary>
    private static void AddSales(this IServiceCollection services)
    {
        services.AddScoped<MessageWriter>();
        services.AddScoped<INotificationChoiceAppService, NotificationChoiceAppService>();
        services.AddSingleton<IMessageTextSource, NotificationTexts>();
        services.AddSingleton<MessageTextRegistry>();
        services.AddScoped<IMessageTexts, WordedMessages>();
        services.AddScoped<StaffDoor>();
        services.AddScoped<RepeatCalls>();
        services.AddScoped<CallResults>();
        services.AddScoped<LeadCalls>();
        services.AddScoped<LeadIntake>();
        services.AddScoped<PhoneCorrection>();
        services.AddScoped<CarDesk>();
        services.AddScoped<ExpenseLimits>();
        services.AddScoped<ExpenseDesk>();
        services.AddScoped<ResaleDesk>();
        services.AddScoped<CallReminders>();
        services.AddScoped<DealManager>();
        services.AddScoped<MeetingTimes>();
        services.AddScoped<SellerDays>();
        services.AddScoped<SellerDealReader>();
        services.TryAddScoped<IElectronicContracts, PaperContractsOnly>();
        services.AddScoped<SellerFiles>();
        services.AddScoped<DealWords>();
        services.AddScoped<DealReminders>();
        services.AddScoped<ReassignmentAlarms>();
        services.AddScoped<CarManager>();
        services.AddScoped<ExpenseManager>();
        services.AddScoped<ResaleManager>();
        services.AddScoped<ICallDeskAppService, CallDeskAppService>();
        services.AddScoped<ILeadWorkAppService, LeadWorkAppService>();
        services.AddScoped<ILeadSearchAppService, LeadSearchAppService>();
        services.AddScoped<IDealAppService, DealAppService>();
        services.AddScoped<ISellerDealAppService, SellerDealAppService>();
        services.AddScoped<IReassignmentAppService, ReassignmentAppService>();
        services.AddScoped<IPriceApprovalAppService, PriceApprovalAppService>();
        services.AddScoped<ISellerCarAppService, SellerCarAppService>();
        services.AddScoped<ISalesReportAppService, SalesReportAppService>();
        services.AddScoped<CallReminderWorker>();
        services.AddScoped<DealReminderWorker>();
        services.AddScoped<ReassignmentWorker>();
        services.AddScoped<OwnerAlerts>();
        services.AddScoped<IOwnerDashboardAppService, OwnerDashboardAppService>();
        services.AddScoped<IMoneyReportAppService, MoneyReportAppService>();
        services.AddScoped<OwnerDigest>();
        services.AddScoped<OwnerNews>();
        services.AddScoped<OwnerMonthReport>();
        services.AddScoped<OwnerDigestWorker>();
        services.AddSingleton<IPermissionDefinitionProvider, SalesPermissions>();
    }

    /// <summary>Sharing out profit.</summary>
    private static void AddDistributionServices(this IServiceCollection services)
    {
        services.AddScoped<PolicyReplay>();
        services.AddScoped<IDistributionAppService, DistributionAppService>();
        services.AddScoped<IDistributionPolicyAppService, DistributionPolicyAppService>();
        services.AddScoped<IShareStatementAppService, ShareStatementAppService>();
        services.AddSingleton<IPermissionDefinitionProvider, DistributionPermissionProvider>();
    }

    /// <summary>The books.</summary>
    private static void AddAccounting(this IServiceCollection services)
    {
        services.AddScoped<CarBooks>();
        services.AddScoped<CashPlaceManager>();
        services.AddScoped<CashOperationManager>();
        services.AddScoped<PeriodManager>();
        services.AddScoped<CorrectionManager>();
        services.AddScoped<CashDesk>();
        services.AddScoped<NightlyLedgerCheck>();
        services.AddSingleton<CarryForward>();
        services.AddScoped<LedgerCheckWorker>();
        services.AddScoped<ICarProfitAppService, CarProfitAppService>();
        services.AddScoped<IBalanceAppService, BalanceAppService>();
        services.AddScoped<IExpenseApprovalAppService, ExpenseApprovalAppService>();
        services.AddSingleton<IPermissionDefinitionProvider, AccountingPermissionProvider>();
    }

    private static void AddHandler<TEvent, THandler>(this IServiceCollection services)
        where THandler : class, ILocalEventHandler<TEvent> =>
        services.AddScoped<ILocalEventHandler<TEvent>, THandler>();
}

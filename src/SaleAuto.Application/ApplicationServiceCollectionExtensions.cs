using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Calls;
using SaleAuto.Clients;
using SaleAuto.Company;
using SaleAuto.Events;
using SaleAuto.Leads;
using SaleAuto.Messages;
using SaleAuto.Permissions;
using SaleAuto.Repositories;
using SaleAuto.Resources;
using SaleAuto.Staff;
using SaleAuto.Valuations;

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
        services.AddSingleton<IAppraiser, MarketAppraiser>();
        services.AddScoped<ICompanyProfile, CompanyProfile>();
        services.AddSingleton<IConsentTexts, ConsentTexts>();
        services.AddScoped<IClientLeadAppService, ClientLeadAppService>();
        services.AddScoped<IStaffLeadAppService, StaffLeadAppService>();
        services.AddSingleton<ICommitListener, WakeWorkersOnCommit>();
        services.AddPermissions();
        services.AddResources();
        services.AddStaff();

        // Handlers of one event run in this order.
        services.AddHandler<ClientPhoneConfirmedEvent, ConfirmDraftsOnClientPhoneConfirmed>();
        services.AddHandler<LeadConfirmedEvent, PromiseCall>();
        services.AddHandler<LeadConfirmedEvent, RequestValuation>();
        services.AddHandler<LeadConfirmedEvent, NotifyManagersOfLead>();
        services.AddHandler<LeadResubmittedEvent, PromiseCall>();
        services.AddHandler<LeadResubmittedEvent, RequestValuation>();
        services.AddHandler<LeadResubmittedEvent, NotifyManagersOfLead>();
        services.AddHandler<LeadClosedEvent, CancelCallsOnLeadClosed>();
        services.AddHandler<ValuationCompletedEvent, MarkLeadOnValuation>();
        services.AddHandler<ValuationLeftToManagerEvent, MarkLeadOnValuation>();
        return services;
    }

    private static void AddHandler<TEvent, THandler>(this IServiceCollection services)
        where THandler : class, ILocalEventHandler<TEvent> =>
        services.AddScoped<ILocalEventHandler<TEvent>, THandler>();
}

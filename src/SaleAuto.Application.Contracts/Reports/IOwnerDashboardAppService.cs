using SaleAuto.Accounting;
using SaleAuto.Expenses;
using SaleAuto.Leads;

namespace SaleAuto.Reports;

/// <summary>The first page of owners. Each part is asked for by itself, so that the page stands at once and fills as the figures come.</summary>
public interface IOwnerDashboardAppService
{
    /// <summary>The days that an input means: the last thirty unless it says otherwise.</summary>
    Task<ReportDays> GetDaysAsync(OwnerPeriodInput input, CancellationToken cancellationToken);

    /// <summary>Profit, cars and what they brought.</summary>
    Task<OwnerSalesDto> GetSalesAsync(OwnerPeriodInput input, CancellationToken cancellationToken);

    /// <summary>Profit of the twelve months up to the last day.</summary>
    Task<IReadOnlyList<MonthProfitDto>> GetMonthsAsync(OwnerPeriodInput input, CancellationToken cancellationToken);

    /// <summary>Cars in stock on the last day, by age, and on the last of the days before.</summary>
    Task<IReadOnlyList<StockAgeDto>> GetStockAsync(OwnerPeriodInput input, CancellationToken cancellationToken);

    /// <summary>Money in places and with sellers on the last day.</summary>
    Task<IReadOnlyList<CashBalanceDto>> GetCashAsync(OwnerPeriodInput input, CancellationToken cancellationToken);

    /// <summary>Calls made within the time that clients were promised.</summary>
    Task<OwnerPromiseDto> GetPromiseAsync(OwnerPeriodInput input, CancellationToken cancellationToken);

    /// <summary>From the visit to the profit, by source.</summary>
    Task<IReadOnlyList<SourceWayDto>> GetSourcesAsync(OwnerPeriodInput input, CancellationToken cancellationToken);

    /// <summary>First offer against final price, by seller.</summary>
    Task<OwnerOffersDto> GetOffersAsync(OwnerPeriodInput input, CancellationToken cancellationToken);

    /// <summary>How well the market figure foretold the resale.</summary>
    Task<OwnerAccuracyDto> GetAccuracyAsync(OwnerPeriodInput input, CancellationToken cancellationToken);

    /// <summary>What money was spent on, most first.</summary>
    Task<IReadOnlyList<OwnerCostDto>> GetCostsAsync(OwnerPeriodInput input, CancellationToken cancellationToken);

    /// <summary>What calls for the owner now.</summary>
    Task<IReadOnlyList<OwnerAlertDto>> GetAlertsAsync(CancellationToken cancellationToken);
}

/// <summary>Days of the company's time zone, both included.</summary>
public sealed record OwnerPeriodInput
{
    /// <summary>First day; empty is thirty days before the last.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day; empty is today.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>A figure beside that of as many days before.</summary>
/// <param name="Value">Null when there is nothing to reckon it from.</param>
/// <param name="Before">The same for the days before.</param>
public sealed record FigureDto(decimal? Value, decimal? Before);

/// <summary>What the days brought.</summary>
/// <param name="Profit">Of cars sold and given up, roubles.</param>
/// <param name="Bought">Cars bought.</param>
/// <param name="Sold">Cars sold.</param>
/// <param name="GrossPerCar">Profit by car sold, roubles.</param>
/// <param name="ReturnOnCost">Profit as a share of what the cars had cost.</param>
/// <param name="DaysInStock">Mean days from purchase to sale of the cars sold.</param>
/// <param name="Capital">What the cars in stock had cost at the end, roubles.</param>
/// <param name="Turns">How often a year the stock is sold at this pace: cost of what was sold, by the mean stock.</param>
public sealed record OwnerSalesDto(
    FigureDto Profit, FigureDto Bought, FigureDto Sold, FigureDto GrossPerCar, FigureDto ReturnOnCost, FigureDto DaysInStock, FigureDto Capital, FigureDto Turns);

/// <summary>Profit of a month.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Sold">Cars sold.</param>
/// <param name="Profit">Roubles.</param>
public sealed record MonthProfitDto(DateOnly Month, int Sold, decimal Profit);

/// <summary>Cars of an age.</summary>
/// <param name="FromDays">Fewest days in stock.</param>
/// <param name="ToDays">Most days; null for the oldest.</param>
/// <param name="Cars">How many.</param>
/// <param name="Cost">What they have cost, roubles.</param>
public sealed record StockAgeDto(int FromDays, int? ToDays, FigureDto Cars, FigureDto Cost);

/// <summary>Money in a place or with a seller.</summary>
/// <param name="Account">Place or advance.</param>
/// <param name="OwnerId">The place or the person.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Amount">Now, and when the days began, roubles.</param>
public sealed record CashBalanceDto(LedgerAccount Account, Guid OwnerId, string Name, FigureDto Amount);

/// <summary>Promises to call.</summary>
/// <param name="Buyouts">Purchase requests called within five minutes.</param>
/// <param name="CallRequests">Requests for a call answered within a quarter of an hour.</param>
public sealed record OwnerPromiseDto(KeptDto Buyouts, KeptDto CallRequests);

/// <summary>Promises of a kind.</summary>
/// <param name="Promised">How many.</param>
/// <param name="Kept">Of these, kept.</param>
/// <param name="Share">Share kept.</param>
public sealed record KeptDto(int Promised, int Kept, FigureDto Share);

/// <summary>Visits and requests of a source.</summary>
/// <param name="Campaign">Tag of the link that brought them; null without.</param>
/// <param name="Source">Without a tag, what the client named; null when nothing was said.</param>
/// <param name="Steps">Of these days.</param>
/// <param name="Before">Of the days before, as far as they had come when those ended.</param>
public sealed record SourceWayDto(string? Campaign, LeadSource? Source, WayStepsDto Steps, WayStepsDto Before);

/// <summary>Visits of the days, requests begun in them, and how far these came by the end of the last day.</summary>
/// <param name="Visits">Visits of the public site; those without a tag are all with the source of which nothing was said.</param>
/// <param name="Begun">Forms begun.</param>
/// <param name="Confirmed">Confirmed by the client.</param>
/// <param name="Called">Called by a manager.</param>
/// <param name="Met">Came to a planned meeting.</param>
/// <param name="Bought">Cars bought.</param>
/// <param name="Sold">Sold again.</param>
/// <param name="Profit">What they brought, roubles.</param>
public sealed record WayStepsDto(int Visits, int Begun, int Confirmed, int Called, int Met, int Bought, int Sold, decimal Profit);

/// <summary>First offer against final price.</summary>
/// <param name="Sellers">By seller, most purchases first.</param>
/// <param name="All">Of all of them.</param>
public sealed record OwnerOffersDto(IReadOnlyList<OwnerOfferDto> Sellers, OwnerOfferDto All);

/// <summary>Purchases whose client had been offered a price.</summary>
/// <param name="SellerName">The seller; empty for all.</param>
/// <param name="Deals">How many.</param>
/// <param name="Lowered">Of these, agreed under the offer.</param>
/// <param name="Difference">Agreed less offered, as a share of what was offered.</param>
public sealed record OwnerOfferDto(string SellerName, FigureDto Deals, FigureDto Lowered, FigureDto Difference);

/// <summary>How the market figure of the valuation compares with the resale.</summary>
/// <param name="Cars">Cars sold that had been valued.</param>
/// <param name="MedianError">Median of the difference without its sign, as a share of the resale.</param>
/// <param name="Bias">Median of the difference with its sign: above zero, the figure was too high.</param>
/// <param name="Inside">Share of resales within the interval.</param>
public sealed record OwnerAccuracyDto(int Cars, FigureDto MedianError, decimal? Bias, FigureDto Inside);

/// <summary>Money spent.</summary>
/// <param name="Category">What on; null: costs of the company that belong to no car.</param>
/// <param name="Amount">Roubles, and in the days before.</param>
/// <param name="Count">How often.</param>
public sealed record OwnerCostDto(ExpenseCategory? Category, FigureDto Amount, int Count);

/// <summary>What calls for the owner.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Subject">Car, seller or source; empty when there are several.</param>
/// <param name="RecordId">The car or the seller.</param>
/// <param name="Number">Days, roubles or how many.</param>
public sealed record OwnerAlertDto(OwnerAlertKind Kind, string Subject, Guid? RecordId, decimal Number);

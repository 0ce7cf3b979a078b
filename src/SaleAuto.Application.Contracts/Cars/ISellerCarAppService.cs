using System.ComponentModel.DataAnnotations;
using SaleAuto.Expenses;
using SaleAuto.Resales;
using SaleAuto.Validation;

namespace SaleAuto.Cars;

/// <summary>Stock cars as the seller who is responsible for them handles them. Cars of others are not found. What is repeated changes nothing and is no fault.</summary>
public interface ISellerCarAppService
{
    /// <summary>The own cars in stock, the latest first, at most 50.</summary>
    Task<IReadOnlyList<SellerCarLineDto>> GetMyAsync(CancellationToken cancellationToken);

    /// <summary>A car with its money and what may be done with it.</summary>
    Task<SellerCarDto> GetAsync(Guid carId, CancellationToken cancellationToken);

    /// <summary>Records money spent on the car. A possible duplicate is named, not refused.</summary>
    /// <exception cref="Errors.BusinessException">The car has left the stock, or the day has not come.</exception>
    Task<ExpenseAddedDto> AddExpenseAsync(Guid carId, AddExpenseInput input, CancellationToken cancellationToken);

    /// <summary>Expenses that may be the same: of the same sum and day, or with the same picture.</summary>
    Task<IReadOnlyList<ExpenseDuplicateDto>> FindDuplicatesAsync(Guid carId, AddExpenseInput input, CancellationToken cancellationToken);

    /// <summary>The car can be sold.</summary>
    Task FinishRestorationAsync(Guid carId, CancellationToken cancellationToken);

    /// <summary>Offers the car to buyers, or changes the price in the adverts.</summary>
    Task PutOnSaleAsync(Guid carId, decimal askingPrice, CancellationToken cancellationToken);

    /// <summary>A buyer paid a part: the car is kept for that buyer.</summary>
    /// <exception cref="Errors.BusinessException">The car is not for sale, or another sale of it is open.</exception>
    Task TakeDepositAsync(Guid carId, TakeDepositInput input, CancellationToken cancellationToken);

    /// <summary>The buyer who paid a part withdrew.</summary>
    /// <exception cref="Errors.BusinessException">Nobody has paid a part.</exception>
    Task CancelResaleAsync(Guid carId, Guid resaleId, CancelResaleInput input, CancellationToken cancellationToken);

    /// <summary>The car is sold and the whole money came; after a deposit, the rest of it.</summary>
    /// <exception cref="Errors.BusinessException">The car is not for sale, or another sale of it is open.</exception>
    Task RecordResaleAsync(Guid carId, RecordResaleInput input, CancellationToken cancellationToken);
}

/// <summary>A car in the seller's list.</summary>
/// <param name="Id">The car.</param>
/// <param name="Number">Number for people.</param>
/// <param name="Title">Make, model and year.</param>
/// <param name="Plate">Plate as people write it.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="AskingPrice">Price in the adverts, roubles.</param>
public sealed record SellerCarLineDto(Guid Id, string Number, string Title, string? Plate, CarStatus Status, decimal? AskingPrice);

/// <summary>A car as its seller sees it.</summary>
public sealed record SellerCarDto
{
    public required Guid Id { get; init; }

    /// <summary>Number for people.</summary>
    public required string Number { get; init; }

    /// <summary>Make, model and year.</summary>
    public required string Title { get; init; }

    /// <summary>Plate as people write it.</summary>
    public string? Plate { get; init; }

    /// <summary>VIN.</summary>
    public string? Vin { get; init; }

    /// <summary>Odometer reading when bought, kilometres.</summary>
    public required int MileageKm { get; init; }

    /// <summary>Where it stands.</summary>
    public required CarStatus Status { get; init; }

    /// <summary>When it became ours, UTC.</summary>
    public required DateTime BoughtAt { get; init; }

    /// <summary>What was paid for it, roubles.</summary>
    public required decimal BuyoutPrice { get; init; }

    /// <summary>Money spent on it so far, roubles.</summary>
    public required decimal Expenses { get; init; }

    /// <summary>Price in the adverts, roubles.</summary>
    public decimal? AskingPrice { get; init; }

    /// <summary>What it was sold for, roubles.</summary>
    public decimal? ResaleAmount { get; init; }

    /// <summary>Resale less buyout and expenses, roubles; null while the car is ours.</summary>
    public decimal? Profit { get; init; }

    /// <summary>The sale that a buyer paid a part of.</summary>
    public AgreedResaleDto? AgreedResale { get; init; }

    /// <summary>What the seller may do now.</summary>
    public required IReadOnlyList<SellerCarAction> Actions { get; init; }
}

/// <summary>What a seller may do with a car.</summary>
public enum SellerCarAction
{
    AddExpense,
    FinishRestoration,
    PutOnSale,
    TakeDeposit,
    RecordResale,
    CancelResale,
}

/// <summary>A sale whose money has come in part.</summary>
/// <param name="Id">The sale.</param>
/// <param name="Amount">The price, roubles.</param>
/// <param name="Paid">What came, roubles.</param>
/// <param name="Method">How the rest is to come.</param>
public sealed record AgreedResaleDto(Guid Id, decimal Amount, decimal Paid, ReceiptMethod Method);

/// <summary>An expense with its receipt.</summary>
public sealed record AddExpenseInput
{
    /// <summary>Roubles.</summary>
    [Mandatory, Kopecks, Range(0.01, ExpenseConsts.MaxAmount, ErrorMessage = SaleAutoErrorCodes.Fields.OutOfRange)]
    public decimal? Amount { get; init; }

    /// <summary>What for.</summary>
    [Mandatory, EnumDataType(typeof(ExpenseCategory), ErrorMessage = SaleAutoErrorCodes.Fields.NotAllowed)]
    public ExpenseCategory? Category { get; init; }

    /// <summary>The day on the receipt.</summary>
    [Mandatory]
    public DateOnly? SpentOn { get; init; }

    /// <summary>The receipt: a stored file, uploaded by the seller and not yet named by a record.</summary>
    [Mandatory]
    public Guid? EvidenceFileId { get; init; }

    /// <summary>Names the picture wherever it came from, to recognise one that was sent before.</summary>
    [AtMost(ExpenseConsts.MaxKeyLength)]
    public string? EvidenceKey { get; init; }

    /// <summary>A note.</summary>
    [AtMost(ExpenseConsts.MaxNoteLength)]
    public string? Note { get; init; }

    /// <summary>Names the press: the same one twice counts once.</summary>
    [Mandatory, AtMost(ExpenseConsts.MaxKeyLength)]
    public string? Key { get; init; }
}

/// <summary>An expense that was recorded.</summary>
/// <param name="ExpenseId">The expense.</param>
/// <param name="Total">Money spent on the car with it, roubles.</param>
/// <param name="PossibleDuplicates">Others that may be the same.</param>
/// <param name="NeedsApproval">Whether it waits for the owner and is not in the total yet.</param>
public sealed record ExpenseAddedDto(Guid ExpenseId, decimal Total, IReadOnlyList<ExpenseDuplicateDto> PossibleDuplicates, bool NeedsApproval);

/// <summary>An expense that may be the same.</summary>
/// <param name="ExpenseId">The expense.</param>
/// <param name="CarNumber">The car that it was recorded for.</param>
/// <param name="Category">What for.</param>
/// <param name="Amount">Roubles.</param>
/// <param name="SpentOn">The day on the receipt.</param>
/// <param name="IsSamePicture">Its receipt is the very same picture.</param>
public sealed record ExpenseDuplicateDto(Guid ExpenseId, string CarNumber, ExpenseCategory Category, decimal Amount, DateOnly SpentOn, bool IsSamePicture);

/// <summary>A sale whose money came.</summary>
public sealed record RecordResaleInput
{
    /// <summary>Roubles.</summary>
    [Mandatory, Kopecks, Range(1, CarConsts.MaxPrice, ErrorMessage = SaleAutoErrorCodes.Fields.OutOfRange)]
    public decimal? Amount { get; init; }

    /// <summary>How the money came.</summary>
    [Mandatory, EnumDataType(typeof(ReceiptMethod), ErrorMessage = SaleAutoErrorCodes.Fields.NotAllowed)]
    public ReceiptMethod? Method { get; init; }

    /// <summary>A note.</summary>
    [AtMost(ResaleConsts.MaxNoteLength)]
    public string? Note { get; init; }

    /// <summary>The sale that the buyer paid a part of before, as the seller saw it; null: nobody paid a part.</summary>
    public Guid? AgreedResaleId { get; init; }
}

/// <summary>A part of the price that a buyer paid.</summary>
public sealed record TakeDepositInput
{
    /// <summary>The whole price, roubles.</summary>
    [Mandatory, Kopecks, Range(1, CarConsts.MaxPrice, ErrorMessage = SaleAutoErrorCodes.Fields.OutOfRange)]
    public decimal? Price { get; init; }

    /// <summary>What came, roubles.</summary>
    [Mandatory, Kopecks, Range(0.01, CarConsts.MaxPrice, ErrorMessage = SaleAutoErrorCodes.Fields.OutOfRange)]
    public decimal? Amount { get; init; }

    /// <summary>How it came.</summary>
    [Mandatory, EnumDataType(typeof(ReceiptMethod), ErrorMessage = SaleAutoErrorCodes.Fields.NotAllowed)]
    public ReceiptMethod? Method { get; init; }

    /// <summary>Names the press: the same one twice counts once.</summary>
    [Mandatory, AtMost(ResaleConsts.MaxKeyLength)]
    public string? Key { get; init; }
}

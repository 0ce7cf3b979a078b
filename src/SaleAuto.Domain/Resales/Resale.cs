using System.Globalization;
using SaleAuto.Accounting;
using SaleAuto.Cars;
using SaleAuto.Entities;
using SaleAuto.Errors;

namespace SaleAuto.Resales;

/// <summary>The sale of a stock car: amount and method of receipt are always known (specification, section on resale).</summary>
public class Resale : FullAuditedAggregateRoot<Guid>
{
    private readonly List<ResaleReceipt> _receipts = [];

    private Resale()
    {
    } // EF Core

    internal Resale(Guid id, Guid carId, Guid sellerId, decimal amount, ReceiptMethod method, string? note)
        : base(id)
    {
        CarId = carId;
        SellerId = sellerId;
        Correct(amount, method, note);
    }

    /// <summary>What is sold.</summary>
    public Guid CarId { get; private set; }

    /// <summary>Who sells it.</summary>
    public Guid SellerId { get; private set; }

    /// <summary>Price, roubles.</summary>
    public decimal Amount { get; private set; }

    /// <summary>How the money comes in.</summary>
    public ReceiptMethod Method { get; private set; }

    /// <summary>What people should know of it.</summary>
    public string? Note { get; private set; }

    /// <summary>Where it stands.</summary>
    public ResaleStatus Status { get; private set; } = ResaleStatus.Draft;

    /// <summary>When the whole amount had come, UTC; it stays when the sale is taken back afterwards.</summary>
    public DateTime? ReceivedAt { get; private set; }

    /// <summary>What came so far, roubles.</summary>
    public decimal PaidAmount { get; private set; }

    /// <summary>Whether the company kept what had come when the sale was cancelled; otherwise it went back to the buyer.</summary>
    public bool IsDepositKept { get; private set; }

    /// <summary>Money of the buyer, oldest first.</summary>
    public IReadOnlyList<ResaleReceipt> Receipts => _receipts;

    /// <summary>Whether the whole money came, and was not taken back.</summary>
    public bool IsSold => Status is ResaleStatus.Received or ResaleStatus.Distributed;

    /// <summary>What is still to come, roubles.</summary>
    public decimal RestAmount => Amount - PaidAmount;

    /// <summary>What the books show for it.</summary>
    /// <param name="carCost">Buyout and restoration of the car, roubles.</param>
    public IEnumerable<LedgerPosting> PostingsAt(decimal carCost)
    {
        var deposits = LedgerAccountRef.Deposits(Id);
        var receipts = _receipts.Select(x => new LedgerPosting(LedgerEntryKind.Receipt, x.Account, deposits, x.Amount, CarId));
        return Status switch
        {
            ResaleStatus.Received or ResaleStatus.Distributed =>
            [
                .. receipts,
                new(LedgerEntryKind.Resale, deposits, LedgerAccountRef.CarProfit(CarId), Amount, CarId),
                .. LedgerPosting.Of(LedgerEntryKind.CostOfSale, LedgerAccountRef.CarProfit(CarId), LedgerAccountRef.Stock(CarId), carCost, CarId),
            ],
            ResaleStatus.Cancelled when ReceivedAt is not null => [],
            ResaleStatus.Cancelled when IsDepositKept =>
                [.. receipts, .. LedgerPosting.Of(LedgerEntryKind.DepositKept, deposits, LedgerAccountRef.Company, PaidAmount, CarId)],
            ResaleStatus.Cancelled =>
                [.. receipts, .. _receipts.Select(x => new LedgerPosting(LedgerEntryKind.Refund, deposits, x.Account, x.Amount, CarId))],
            _ => receipts,
        };
    }

    /// <summary>The receipt that was entered by that message, or null.</summary>
    public ResaleReceipt? FindReceipt(string key) => _receipts.Find(x => x.Key == key);

    /// <summary>Changes what is agreed, until the money has come.</summary>
    /// <exception cref="BusinessException">More has come than the new amount.</exception>
    public void Correct(decimal amount, ReceiptMethod method, string? note)
    {
        EnsureStatus(ResaleStatus.Draft, ResaleStatus.AwaitingPayment);
        Check.Range(amount, nameof(amount), 0.01m, CarConsts.MaxPrice);
        if (PaidAmount > 0 && amount <= PaidAmount)
        {
            throw new BusinessException(SaleAutoErrorCodes.Resales.MoreHasCome).WithData("Paid", PaidAmount.ToString("N2", CultureInfo.CurrentCulture));
        }
        Amount = amount;
        Method = method;
        Note = Check.Length(note?.Trim(), nameof(note), ResaleConsts.MaxNoteLength);
    }

    /// <summary>Agreed with the buyer.</summary>
    public void AwaitPayment()
    {
        EnsureStatus(ResaleStatus.Draft);
        Status = ResaleStatus.AwaitingPayment;
    }

    /// <summary>Money of the buyer came. A part keeps the car for the buyer; with the last part the car leaves the stock.</summary>
    /// <exception cref="BusinessException">It is more than is still to come.</exception>
    public void Receive(ResaleReceipt receipt)
    {
        EnsureStatus(ResaleStatus.Draft, ResaleStatus.AwaitingPayment);
        if (receipt.Amount > RestAmount)
        {
            throw new BusinessException(SaleAutoErrorCodes.Resales.TooMuch).WithData("Rest", RestAmount.ToString("N2", CultureInfo.CurrentCulture));
        }
        _receipts.Add(receipt);
        PaidAmount += receipt.Amount;
        if (RestAmount > 0)
        {
            Status = ResaleStatus.AwaitingPayment;
            AddLocalEvent(new ResaleDepositReceivedEvent(Id, CarId));
        }
        else
        {
            (Status, ReceivedAt) = (ResaleStatus.Received, receipt.At);
            AddLocalEvent(new ResaleReceivedEvent(Id, CarId, Amount, Method, receipt.At));
        }
        AddLocalEvent(new ResaleChangedEvent(Id, CarId, null));
    }

    /// <summary>The profit was shared out.</summary>
    public void MarkDistributed()
    {
        EnsureStatus(ResaleStatus.Received);
        Status = ResaleStatus.Distributed;
    }

    /// <summary>The distribution of the profit was taken back.</summary>
    public void MarkUndistributed()
    {
        EnsureStatus(ResaleStatus.Distributed);
        Status = ResaleStatus.Received;
    }

    /// <summary>The buyer withdrew before paying all.</summary>
    /// <param name="keepsDeposit">Whether what has come stays with the company; otherwise it goes back.</param>
    public void Cancel(bool keepsDeposit = false)
    {
        EnsureStatus(ResaleStatus.Draft, ResaleStatus.AwaitingPayment);
        (Status, IsDepositKept) = (ResaleStatus.Cancelled, keepsDeposit && PaidAmount > 0);
        AddLocalEvent(new ResaleCancelledEvent(Id, CarId));
        AddLocalEvent(new ResaleChangedEvent(Id, CarId, null));
    }

    /// <summary>A finished sale was none, or the buyer brought the car back: everything that the books show for it is taken back, the money of the buyer included.</summary>
    internal void TakeBack(string reason)
    {
        EnsureStatus(ResaleStatus.Received);
        reason = Check.NotNullOrWhiteSpace(reason?.Trim(), nameof(reason), AccountingConsts.MaxNoteLength);
        Status = ResaleStatus.Cancelled;
        AddLocalEvent(new ResaleTakenBackEvent(Id, CarId, reason));
        AddLocalEvent(new ResaleChangedEvent(Id, CarId, reason));
    }

    private void EnsureStatus(params ReadOnlySpan<ResaleStatus> allowed)
    {
        if (!allowed.Contains(Status))
        {
            throw new BusinessException(SaleAutoErrorCodes.Resales.WrongStatus).WithData("Status", Status);
        }
    }
}

/// <summary>The whole money of a resale came.</summary>
public sealed record ResaleReceivedEvent(Guid ResaleId, Guid CarId, decimal Amount, ReceiptMethod Method, DateTime At);

/// <summary>A part of the money came: the car is kept for the buyer.</summary>
public sealed record ResaleDepositReceivedEvent(Guid ResaleId, Guid CarId);

/// <summary>The buyer withdrew.</summary>
public sealed record ResaleCancelledEvent(Guid ResaleId, Guid CarId);

/// <summary>A finished sale was taken back: the car is ours again.</summary>
public sealed record ResaleTakenBackEvent(Guid ResaleId, Guid CarId, string Reason);

/// <summary>What the books show for a resale changed.</summary>
public sealed record ResaleChangedEvent(Guid ResaleId, Guid CarId, string? Reason);

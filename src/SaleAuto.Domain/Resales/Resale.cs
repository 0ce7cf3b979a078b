using SaleAuto.Cars;
using SaleAuto.Entities;
using SaleAuto.Errors;

namespace SaleAuto.Resales;

/// <summary>The sale of a stock car: amount and method of receipt are always known (specification, section on resale).</summary>
public class Resale : FullAuditedAggregateRoot<Guid>
{
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

    /// <summary>When the money came, UTC.</summary>
    public DateTime? ReceivedAt { get; private set; }

    /// <summary>Changes what is agreed, until the money comes.</summary>
    public void Correct(decimal amount, ReceiptMethod method, string? note)
    {
        EnsureStatus(ResaleStatus.Draft, ResaleStatus.AwaitingPayment);
        Amount = Check.Range(amount, nameof(amount), 0.01m, CarConsts.MaxPrice);
        Method = method;
        Note = Check.Length(note?.Trim(), nameof(note), ResaleConsts.MaxNoteLength);
    }

    /// <summary>Agreed with the buyer.</summary>
    public void AwaitPayment()
    {
        EnsureStatus(ResaleStatus.Draft);
        Status = ResaleStatus.AwaitingPayment;
    }

    /// <summary>The whole amount came; the car leaves the stock.</summary>
    public void Receive(DateTime at)
    {
        EnsureStatus(ResaleStatus.AwaitingPayment);
        (Status, ReceivedAt) = (ResaleStatus.Received, at);
        AddLocalEvent(new ResaleReceivedEvent(Id, CarId, Amount, Method, at));
    }

    /// <summary>The profit was shared out.</summary>
    public void MarkDistributed()
    {
        EnsureStatus(ResaleStatus.Received);
        Status = ResaleStatus.Distributed;
    }

    /// <summary>The distribution was taken back; the profit waits to be shared out again.</summary>
    public void UndoDistribution()
    {
        EnsureStatus(ResaleStatus.Distributed);
        Status = ResaleStatus.Received;
    }

    /// <summary>The buyer withdrew before paying.</summary>
    public void Cancel()
    {
        EnsureStatus(ResaleStatus.Draft, ResaleStatus.AwaitingPayment);
        Status = ResaleStatus.Cancelled;
    }

    private void EnsureStatus(params ReadOnlySpan<ResaleStatus> allowed)
    {
        if (!allowed.Contains(Status))
        {
            throw new BusinessException(SaleAutoErrorCodes.Resales.WrongStatus).WithData("Status", Status);
        }
    }
}

/// <summary>The money of a resale came.</summary>
public sealed record ResaleReceivedEvent(Guid ResaleId, Guid CarId, decimal Amount, ReceiptMethod Method, DateTime At);

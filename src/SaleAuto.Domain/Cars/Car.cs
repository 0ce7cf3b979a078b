using SaleAuto.Accounting;
using SaleAuto.Entities;
using SaleAuto.Errors;
using SaleAuto.Files;
using SaleAuto.Searching;

namespace SaleAuto.Cars;

/// <summary>A car that the company bought, until it is resold (domain facts, 2.5).</summary>
public class Car : FullAuditedAggregateRoot<Guid>, ISearchable
{
    private Car()
    {
    } // EF Core

    internal Car(Guid id, string number, Guid? dealId, Guid sellerId, CarFacts facts, CarPurchase purchase)
        : base(id)
    {
        Number = Check.NotNullOrWhiteSpace(number, nameof(number), CarConsts.MaxNumberLength);
        DealId = dealId;
        SellerId = sellerId;
        BuyoutPrice = Check.Range(purchase.Price, nameof(purchase), -CarConsts.MaxPrice, CarConsts.MaxPrice);
        (BoughtAt, PaidFromId) = (purchase.At, purchase.PaidFromId);
        Correct(facts);
        AddLocalEvent(new CarAcquiredEvent(Id));
    }

    /// <summary>Number for people, such as A-000045.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The deal that it was bought in; null for a car entered by hand.</summary>
    public Guid? DealId { get; private set; }

    /// <summary>Who is responsible for it: restores and resells it.</summary>
    public Guid SellerId { get; private set; }

    /// <summary>Make.</summary>
    public string Make { get; private set; } = "";

    /// <summary>Model.</summary>
    public string Model { get; private set; } = "";

    /// <summary>Year of manufacture.</summary>
    public int Year { get; private set; }

    /// <summary>VIN; null for a car that has none.</summary>
    public string? Vin { get; private set; }

    /// <summary>Canonical plate.</summary>
    public string? Plate { get; private set; }

    /// <summary>Odometer reading when bought, kilometres.</summary>
    public int MileageKm { get; private set; }

    /// <summary>What people should know of it.</summary>
    public string? Note { get; private set; }

    /// <summary>When it became ours, UTC.</summary>
    public DateTime BoughtAt { get; private set; }

    /// <summary>What was paid for it, roubles; negative when its owner paid us to take it.</summary>
    public decimal BuyoutPrice { get; private set; }

    /// <summary>The place that the money for a car without a deal came from; null: the owners brought the car in.</summary>
    public Guid? PaidFromId { get; private set; }

    /// <summary>Price in the adverts, roubles.</summary>
    public decimal? AskingPrice { get; private set; }

    /// <summary>Where it stands.</summary>
    public CarStatus Status { get; private set; } = CarStatus.Acquired;

    /// <summary>Picture on cards, in the file store.</summary>
    [StoredFileId]
    public Guid? PhotoId { get; private set; }

    /// <summary>When it left the stock, UTC.</summary>
    public DateTime? LeftAt { get; private set; }

    /// <summary>When the owner let expenses into the books although it had left the stock, UTC; null while they are shut.</summary>
    public DateTime? ReopenedAt { get; private set; }

    /// <summary>Why.</summary>
    public string? ReopeningReason { get; private set; }

    /// <summary>Whether expenses may be added, corrected and taken back.</summary>
    public bool TakesExpenses => !HasLeft || ReopenedAt is not null;

    private bool HasLeft => Status is CarStatus.Sold or CarStatus.WrittenOff;

    /// <summary>What the books show for it. What it cost until it was given up is asked of them.</summary>
    /// <param name="cost">Buyout and restoration so far, roubles.</param>
    public IEnumerable<LedgerPosting> PostingsAt(decimal cost) =>
    [
        .. PurchaseAt(BuyoutPrice, PaidFromId),
        .. Status == CarStatus.WrittenOff ? LedgerPosting.Of(LedgerEntryKind.WriteOff, LedgerAccountRef.CarProfit(Id), LedgerAccountRef.Stock(Id), cost, Id) : [],
    ];

    /// <summary>What the books would show for its purchase at that price.</summary>
    /// <param name="price">Roubles; negative when its owner paid us to take it.</param>
    /// <param name="paidFromId">The place that the money of a car without a deal came from; null: the owners brought the car in.</param>
    internal IEnumerable<LedgerPosting> PurchaseAt(decimal price, Guid? paidFromId)
    {
        var paidBy = DealId is { } deal ? LedgerAccountRef.DealPayments(deal)
            : paidFromId is { } place ? LedgerAccountRef.CashPlace(place)
            : LedgerAccountRef.Capital;
        return LedgerPosting.Of(LedgerEntryKind.IntoStock, LedgerAccountRef.Stock(Id), paidBy, price, Id);
    }

    /// <summary>Corrects what is known of the car; state and prices change by their own verbs.</summary>
    public void Correct(CarFacts facts)
    {
        Make = Check.NotNullOrWhiteSpace(facts.Make?.Trim(), nameof(facts), CarConsts.MaxNameLength);
        Model = Check.NotNullOrWhiteSpace(facts.Model?.Trim(), nameof(facts), CarConsts.MaxNameLength);
        Year = Check.Range(facts.Year, nameof(facts), CarConsts.MinYear, 2100);
        Vin = Check.Length(facts.Vin, nameof(facts), CarConsts.VinLength);
        Plate = facts.Plate?.Value;
        MileageKm = Check.Range(facts.MileageKm, nameof(facts), 0, Leads.LeadConsts.MaxMileageKm);
        Note = Check.Length(facts.Note?.Trim(), nameof(facts), CarConsts.MaxNoteLength);
    }

    /// <summary>The price, or the place of the money, was entered wrong. The same again changes nothing.</summary>
    /// <exception cref="BusinessException">It was bought in a deal: its price is what was paid there.</exception>
    internal void CorrectPurchase(decimal price, Guid? paidFromId, string reason)
    {
        if (DealId is not null)
        {
            throw new BusinessException(SaleAutoErrorCodes.Cars.BoughtInADeal);
        }
        TakePurchase(price, paidFromId, reason);
    }

    /// <summary>The payment of the deal that it was bought in was corrected.</summary>
    internal void FollowPayment(decimal price, string reason) => TakePurchase(price, PaidFromId, reason);

    /// <summary>Shows this picture on cards; null shows none.</summary>
    public void ShowPhoto(Guid? fileId) => PhotoId = fileId;

    /// <summary>Goes to the workshop.</summary>
    public void SendToRestoration() => Move(CarStatus.Restoration, CarStatus.Acquired, CarStatus.Ready, CarStatus.Listed);

    /// <summary>Can be sold; a car that needs nothing gets there at once.</summary>
    public void MarkReady() => Move(CarStatus.Ready, CarStatus.Acquired, CarStatus.Restoration, CarStatus.Listed);

    /// <summary>Is offered to buyers.</summary>
    public void PutOnSale(decimal askingPrice)
    {
        Check.Range(askingPrice, nameof(askingPrice), 0.01m, CarConsts.MaxPrice);
        Move(CarStatus.Listed, CarStatus.Ready, CarStatus.Listed, CarStatus.Reserved);
        AskingPrice = askingPrice;
    }

    /// <summary>Is kept for a buyer.</summary>
    public void Reserve() => Move(CarStatus.Reserved, CarStatus.Ready, CarStatus.Listed);

    /// <summary>The buyer withdrew.</summary>
    public void EndReservation() => Move(AskingPrice is null ? CarStatus.Ready : CarStatus.Listed, CarStatus.Reserved);

    /// <summary>The money of the resale came.</summary>
    public void Sell(DateTime at)
    {
        Move(CarStatus.Sold, CarStatus.Ready, CarStatus.Listed, CarStatus.Reserved);
        LeftAt = at;
    }

    /// <summary>Its sale was taken back: it has to be looked at before it is offered again.</summary>
    public void ReturnToStock()
    {
        Move(CarStatus.Ready, CarStatus.Sold);
        (LeftAt, ReopenedAt, ReopeningReason) = (null, null, null);
    }

    /// <summary>Is given up.</summary>
    public void WriteOff(string reason, DateTime at)
    {
        Check.NotNullOrWhiteSpace(reason, nameof(reason), CarConsts.MaxNoteLength);
        Move(CarStatus.WrittenOff, CarStatus.Acquired, CarStatus.Restoration, CarStatus.Ready, CarStatus.Listed);
        (Note, LeftAt) = (reason.Trim(), at);
        AddLocalEvent(new CarWrittenOffEvent(Id));
    }

    /// <summary>The owner lets expenses into the books of a car that has left the stock.</summary>
    public void Reopen(string reason, DateTime at)
    {
        if (!HasLeft || ReopenedAt is not null)
        {
            throw new BusinessException(SaleAutoErrorCodes.Cars.WrongStatus).WithData("Status", Status);
        }
        ReopeningReason = Check.NotNullOrWhiteSpace(reason?.Trim(), nameof(reason), CarConsts.MaxNoteLength);
        ReopenedAt = at;
        AddLocalEvent(new CarReopenedEvent(Id, ReopeningReason));
    }

    /// <summary>No more expenses.</summary>
    public void Shut()
    {
        if (ReopenedAt is null)
        {
            throw new BusinessException(SaleAutoErrorCodes.Cars.WrongStatus).WithData("Status", Status);
        }
        ReopenedAt = null;
        AddLocalEvent(new CarShutEvent(Id));
    }

    private void TakePurchase(decimal price, Guid? paidFromId, string reason)
    {
        reason = Check.NotNullOrWhiteSpace(reason?.Trim(), nameof(reason), AccountingConsts.MaxNoteLength);
        Check.Range(price, nameof(price), -CarConsts.MaxPrice, CarConsts.MaxPrice);
        if ((BuyoutPrice, PaidFromId) == (price, paidFromId))
        {
            return;
        }
        (BuyoutPrice, PaidFromId) = (price, paidFromId);
        AddLocalEvent(new CarPurchaseCorrectedEvent(Id, reason));
    }

    private void Move(CarStatus to, params ReadOnlySpan<CarStatus> from)
    {
        if (!from.Contains(Status))
        {
            throw new BusinessException(SaleAutoErrorCodes.Cars.WrongStatus).WithData("Status", Status);
        }
        Status = to;
    }
}

/// <summary>What is known of a stock car.</summary>
public sealed record CarFacts(string Make, string Model, int Year, string? Vin, PlateNumber? Plate, int MileageKm, string? Note);

/// <summary>How a car was paid for.</summary>
/// <param name="Price">Roubles; negative when its owner paid us to take it.</param>
/// <param name="At">When it became ours, UTC.</param>
/// <param name="PaidFromId">The place that the money of a car without a deal came from; null: the owners brought the car in.</param>
public sealed record CarPurchase(decimal Price, DateTime At, Guid? PaidFromId = null);

/// <summary>A car came into stock.</summary>
public sealed record CarAcquiredEvent(Guid CarId);

/// <summary>What was paid for a car was corrected: its cost changes, and its profit when it has left the stock.</summary>
public sealed record CarPurchaseCorrectedEvent(Guid CarId, string Reason);

/// <summary>A car was given up.</summary>
public sealed record CarWrittenOffEvent(Guid CarId);

/// <summary>Expenses are taken again for a car that has left the stock: its profit will change.</summary>
public sealed record CarReopenedEvent(Guid CarId, string Reason);

/// <summary>The late expenses of a car are in.</summary>
public sealed record CarShutEvent(Guid CarId);

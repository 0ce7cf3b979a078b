using System.Globalization;
using SaleAuto.Accounting;
using SaleAuto.Errors;
using SaleAuto.Files;

namespace SaleAuto.Deals;

// Papers, money, the end.
public partial class Deal
{
    private readonly List<DealDocument> _documents = [];

    /// <summary>When the papers were signed, UTC.</summary>
    public DateTime? SignedAt { get; private set; }

    /// <summary>Money handed over, roubles.</summary>
    public decimal? PaidAmount { get; private set; }

    /// <summary>How.</summary>
    public PaymentMethod? PaymentMethod { get; private set; }

    /// <summary>Who paid whom.</summary>
    public PaymentDirection? PaymentDirection { get; private set; }

    /// <summary>The place that money went from, when it was not the seller who held it.</summary>
    public Guid? PaymentPlaceId { get; private set; }

    /// <summary>Photo of the receipt in the file store.</summary>
    [StoredFileId]
    public Guid? PaymentEvidenceFileId { get; private set; }

    /// <summary>When the money was handed over, UTC.</summary>
    public DateTime? PaidAt { get; private set; }

    /// <summary>When the purchase ended well, UTC.</summary>
    public DateTime? CompletedAt { get; private set; }

    /// <summary>Signed papers, oldest first.</summary>
    public IReadOnlyList<DealDocument> Documents => _documents;

    /// <summary>The paper that came from there before, or null.</summary>
    public DealDocument? FindDocument(string sourceKey) => _documents.Find(x => x.SourceKey == sourceKey);

    /// <summary>Keeps a signed paper.</summary>
    public DealDocument AddDocument(Guid id, DealDocumentKind kind, Guid fileId, string sourceKey, DateTime at)
    {
        if (FindDocument(sourceKey) is { } same)
        {
            return same;
        }
        EnsureStatus(DealStatus.PriceAgreed);
        EnsureFits(_documents.Count, DealConsts.MaxDocuments);
        var document = new DealDocument(id, Id, kind, fileId, sourceKey, at);
        _documents.Add(document);
        return document;
    }

    /// <summary>Contract and transfer act are signed and kept.</summary>
    /// <param name="staffId">The seller.</param>
    /// <param name="hasElectronicContract">Whether the contract was signed electronically: no picture of it is needed then.</param>
    /// <param name="at">When, UTC.</param>
    public void SignDocuments(Guid staffId, bool hasElectronicContract, DateTime at)
    {
        if (Status == DealStatus.DocumentsSigned)
        {
            return; // a double press
        }
        EnsureStatus(DealStatus.PriceAgreed);
        if (!HasDocuments(hasElectronicContract))
        {
            throw new BusinessException(SaleAutoErrorCodes.Deals.DocumentsMissing);
        }
        SignedAt = at;
        Move(DealStatus.DocumentsSigned, staffId, at);
    }

    /// <summary>Whether nothing is missing that must be signed.</summary>
    public bool HasDocuments(bool hasElectronicContract) =>
        (hasElectronicContract || _documents.Exists(x => x.Kind == DealDocumentKind.Contract)) && _documents.Exists(x => x.Kind == DealDocumentKind.TransferAct);

    /// <summary>Whether this very payment was recorded before.</summary>
    public bool IsPaidBy(decimal amount, PaymentMethod method, PaymentDirection direction) =>
        Status is DealStatus.Paid or DealStatus.Completed && (PaidAmount, PaymentMethod, PaymentDirection) == (amount, method, direction);

    /// <summary>Records the money handed over; it must equal the contract to the kopeck (specification 2.3).</summary>
    /// <param name="amount">Roubles.</param>
    /// <param name="method">How.</param>
    /// <param name="direction">Who paid whom.</param>
    /// <param name="placeId">The place that the money went through; null: the seller held it.</param>
    /// <param name="evidenceFileId">Photo of the receipt.</param>
    /// <param name="staffId">The seller.</param>
    /// <param name="at">When, UTC.</param>
    public void RecordPayment(decimal amount, PaymentMethod method, PaymentDirection direction, Guid? placeId, Guid evidenceFileId, Guid staffId, DateTime at)
    {
        if (IsPaidBy(amount, method, direction))
        {
            return; // a double press
        }
        EnsureStatus(DealStatus.DocumentsSigned);
        if (amount != AgreedPrice)
        {
            throw new BusinessException(SaleAutoErrorCodes.Deals.PaymentDiffersFromContract)
                .WithData("Amount", amount.ToString("N2", CultureInfo.CurrentCulture)).WithData("ContractPrice", AgreedPrice!.Value.ToString("N2", CultureInfo.CurrentCulture));
        }
        (PaidAmount, PaymentMethod, PaymentDirection, PaymentPlaceId, PaymentEvidenceFileId, PaidAt) = (amount, method, direction, placeId, evidenceFileId, at);
        Move(DealStatus.Paid, staffId, at);
        AddLocalEvent(new DealPaidEvent(Id));
    }

    /// <summary>What the books show for the payment: the client's money is owed a car until the car is in stock.</summary>
    public IEnumerable<LedgerPosting> Postings => PaidAmount is { } paid ? PostingsOf(paid, PaymentPlaceId) : [];

    /// <summary>What the car cost by the payment, roubles; negative when its owner paid us to take it, null before.</summary>
    public decimal? PaidPrice => PaymentDirection == Deals.PaymentDirection.ClientToCompany ? -PaidAmount : PaidAmount;

    /// <summary>The payment was recorded wrong. The sum of the contract is corrected with it, because both are one to the kopeck. The same again changes nothing.</summary>
    /// <param name="amount">Roubles.</param>
    /// <param name="method">How.</param>
    /// <param name="placeId">The place that the money went through; null: the seller held it.</param>
    /// <param name="reason">Why.</param>
    internal void CorrectPayment(decimal amount, PaymentMethod method, Guid? placeId, string reason)
    {
        EnsureStatus(DealStatus.Paid, DealStatus.Completed);
        reason = Check.NotNullOrWhiteSpace(reason?.Trim(), nameof(reason), AccountingConsts.MaxNoteLength);
        Check.Range(amount, nameof(amount), 0.01m, Cars.CarConsts.MaxPrice);
        if ((PaidAmount, PaymentMethod, PaymentPlaceId) == (amount, method, placeId))
        {
            return;
        }
        (AgreedPrice, PaidAmount, PaymentMethod, PaymentPlaceId) = (amount, amount, method, placeId);
        AddLocalEvent(new DealPaymentCorrectedEvent(Id, reason));
    }

    /// <summary>What the books would show for a payment of that sum through that place.</summary>
    internal IEnumerable<LedgerPosting> PostingsOf(decimal amount, Guid? placeId) => LedgerPosting.Of(
        LedgerEntryKind.Buyout,
        LedgerAccountRef.DealPayments(Id),
        placeId is { } place ? LedgerAccountRef.CashPlace(place) : LedgerAccountRef.Advance(SellerId),
        PaymentDirection == Deals.PaymentDirection.ClientToCompany ? -amount : amount,
        null);

    /// <summary>The car is ours.</summary>
    public void Complete(Guid staffId, DateTime at)
    {
        if (Status == DealStatus.Completed)
        {
            return; // a double press
        }
        EnsureStatus(DealStatus.Paid);
        CompletedAt = at;
        Move(DealStatus.Completed, staffId, at);
        AddLocalEvent(new DealCompletedEvent(Id, LeadId, staffId, at));
    }
}

/// <summary>A purchase ended well.</summary>
public sealed record DealCompletedEvent(Guid DealId, Guid LeadId, Guid StaffId, DateTime At);

/// <summary>Money was handed over for a car.</summary>
public sealed record DealPaidEvent(Guid DealId);

/// <summary>What was recorded of the money was wrong.</summary>
public sealed record DealPaymentCorrectedEvent(Guid DealId, string Reason);

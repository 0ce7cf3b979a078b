using SaleAuto.Accounting;
using SaleAuto.Entities;

namespace SaleAuto.Resales;

/// <summary>Money of a buyer that came.</summary>
public class ResaleReceipt : Entity<Guid>
{
    private ResaleReceipt()
    {
    } // EF Core

    internal ResaleReceipt(Guid id, Guid resaleId, decimal amount, ReceiptMethod method, LedgerAccountRef account, string key, DateTime at)
        : base(id)
    {
        (ResaleId, Method, At) = (resaleId, method, at);
        Amount = Check.Range(amount, nameof(amount), 0.01m, Cars.CarConsts.MaxPrice);
        (PlaceId, HolderId) = account.Account == LedgerAccount.CashPlace ? (account.OwnerId, null) : ((Guid?)null, account.OwnerId);
        Key = Check.NotNullOrWhiteSpace(key, nameof(key), ResaleConsts.MaxKeyLength);
    }

    /// <summary>The resale.</summary>
    public Guid ResaleId { get; private set; }

    /// <summary>How much, roubles.</summary>
    public decimal Amount { get; private set; }

    /// <summary>How it came.</summary>
    public ReceiptMethod Method { get; private set; }

    /// <summary>The place that it came to.</summary>
    public Guid? PlaceId { get; private set; }

    /// <summary>The person who holds it, when it came to no place.</summary>
    public Guid? HolderId { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Names the press: the same one twice counts once.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The account that received it.</summary>
    public LedgerAccountRef Account => PlaceId is { } place ? LedgerAccountRef.CashPlace(place) : LedgerAccountRef.Advance(HolderId!.Value);
}

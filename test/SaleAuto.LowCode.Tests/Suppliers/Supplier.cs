using System.ComponentModel.DataAnnotations;
using SaleAuto.Entities;
using SaleAuto.Files;
using SaleAuto.LowCode;
using SaleAuto.Searching;

namespace SaleAuto.Suppliers;

/// <summary>Who sells us parts or works for us.</summary>
public class Supplier : FullAuditedAggregateRoot<Guid>, ISearchable
{
    [Required, StringLength(100)]
    public string Name { get; private set; } = "";

    /// <summary>Taxpayer number.</summary>
    [Required, StringLength(12), RegularExpression("[0-9]{10}|[0-9]{12}", ErrorMessage = LowCodeErrorCodes.Malformed)]
    public string Inn { get; private set; } = "";

    [StringLength(20)]
    public string? Phone { get; private set; }

    public SupplierKind Kind { get; private set; }

    [Range(0, 10_000_000)]
    public decimal? CreditLimit { get; private set; }

    public DateOnly? ContractUntil { get; private set; }

    /// <summary>The scanned contract.</summary>
    [StoredFileId]
    public Guid? ContractFileId { get; private set; }
}

public enum SupplierKind
{
    Parts,
    Paint,
    Towing,
}

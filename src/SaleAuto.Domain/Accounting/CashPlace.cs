using SaleAuto.Entities;
using SaleAuto.Searching;

namespace SaleAuto.Accounting;

/// <summary>Where the company keeps its money: a safe, an account in a bank.</summary>
public class CashPlace : FullAuditedAggregateRoot<Guid>, ISearchable
{
    /// <summary>The safe that every company begins with.</summary>
    public static readonly Guid SafeId = new("01890000-0000-7000-8000-00000000ca51");

    /// <summary>The bank account that every company begins with.</summary>
    public static readonly Guid BankId = new("01890000-0000-7000-8000-00000000ca52");

    private CashPlace()
    {
    } // EF Core

    /// <summary>A new place.</summary>
    public CashPlace(Guid id, CashPlaceKind kind, string name)
        : base(id)
    {
        Kind = kind;
        Rename(name);
    }

    /// <summary>Safe or bank; fixed, because payments choose by it.</summary>
    public CashPlaceKind Kind { get; private set; }

    /// <summary>What people call it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whether money comes to it and goes from it when nobody says otherwise; one of each kind.</summary>
    public bool IsUsual { get; private set; }

    /// <summary>Closed places are not offered any more.</summary>
    public bool IsActive { get; private set; } = true;

    /// <summary>Gives it another name.</summary>
    public void Rename(string name) => Name = Check.NotNullOrWhiteSpace(name?.Trim(), nameof(name), AccountingConsts.MaxPlaceNameLength);

    /// <summary>Money goes through it when nobody says otherwise, or no longer.</summary>
    internal void UseAsUsual(bool isUsual) => IsUsual = isUsual;

    /// <summary>Offers it, or no longer.</summary>
    internal void SetActive(bool isActive) => IsActive = isActive;
}

/// <summary>Places of money.</summary>
public interface ICashPlaceRepository : Repositories.IRepository<CashPlace>
{
    /// <summary>The usual place of that kind, or null.</summary>
    Task<CashPlace?> FindUsualAsync(CashPlaceKind kind, CancellationToken cancellationToken);

    /// <summary>Open places, safes first, at most 200.</summary>
    Task<IReadOnlyList<CashPlace>> GetOfferedAsync(CancellationToken cancellationToken);
}

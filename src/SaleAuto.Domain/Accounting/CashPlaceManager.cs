using System.Globalization;
using SaleAuto.Errors;
using SaleAuto.Repositories;

namespace SaleAuto.Accounting;

/// <summary>Keeps one usual place of each kind, and no money in a closed one.</summary>
public class CashPlaceManager(ICashPlaceRepository places, ILedgerRepository ledger, IUnitOfWork unitOfWork)
{
    /// <summary>A new place; the first of its kind is the usual one. The caller adds it to the unit of work.</summary>
    public async Task<CashPlace> CreateAsync(Guid id, CashPlaceKind kind, string name, CancellationToken cancellationToken)
    {
        var place = new CashPlace(id, kind, name);
        place.UseAsUsual(await places.FindUsualAsync(kind, cancellationToken) is null);
        return place;
    }

    /// <summary>Money goes through this place when nobody says otherwise.</summary>
    /// <exception cref="BusinessException">The place is closed.</exception>
    public async Task MakeUsualAsync(CashPlace place, CancellationToken cancellationToken)
    {
        if (!place.IsActive)
        {
            throw new BusinessException(SaleAutoErrorCodes.Accounting.PlaceIsClosed);
        }
        if (await places.FindUsualAsync(place.Kind, cancellationToken) is { } usual && usual.Id != place.Id)
        {
            usual.UseAsUsual(false);
            await unitOfWork.SaveChangesAsync(cancellationToken); // never two at a time, not even while saving
        }
        place.UseAsUsual(true);
    }

    /// <summary>Closes an empty place, or opens it again.</summary>
    /// <exception cref="BusinessException">There is money in it, or it is the usual one.</exception>
    public async Task SetActiveAsync(CashPlace place, bool isActive, CancellationToken cancellationToken)
    {
        await unitOfWork.TakeTurnAsync($"money:{place.Id}", cancellationToken);
        if (!isActive && (place.IsUsual || await ledger.GetBalanceAsync(LedgerAccountRef.CashPlace(place.Id), cancellationToken) != 0))
        {
            throw new BusinessException(SaleAutoErrorCodes.Accounting.PlaceIsInUse);
        }
        place.SetActive(isActive);
    }

    /// <summary>Passes when money may come to the place; nobody closes it meanwhile.</summary>
    /// <exception cref="BusinessException">The place is closed.</exception>
    public async Task EnsureOpenAsync(Guid placeId, CancellationToken cancellationToken)
    {
        await unitOfWork.TakeTurnAsync($"money:{placeId}", cancellationToken);
        if (!(await places.GetAsync(placeId, cancellationToken)).IsActive)
        {
            throw new BusinessException(SaleAutoErrorCodes.Accounting.PlaceIsClosed);
        }
    }

    /// <summary>Passes when the sum may be taken from the place; nobody else takes it meanwhile.</summary>
    /// <exception cref="BusinessException">The place is closed, or there is less in it.</exception>
    public async Task EnsureGivesAsync(Guid placeId, decimal amount, CancellationToken cancellationToken)
    {
        await EnsureOpenAsync(placeId, cancellationToken);
        await EnsureHoldsAsync(LedgerAccountRef.CashPlace(placeId), amount, cancellationToken);
    }

    /// <summary>
    /// Passes when the books may show <paramref name="after"/> instead of <paramref name="before"/>: no place gives more than it holds, and nothing goes through a
    /// closed one. People may be short of money, since they spend their own at times.
    /// </summary>
    /// <exception cref="BusinessException">A place is closed, or there is less in it.</exception>
    public async Task EnsureMovesAsync(IEnumerable<LedgerPosting> before, IEnumerable<LedgerPosting> after, CancellationToken cancellationToken)
    {
        var changes = MovesOf(before, -1).Concat(MovesOf(after, 1))
            .Where(x => x.Account.Account == LedgerAccount.CashPlace)
            .GroupBy(x => x.Account.OwnerId!.Value)
            .Select(x => (PlaceId: x.Key, Amount: x.Sum(move => move.Amount)))
            .Where(x => x.Amount != 0)
            .OrderBy(x => x.PlaceId);
        foreach (var (placeId, amount) in changes)
        {
            await (amount < 0 ? EnsureGivesAsync(placeId, -amount, cancellationToken) : EnsureOpenAsync(placeId, cancellationToken));
        }
    }

    /// <summary>Passes when the sum is with the place or the person. Whoever takes from an account waits for the others who do: two at once do not take the same money.</summary>
    /// <exception cref="BusinessException">There is less.</exception>
    public async Task EnsureHoldsAsync(LedgerAccountRef account, decimal amount, CancellationToken cancellationToken)
    {
        await unitOfWork.TakeTurnAsync($"money:{account.OwnerId}", cancellationToken);
        EnsureEnough(await ledger.GetBalanceAsync(account, cancellationToken), amount, SaleAutoErrorCodes.Accounting.NotEnoughMoney);
    }

    /// <summary>Passes when so much is owed to the person.</summary>
    /// <exception cref="BusinessException">Less is owed.</exception>
    public async Task EnsureOwedAsync(Guid staffId, decimal amount, CancellationToken cancellationToken)
    {
        await unitOfWork.TakeTurnAsync($"money:{staffId}", cancellationToken);
        EnsureEnough(-await ledger.GetBalanceAsync(LedgerAccountRef.Person(staffId), cancellationToken), amount, SaleAutoErrorCodes.Accounting.PayoutAboveBalance);
    }

    private static IEnumerable<(LedgerAccountRef Account, decimal Amount)> MovesOf(IEnumerable<LedgerPosting> postings, int sign) =>
        postings.SelectMany(x => new[] { (x.Debit, sign * x.Amount), (x.Credit, -sign * x.Amount) });

    private static void EnsureEnough(decimal there, decimal amount, string refusal)
    {
        if (there < amount)
        {
            throw new BusinessException(refusal).WithData("Amount", amount.ToString("N2", CultureInfo.CurrentCulture)).WithData("Balance", there.ToString("N2", CultureInfo.CurrentCulture));
        }
    }

    /// <summary>The usual place of that kind.</summary>
    /// <exception cref="BusinessException">There is none: the owner names one.</exception>
    public async Task<CashPlace> GetUsualAsync(CashPlaceKind kind, CancellationToken cancellationToken) =>
        await places.FindUsualAsync(kind, cancellationToken)
        ?? throw new BusinessException(SaleAutoErrorCodes.Accounting.NoUsualPlace).WithData("Kind", kind);
}

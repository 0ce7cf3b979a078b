using SaleAuto.Errors;
using SaleAuto.Permissions;
using SaleAuto.Staff;

namespace SaleAuto.Accounting;

internal sealed class BalanceAppService(
    IStaffAccessProvider access, ILedgerRepository ledger, IStatementQuery statements, ICashPlaceRepository places, IStaffDirectory staff) : IBalanceAppService
{
    private const int MostOwnLines = 10;
    private const int MostLines = 200;

    public async Task<OwnBalanceDto> GetOwnAsync(CancellationToken cancellationToken)
    {
        var person = await access.RequireAsync(AccountingPermissions.OwnBalance, cancellationToken);
        var me = person.StaffId ?? throw new AuthorizationException(AccountingPermissions.OwnBalance);
        return new OwnBalanceDto(
            await ledger.GetBalanceAsync(LedgerAccountRef.Advance(me), cancellationToken),
            -await ledger.GetBalanceAsync(LedgerAccountRef.Person(me), cancellationToken),
            ToLines(await statements.GetLatestAsync(LedgerAccountRef.Advance(me), MostOwnLines, cancellationToken), sign: 1));
    }

    public async Task<CashDto> GetCashAsync(CancellationToken cancellationToken)
    {
        await access.RequireAsync(AccountingPermissions.Default, cancellationToken);
        var inPlaces = (await statements.GetBalancesAsync(LedgerAccount.CashPlace, cancellationToken)).ToDictionary(x => x.OwnerId, x => x.Amount);
        var advances = (await statements.GetBalancesAsync(LedgerAccount.Advance, cancellationToken)).ToDictionary(x => x.OwnerId, x => x.Amount);
        var shares = (await statements.GetBalancesAsync(LedgerAccount.Person, cancellationToken)).ToDictionary(x => x.OwnerId, x => -x.Amount);
        var names = await staff.GetNamesAsync([.. advances.Keys.Union(shares.Keys)], cancellationToken);
        return new CashDto(
            [.. (await places.GetOfferedAsync(cancellationToken)).Select(x => new CashPlaceDto(x.Id, x.Name, x.Kind, inPlaces.GetValueOrDefault(x.Id)))],
            [.. names.OrderBy(x => x.Value, StringComparer.CurrentCulture).Select(x => new PersonMoneyDto(x.Key, x.Value, advances.GetValueOrDefault(x.Key), shares.GetValueOrDefault(x.Key)))],
            inPlaces.Values.Sum() + advances.Values.Sum());
    }

    public async Task<StatementDto> GetStatementAsync(LedgerAccount account, Guid ownerId, CancellationToken cancellationToken)
    {
        var person = await access.GetAsync(cancellationToken);
        person.Require(account != LedgerAccount.CashPlace && person.StaffId == ownerId ? AccountingPermissions.OwnBalance : AccountingPermissions.Default);
        var name = account switch
        {
            LedgerAccount.CashPlace => (await places.GetAsync(ownerId, cancellationToken)).Name,
            LedgerAccount.Advance or LedgerAccount.Person => await staff.FindNameAsync(ownerId, cancellationToken),
            _ => null,
        };
        var sign = account == LedgerAccount.Person ? -1 : 1; // what is owed to a person stands on the other side
        var of = new LedgerAccountRef(account, ownerId);
        return new StatementDto(
            name ?? throw new EntityNotFoundException(typeof(CashPlace), ownerId),
            account,
            sign * await ledger.GetBalanceAsync(of, cancellationToken),
            ToLines(await statements.GetLatestAsync(of, MostLines, cancellationToken), sign));
    }

    private static IReadOnlyList<StatementLineDto> ToLines(IEnumerable<StatementLine> lines, int sign) =>
        [.. lines.Select(x => new StatementLineDto(x.Day, x.Kind, sign * x.Amount, x.CarId, x.CarNumber, x.Reason))];
}

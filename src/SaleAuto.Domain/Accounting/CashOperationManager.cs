using System.Globalization;
using SaleAuto.Errors;
using SaleAuto.Repositories;
using SaleAuto.Settings;

namespace SaleAuto.Accounting;

/// <summary>Moves money that is there: no place is overdrawn, nobody brings back or is paid more than the books show.</summary>
public class CashOperationManager(ILedgerRepository ledger, IRepository<CashPlace> places, ISettingProvider settings, IUnitOfWork unitOfWork, TimeProvider clock)
{
    /// <summary>A movement; the caller adds it to the unit of work.</summary>
    /// <exception cref="InputValidationException">A place or a person is missing or superfluous.</exception>
    /// <exception cref="BusinessException">The money is not there, or a place is closed.</exception>
    public async Task<CashOperation> CreateAsync(Guid id, CashMovement movement, CancellationToken cancellationToken)
    {
        EnsureWhole(movement);
        var operation = new CashOperation(id, movement, await settings.ToCompanyDayAsync(clock.GetUtcNow().UtcDateTime, cancellationToken));
        foreach (var placeId in new[] { movement.PlaceId, movement.ToPlaceId ?? movement.PlaceId }.Distinct().Order())
        {
            await unitOfWork.TakeTurnAsync($"money:{placeId}", cancellationToken); // nobody closes it meanwhile
            if (!(await places.GetAsync(placeId, cancellationToken)).IsActive)
            {
                throw new BusinessException(SaleAutoErrorCodes.Accounting.PlaceIsClosed);
            }
        }
        await EnsureIsThereAsync(operation, cancellationToken);
        return operation;
    }

    /// <summary>Takes a movement back.</summary>
    /// <exception cref="BusinessException">It was taken back before, or the money is no longer where it went.</exception>
    public async Task ReverseAsync(CashOperation operation, string reason, CancellationToken cancellationToken)
    {
        operation.Reverse(reason, clock.GetUtcNow().UtcDateTime);
        if (operation.Debit is { Account: LedgerAccount.CashPlace or LedgerAccount.Advance, OwnerId: { } owner })
        {
            await EnsureCoversAsync(operation.Debit, owner, sign: 1, SaleAutoErrorCodes.Accounting.NotEnoughMoney, operation.Amount, cancellationToken);
        }
    }

    private static void EnsureWhole(CashMovement movement)
    {
        var needsPerson = movement.Kind is CashOperationKind.AdvanceGiven or CashOperationKind.AdvanceReturned or CashOperationKind.Payout;
        Ensure(needsPerson == movement.StaffId is not null, nameof(movement.StaffId), needsPerson);
        var needsPlace = movement.Kind == CashOperationKind.Transfer;
        Ensure(needsPlace == movement.ToPlaceId is not null, nameof(movement.ToPlaceId), needsPlace);
        Ensure(movement.ToPlaceId != movement.PlaceId, nameof(movement.ToPlaceId), isMissing: false);

        static void Ensure(bool isRight, string field, bool isMissing)
        {
            if (!isRight)
            {
                throw new InputValidationException(field, isMissing ? SaleAutoErrorCodes.Fields.Required : SaleAutoErrorCodes.Fields.NotAllowed);
            }
        }
    }

    // Whoever takes from an account waits for the others who do: two payouts at once do not pay a balance twice.
    private async Task EnsureIsThereAsync(CashOperation operation, CancellationToken cancellationToken)
    {
        if (operation.Credit.OwnerId is { } owner)
        {
            await EnsureCoversAsync(operation.Credit, owner, sign: 1, SaleAutoErrorCodes.Accounting.NotEnoughMoney, operation.Amount, cancellationToken);
        }
        if (operation.Kind == CashOperationKind.Payout)
        {
            await EnsureCoversAsync(operation.Debit, operation.StaffId!.Value, sign: -1, SaleAutoErrorCodes.Accounting.PayoutAboveBalance, operation.Amount, cancellationToken);
        }
    }

    private async Task EnsureCoversAsync(LedgerAccountRef account, Guid owner, int sign, string refusal, decimal amount, CancellationToken cancellationToken)
    {
        await unitOfWork.TakeTurnAsync($"money:{owner}", cancellationToken);
        var there = sign * await ledger.GetBalanceAsync(account, cancellationToken);
        if (there < amount)
        {
            throw new BusinessException(refusal).WithData("Amount", amount.ToString("N2", CultureInfo.CurrentCulture)).WithData("Balance", there.ToString("N2", CultureInfo.CurrentCulture));
        }
    }
}

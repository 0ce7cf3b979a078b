using SaleAuto.Errors;
using SaleAuto.Settings;

namespace SaleAuto.Accounting;

/// <summary>Moves money that is there: no place is overdrawn, nobody brings back or is paid more than the books show.</summary>
public class CashOperationManager(CashPlaceManager places, ISettingProvider settings, TimeProvider clock)
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
            await places.EnsureOpenAsync(placeId, cancellationToken);
        }
        if (operation.Credit.OwnerId is not null)
        {
            await places.EnsureHoldsAsync(operation.Credit, operation.Amount, cancellationToken);
        }
        if (operation.Kind == CashOperationKind.Payout)
        {
            await places.EnsureOwedAsync(operation.StaffId!.Value, operation.Amount, cancellationToken);
        }
        return operation;
    }

    /// <summary>Takes a movement back.</summary>
    /// <exception cref="BusinessException">It was taken back before, a place was closed since, or the money is no longer where it went.</exception>
    public async Task ReverseAsync(CashOperation operation, string reason, CancellationToken cancellationToken)
    {
        await places.EnsureMovesAsync(operation.Postings, [], cancellationToken);
        operation.Reverse(reason, clock.GetUtcNow().UtcDateTime);
        if (operation.Debit.Account == LedgerAccount.Advance)
        {
            await places.EnsureHoldsAsync(operation.Debit, operation.Amount, cancellationToken);
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
}

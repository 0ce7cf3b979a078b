using SaleAuto.Errors;
using SaleAuto.Users;

namespace SaleAuto.Accounting;

/// <summary>Between the forms of the books and the books themselves.</summary>
internal sealed class CashDesk(CashPlaceManager places, CashOperationManager operations, PeriodManager periods, ICurrentUser currentUser)
{
    /// <summary>A safe or an account.</summary>
    public Task<CashPlace> CreatePlaceAsync(Guid id, CashPlaceInput input, CancellationToken cancellationToken) =>
        places.CreateAsync(id, input.Kind!.Value, input.Name!, cancellationToken);

    /// <summary>Money goes through this place when nobody says otherwise.</summary>
    public Task MakeUsualAsync(CashPlace place, CancellationToken cancellationToken) => places.MakeUsualAsync(place, cancellationToken);

    /// <summary>Offers the place no longer.</summary>
    public Task CloseAsync(CashPlace place, CancellationToken cancellationToken) => places.SetActiveAsync(place, isActive: false, cancellationToken);

    /// <summary>Offers the place again.</summary>
    public Task OpenAsync(CashPlace place, CancellationToken cancellationToken) => places.SetActiveAsync(place, isActive: true, cancellationToken);

    /// <summary>A movement of money.</summary>
    public Task<CashOperation> MoveAsync(Guid id, CashOperationInput input, CancellationToken cancellationToken) => operations.CreateAsync(
        id, new CashMovement(input.Kind!.Value, input.Amount!.Value, input.PlaceId!.Value, input.ToPlaceId, input.StaffId, input.Note, input.EvidenceFileId), cancellationToken);

    /// <summary>Takes a movement back.</summary>
    public Task ReverseAsync(CashOperation operation, ReversalInput input, CancellationToken cancellationToken) =>
        operations.ReverseAsync(operation, input.Reason!, cancellationToken);

    /// <summary>Closes a period.</summary>
    public Task<PeriodClosing> ClosePeriodAsync(Guid id, PeriodClosingInput input, CancellationToken cancellationToken) =>
        periods.CloseAsync(id, input.ClosedThrough!.Value, currentUser.StaffId ?? throw new AuthorizationException(), cancellationToken);
}

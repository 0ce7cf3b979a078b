using SaleAuto.Errors;
using SaleAuto.Users;

namespace SaleAuto.Resales;

/// <summary>Between the form of a resale and the resale itself: it is sold by whoever enters it.</summary>
internal sealed class ResaleDesk(ResaleManager resales, ICurrentUser currentUser)
{
    private Guid Me => currentUser.StaffId ?? throw new AuthorizationException();

    /// <summary>Begins a sale.</summary>
    public Task<Resale> CreateAsync(Guid id, ResaleInput input, CancellationToken cancellationToken) =>
        resales.BeginAsync(id, input.CarId!.Value, Me, input.Amount!.Value, input.Method!.Value, input.Note, cancellationToken);

    /// <summary>Money of the buyer came; the form's version of the resale lets the same press count once.</summary>
    public Task ReceiveAsync(Resale resale, ReceiveMoneyInput input, CancellationToken cancellationToken) =>
        resales.ReceiveAsync(resale, new ResaleMoney(input.Amount!.Value, input.Method!.Value, input.PlaceId, Me, $"form:{Guid.CreateVersion7():N}"), cancellationToken);
}

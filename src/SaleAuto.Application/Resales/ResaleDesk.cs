using SaleAuto.Errors;
using SaleAuto.Users;

namespace SaleAuto.Resales;

/// <summary>Between the form of a resale and the resale itself: it is sold by whoever enters it.</summary>
public sealed class ResaleDesk(ResaleManager resales, ICurrentUser currentUser)
{
    /// <summary>Begins a sale.</summary>
    public Task<Resale> CreateAsync(Guid id, ResaleInput input, CancellationToken cancellationToken) =>
        resales.BeginAsync(
            id, input.CarId!.Value, currentUser.StaffId ?? throw new AuthorizationException(), input.Amount!.Value, input.Method!.Value, input.Note, cancellationToken);
}

using SaleAuto.Repositories;

namespace SaleAuto.Staff.SignIn;

/// <summary>Invitations of new employees.</summary>
public interface IStaffInvitationRepository : IRepository<StaffInvitation>
{
    /// <summary>The invitation with that hash, or null.</summary>
    Task<StaffInvitation?> FindByHashAsync(string hash, CancellationToken cancellationToken);

    /// <summary>Invitations of an account that were neither accepted nor withdrawn.</summary>
    Task<IReadOnlyList<StaffInvitation>> GetOpenAsync(Guid staffId, CancellationToken cancellationToken);
}

/// <summary>Browsers that wait for a confirmation.</summary>
public interface ISignInRequestRepository : IRepository<SignInRequest>
{
    /// <summary>The waiting request with that code, or null.</summary>
    Task<SignInRequest?> FindOpenByCodeAsync(string code, DateTime now, CancellationToken cancellationToken);

    /// <summary>The request of that browser, or null.</summary>
    Task<SignInRequest?> FindByBrowserAsync(string browserHash, CancellationToken cancellationToken);

    /// <summary>Removes what nobody waits for any more.</summary>
    Task DeleteExpiredBeforeAsync(DateTime moment, CancellationToken cancellationToken);
}

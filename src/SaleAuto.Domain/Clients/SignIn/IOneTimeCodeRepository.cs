using SaleAuto.Repositories;

namespace SaleAuto.Clients.SignIn;

/// <summary>One-time codes. What several requests may do at once is one statement each.</summary>
public interface IOneTimeCodeRepository : IRepository<OneTimeCode>
{
    /// <summary>When the code that lies so many places back was sent to the phone (1 = the last), or null when there were fewer.</summary>
    Task<DateTime?> FindSentToPhoneAsync(PhoneNumber phone, int placesBack, CancellationToken cancellationToken);

    /// <summary>When the code that lies so many places back was sent for that address, or null when there were fewer.</summary>
    Task<DateTime?> FindSentForAddressAsync(string addressHash, int placesBack, CancellationToken cancellationToken);

    /// <summary>Ends the unused codes of the phone and the draft: only the newest works.</summary>
    Task ExpireEarlierAsync(PhoneNumber phone, Guid? leadId, DateTime now, CancellationToken cancellationToken);

    /// <summary>Codes of the phone that could still work, newest first; those out of attempts are among them.</summary>
    Task<IReadOnlyList<OneTimeCode>> GetActiveAsync(PhoneNumber phone, DateTime now, CancellationToken cancellationToken);

    /// <summary>Takes one of the attempts before the digits are compared; false when none was left.</summary>
    Task<bool> TryTakeAttemptAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Uses the code up; of many at once only one gets true.</summary>
    Task<bool> TryUseAsync(Guid id, DateTime now, CancellationToken cancellationToken);

    /// <summary>Removes codes that no limit counts any more.</summary>
    Task DeleteCreatedBeforeAsync(DateTime moment, CancellationToken cancellationToken);
}

using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SaleAuto.Errors;
using SaleAuto.Repositories;

namespace SaleAuto.Clients.SignIn;

/// <summary>The server's secrets, read from the database and kept in memory for a minute. Makes the next one when the newest has served its time.</summary>
internal sealed partial class SignInKeyRing(
    IServiceScopeFactory scopes,
    IDataProtectionProvider protection,
    IOptions<SignInOptions> options,
    TimeProvider clock,
    ILogger<SignInKeyRing> logger) : IDisposable
{
    private static readonly TimeSpan CacheTime = TimeSpan.FromMinutes(1);

    // An unknown key id may be a node's new key; asking the database for each would let strangers load it.
    private static readonly TimeSpan UnknownKeyPause = TimeSpan.FromSeconds(5);

    // Tokens and codes live minutes; the rest is for nodes whose memory is a minute old.
    private static readonly TimeSpan ChecksAfterSigning = TimeSpan.FromHours(1);

    private readonly IDataProtector _protector = protection.CreateProtector("SaleAuto.Clients.SignIn.SigningKey");
    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile Snapshot _snapshot = new([], DateTime.MinValue);

    /// <summary>The key that signs now. Not to be called inside a transaction: it may have to write.</summary>
    public async Task<SignInKey> GetCurrentAsync(CancellationToken cancellationToken)
    {
        var now = Now;
        var snapshot = _snapshot.LoadedAt + CacheTime > now ? _snapshot : await LoadAsync(TimeSpan.Zero, cancellationToken);
        return snapshot.FindSigning(now) ?? (await LoadAsync(TimeSpan.Zero, cancellationToken)).FindSigning(now)
            ?? throw new InvalidOperationException("No signing key could be made");
    }

    /// <summary>A key by its id, or null when there is none that may still check.</summary>
    public async Task<SignInKey?> FindAsync(string id, CancellationToken cancellationToken) =>
        _snapshot.Find(id, Now) ?? (await LoadAsync(UnknownKeyPause, cancellationToken)).Find(id, Now);

    /// <inheritdoc />
    public void Dispose() => _loading.Dispose();

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<Snapshot> LoadAsync(TimeSpan freshEnough, CancellationToken cancellationToken)
    {
        await _loading.WaitAsync(cancellationToken);
        try
        {
            var now = Now;
            if (_snapshot.LoadedAt + freshEnough <= now || _snapshot.FindSigning(now) is null)
            {
                _snapshot = await ReadAsync(now, cancellationToken);
            }
            return _snapshot;
        }
        finally
        {
            _loading.Release();
        }
    }

    private async Task<Snapshot> ReadAsync(DateTime now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var keys = scope.ServiceProvider.GetRequiredService<ISigningKeyRepository>();
        var stored = await keys.GetValidAsync(now, cancellationToken);
        var snapshot = Open(stored, now);
        if (snapshot.FindSigning(now) is not null)
        {
            return snapshot;
        }
        var nextSequence = stored.Count == 0 ? 1 : stored[0].Sequence + 1;
        try
        {
            keys.Insert(CreateNext(nextSequence, now));
            await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().SaveChangesAsync(cancellationToken);
        }
        catch (ConcurrencyConflictException)
        {
            LogAnotherNodeWasQuicker(nextSequence);
        }
        return Open(await keys.GetValidAsync(now, cancellationToken), now);
    }

    private SigningKey CreateNext(int sequence, DateTime now)
    {
        var secret = RandomNumberGenerator.GetBytes(32);
        var signsUntil = now.AddDays(options.Value.SigningKeyDays);
        return new SigningKey(
            Guid.CreateVersion7(), sequence, Convert.ToBase64String(_protector.Protect(secret)), now, signsUntil, signsUntil + ChecksAfterSigning);
    }

    private Snapshot Open(IReadOnlyList<SigningKey> stored, DateTime now) =>
        new(stored.Select(TryOpen).OfType<OpenKey>().ToList(), now);

    private OpenKey? TryOpen(SigningKey stored)
    {
        try
        {
            var secret = _protector.Unprotect(Convert.FromBase64String(stored.ProtectedSecret));
            return new OpenKey(new SignInKey(stored.Id.ToString("N"), secret), stored.SignsUntil, stored.ValidUntil);
        }
        catch (CryptographicException failure)
        {
            LogUnreadable(failure, stored.Sequence); // the Data Protection ring was lost: a new key takes over, people sign in again
            return null;
        }
    }

    [LoggerMessage(LogLevel.Information, "Signing key {Sequence} was made by another node")]
    private partial void LogAnotherNodeWasQuicker(int sequence);

    [LoggerMessage(LogLevel.Error, "Signing key {Sequence} cannot be read with the Data Protection keys at hand")]
    private partial void LogUnreadable(Exception failure, int sequence);

    private sealed record OpenKey(SignInKey Key, DateTime SignsUntil, DateTime ValidUntil);

    private sealed record Snapshot(IReadOnlyList<OpenKey> Keys, DateTime LoadedAt)
    {
        public SignInKey? FindSigning(DateTime now) => Keys.FirstOrDefault(x => x.SignsUntil > now)?.Key;

        public SignInKey? Find(string id, DateTime now) => Keys.FirstOrDefault(x => x.Key.Id == id && x.ValidUntil > now)?.Key;
    }
}

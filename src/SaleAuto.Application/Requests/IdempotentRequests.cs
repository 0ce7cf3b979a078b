using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SaleAuto.Errors;
using SaleAuto.Repositories;

namespace SaleAuto.Requests;

internal sealed class IdempotentRequests(IIdempotentRequestRepository requests, IUnitOfWork unitOfWork, TimeProvider clock) : IIdempotentRequests
{
    private const int MaxKeyLength = 255;
    private const string KeyField = "Idempotency-Key";

    /// <summary>How long a key is remembered.</summary>
    public static TimeSpan KeptFor => TimeSpan.FromHours(24);

    public Task<TAnswer> ExecuteAsync<TInput, TAnswer>(
        string operation, string? key, TInput input, Func<CancellationToken, Task<TAnswer>> action, CancellationToken cancellationToken)
        where TAnswer : class
    {
        if (key is null)
        {
            return action(cancellationToken);
        }
        if (key.Length is 0 or > MaxKeyLength || key.Any(c => c is < '!' or > '~'))
        {
            throw new InputValidationException(KeyField, SaleAutoErrorCodes.Requests.IdempotencyKeyInvalid);
        }
        var keyHash = Hash($"{operation}\n{key}");
        var inputHash = Hash($"{key}\n{JsonSerializer.Serialize(input)}");
        return unitOfWork.ExecuteAsync(token => ExecuteOnceAsync(keyHash, inputHash, action, token), cancellationToken);
    }

    // Taking the key first makes everybody else with it wait for this transaction; when it commits they run again and find the answer.
    private async Task<TAnswer> ExecuteOnceAsync<TAnswer>(
        string keyHash, string inputHash, Func<CancellationToken, Task<TAnswer>> action, CancellationToken cancellationToken)
        where TAnswer : class
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await requests.DeleteCreatedBeforeAsync(now - KeptFor, cancellationToken);
        if (await requests.FindByKeyAsync(keyHash, cancellationToken) is { } answered)
        {
            return answered.InputHash == inputHash
                ? JsonSerializer.Deserialize<TAnswer>(answered.Answer)!
                : throw new BusinessException(SaleAutoErrorCodes.Requests.IdempotencyKeyReused);
        }
        var request = new IdempotentRequest(Guid.CreateVersion7(), keyHash, inputHash, now);
        requests.Insert(request);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        var answer = await action(cancellationToken);
        request.Complete(JsonSerializer.Serialize(answer));
        return answer;
    }

    private static string Hash(string value) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(value)));
}

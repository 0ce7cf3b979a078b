using SaleAuto.Entities;
using SaleAuto.Repositories;

namespace SaleAuto.Requests;

/// <summary>A request that was answered under a key of its sender: the same request gets the same answer.</summary>
public class IdempotentRequest : Entity<Guid>
{
    private IdempotentRequest()
    {
    } // EF Core

    /// <summary>Takes the key; the answer comes with the same transaction.</summary>
    public IdempotentRequest(Guid id, string keyHash, string inputHash, DateTime createdAt)
        : base(id)
    {
        KeyHash = keyHash;
        InputHash = inputHash;
        CreatedAt = createdAt;
    }

    /// <summary>SHA-256 of operation and key, unique.</summary>
    public string KeyHash { get; private set; } = "";

    /// <summary>SHA-256 of key and input.</summary>
    public string InputHash { get; private set; } = "";

    /// <summary>The answer as JSON.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>When it was answered, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>Keeps the answer.</summary>
    public void Complete(string answer) => Answer = answer;
}

/// <summary>Answered requests by key.</summary>
public interface IIdempotentRequestRepository : IRepository<IdempotentRequest>
{
    /// <summary>The request under that key, or null.</summary>
    Task<IdempotentRequest?> FindByKeyAsync(string keyHash, CancellationToken cancellationToken);

    /// <summary>Forgets old keys.</summary>
    Task DeleteCreatedBeforeAsync(DateTime moment, CancellationToken cancellationToken);
}

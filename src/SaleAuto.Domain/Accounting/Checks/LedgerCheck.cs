using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SaleAuto.Entities;

namespace SaleAuto.Accounting.Checks;

/// <summary>What a night's proofs of the books found. Never changed or removed.</summary>
public class LedgerCheck : Entity<Guid>
{
    // Proofs by their names, so that their order may change.
    private static readonly JsonSerializerOptions _named = new(JsonSerializerOptions.Web) { Converters = { new JsonStringEnumConverter() } };

    private LedgerCheck()
    {
    } // EF Core

    /// <summary>The proofs of a night.</summary>
    public LedgerCheck(Guid id, DateOnly day, DateTime checkedAt, IReadOnlyList<LedgerProofResult> results)
        : base(id)
    {
        (Day, CheckedAt, Figures) = (day, checkedAt, JsonSerializer.Serialize(results, _named));
        Night = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Proofs = results.Count;
        Broken = results.Count(x => x.Broken > 0);
    }

    /// <summary>The day that began with that night, by the company's calendar.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>The day as people find it by.</summary>
    public string Night { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime CheckedAt { get; private set; }

    /// <summary>How many proofs there were.</summary>
    public int Proofs { get; private set; }

    /// <summary>How many of them failed.</summary>
    public int Broken { get; private set; }

    /// <summary>Each proof with its figures, as JSON.</summary>
    public string Figures { get; private set; } = "[]";

    /// <summary>Each proof with its figures.</summary>
    public IReadOnlyList<LedgerProofResult> Results => JsonSerializer.Deserialize<IReadOnlyList<LedgerProofResult>>(Figures, _named)!;
}

/// <summary>Checks of the books.</summary>
public interface ILedgerCheckRepository : Repositories.IRepository<LedgerCheck>
{
    /// <summary>Whether the night of that day was checked.</summary>
    Task<bool> WasCheckedAsync(DateOnly day, CancellationToken cancellationToken);
}

namespace SaleAuto.Accounting.Checks;

/// <summary>Proves the books against the documents that they were written for.</summary>
public interface ILedgerCheckQuery
{
    /// <summary>Every proof as it stands now; reads everything in one transaction, and is meant for the night.</summary>
    Task<IReadOnlyList<LedgerProofResult>> ProveAsync(CancellationToken cancellationToken);
}

/// <summary>What came of a proof.</summary>
/// <param name="Proof">What was proved.</param>
/// <param name="Compared">Cars, sales, documents or entries compared.</param>
/// <param name="Books">What the books say in all, roubles.</param>
/// <param name="Documents">What the documents say in all, roubles.</param>
/// <param name="Broken">How many differ.</param>
/// <param name="Examples">Ids of some that differ.</param>
public sealed record LedgerProofResult(LedgerProof Proof, int Compared, decimal Books, decimal Documents, int Broken, IReadOnlyList<Guid> Examples)
{
    private const int MostExamples = 10;

    /// <summary>Compares sums by owner; what is missing on one side counts as nothing there.</summary>
    /// <param name="proof">What is proved.</param>
    /// <param name="books">Kopecks by the books.</param>
    /// <param name="documents">Kopecks by the documents.</param>
    public static LedgerProofResult Compare(LedgerProof proof, IReadOnlyDictionary<Guid, long> books, IReadOnlyDictionary<Guid, long> documents)
    {
        var owners = books.Keys.Union(documents.Keys).ToList();
        var broken = owners.Where(x => books.GetValueOrDefault(x) != documents.GetValueOrDefault(x)).ToList();
        return new LedgerProofResult(proof, owners.Count, books.Values.Sum() / 100m, documents.Values.Sum() / 100m, broken.Count, [.. broken.Take(MostExamples)]);
    }
}

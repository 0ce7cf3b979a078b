namespace SaleAuto.LowCode;

/// <summary>Says which uploaded files a person may put into a record: the own ones that no record has taken yet. The host gives it.</summary>
public interface IFileClaims
{
    /// <summary>Those of the files that the person uploaded and no record has taken.</summary>
    Task<IReadOnlySet<Guid>> FindOwnAsync(IReadOnlyCollection<Guid> fileIds, Guid? staffId, CancellationToken cancellationToken);

    /// <summary>Takes files for a record, within the transaction that saves it. Of two records that want a file one gets it.</summary>
    /// <returns>False when one of them is not to be had; then the transaction must not go on.</returns>
    Task<bool> TryTakeAsync(IReadOnlyCollection<Guid> fileIds, Guid? staffId, CancellationToken cancellationToken);
}

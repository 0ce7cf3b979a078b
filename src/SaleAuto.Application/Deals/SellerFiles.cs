using SaleAuto.Errors;
using SaleAuto.Files;

namespace SaleAuto.Deals;

/// <summary>Takes uploaded files for a record: the person's own ones that no record has taken yet.</summary>
internal sealed class SellerFiles(IStoredFileRepository files, TimeProvider clock)
{
    /// <summary>Takes a picture within the transaction that names it.</summary>
    /// <exception cref="InputValidationException">It is no picture, or not to be taken.</exception>
    public async Task TakePictureAsync(Guid fileId, Guid staffId, string field, CancellationToken cancellationToken)
    {
        if (await files.GetManyAsync([fileId], cancellationToken) is [var file] && !file.ContentType.StartsWith("image/", StringComparison.Ordinal))
        {
            throw new InputValidationException(field, SaleAutoErrorCodes.Deals.NotAPicture);
        }
        await TakeAsync(fileId, staffId, field, cancellationToken);
    }

    /// <summary>Takes a file within the transaction that names it.</summary>
    /// <exception cref="InputValidationException">There is no such file, it is somebody else's, or a record has it.</exception>
    public async Task TakeAsync(Guid fileId, Guid staffId, string field, CancellationToken cancellationToken)
    {
        if (await files.AttachAsync([fileId], staffId, clock.GetUtcNow().UtcDateTime, cancellationToken) != 1)
        {
            throw new InputValidationException(field, SaleAutoErrorCodes.Fields.NotAllowed);
        }
    }
}

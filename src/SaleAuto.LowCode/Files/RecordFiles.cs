namespace SaleAuto.LowCode;

/// <summary>Says whether the current person may have a file of a record: the way to a file leads through the record and the field that names it.</summary>
public sealed class RecordFiles(IResourceRegistry resources, IResourceReader reader)
{
    /// <summary>Whether a field of the record that the person may see names the file.</summary>
    /// <exception cref="Errors.AuthorizationException">The permission to see the resource is missing.</exception>
    /// <exception cref="Errors.EntityNotFoundException">There is no such resource or record, or the person may not see it.</exception>
    public async Task<bool> NamesAsync(string resource, Guid id, Guid fileId, CancellationToken cancellationToken)
    {
        var record = await reader.GetAsync(resources.Get(resource), id, cancellationToken);
        for (var i = 0; i < record.Page.Fields.Count; i++)
        {
            if (Names(record.Page.Fields[i], record.Row.Values[i], fileId))
            {
                return true;
            }
        }
        return false;
    }

    private static bool Names(FieldModel field, object? value, Guid fileId) => (field.Kind, value) switch
    {
        (FieldKind.File or FieldKind.Image, Guid id) => id == fileId,
        (FieldKind.Images, IEnumerable<Guid> ids) => ids.Contains(fileId),
        _ => false,
    };
}

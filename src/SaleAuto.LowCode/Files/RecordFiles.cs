namespace SaleAuto.LowCode;

/// <summary>Says whether the current person may have a file of a record: the way to a file leads through the record and the field that names it.</summary>
public sealed class RecordFiles(IResourceRegistry resources, IResourceReader reader)
{
    /// <summary>Whether a field of the record that the person may see names the file.</summary>
    /// <exception cref="Errors.AuthorizationException">The permission to see the resource is missing.</exception>
    /// <exception cref="Errors.EntityNotFoundException">There is no such resource or record, or the person may not see it.</exception>
    public async Task<bool> NamesAsync(string resource, Guid id, Guid fileId, CancellationToken cancellationToken) =>
        Of(await reader.GetAsync(resources.Get(resource), id, cancellationToken)).Contains(fileId);

    /// <summary>The files that a record names in what was read of it, lines included.</summary>
    public static IEnumerable<Guid> Of(ResourceRecord record) => Of(record.Page.Fields, record.Row.Values, first: 0);

    private static IEnumerable<Guid> Of(IReadOnlyList<FieldModel> fields, IReadOnlyList<object?> values, int first)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            IEnumerable<Guid> named = (fields[i].Kind, values[i + first]) switch
            {
                (FieldKind.File or FieldKind.Image, Guid id) => [id],
                (FieldKind.Images, IEnumerable<Guid> ids) => ids,
                (FieldKind.Lines, IEnumerable<object?[]> lines) => lines.SelectMany(line => Of(fields[i].Lines, line, first: 1)), // the line's id stands first
                _ => [],
            };
            foreach (var id in named)
            {
                yield return id;
            }
        }
    }
}

namespace SaleAuto.LowCode;

/// <summary>Finds the rows that an import changes, by the resource's keys, among those that the person may see.</summary>
public static class ImportKeys
{
    private const int AtOnce = 50;

    /// <summary>Ids of the rows under each key; a key without a row is not among the answers.</summary>
    /// <param name="reader">Reads on behalf of the person.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="fields">The key fields.</param>
    /// <param name="keys">Values of the key fields as filters read them, one list for each row.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<ILookup<string, Guid>> FindAsync(
        IResourceReader reader, ResourceModel resource, IReadOnlyList<FieldModel> fields, IReadOnlyCollection<IReadOnlyList<string>> keys, CancellationToken cancellationToken)
    {
        var found = new List<(string Key, Guid Id)>();
        foreach (var some in keys.DistinctBy(KeyOf).Chunk(AtOnce))
        {
            // Always as many conditions, so that the database plans one query; the last key fills up.
            var padded = Enumerable.Range(0, AtOnce).Select(i => some[Math.Min(i, some.Length - 1)]).ToList();
            var query = new ListQuery { Filter = Filter(fields, padded), Fields = [.. fields.Select(f => f.Name)], PageSize = ListQuery.MaxPageSize };
            var page = await reader.GetListAsync(resource, query, cancellationToken);
            found.AddRange(page.Rows.Select(row => (KeyOf([.. fields.Select(f => Text(row.Values[page.IndexOf(f.Name)]))]), row.Id)));
        }
        return found.ToLookup(x => x.Key, x => x.Id);
    }

    /// <summary>One text for the values of a key.</summary>
    public static string KeyOf(IReadOnlyList<string> values) => string.Join('\u001f', values);

    private static FilterNode Filter(IReadOnlyList<FieldModel> fields, List<IReadOnlyList<string>> keys) => fields.Count == 1
        ? new FilterCondition(fields[0].Name, FilterOperator.In, [.. keys.Select(k => k[0])])
        : new FilterGroup(false, [.. keys.Select(k => new FilterGroup(true, [.. fields.Select((f, i) => new FilterCondition(f.Name, FilterOperator.Eq, [k[i]]))]))]);

    private static string Text(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "",
    };
}

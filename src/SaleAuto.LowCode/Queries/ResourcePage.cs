namespace SaleAuto.LowCode;

/// <summary>One page of rows.</summary>
public sealed class ResourcePage
{
    /// <summary>Where <see cref="CountMode.Bounded"/> stops counting.</summary>
    public const int CountBound = 10_000;

    /// <summary>The resource.</summary>
    public required ResourceModel Resource { get; init; }

    /// <summary>Fields of the values, in order; those that the person may not see are not among them.</summary>
    public required IReadOnlyList<FieldModel> Fields { get; init; }

    /// <summary>The rows.</summary>
    public required IReadOnlyList<ResourceRow> Rows { get; init; }

    /// <summary>Cursor of the next page; null on the last one.</summary>
    public string? NextCursor { get; init; }

    /// <summary>Cursor of the page before; null on the first one.</summary>
    public string? PreviousCursor { get; init; }

    /// <summary>Rows found, when counting was asked for; <see cref="CountBound"/> + 1 means more than the bound when bounded.</summary>
    public long? TotalCount { get; init; }

    /// <summary>Totals of the fields that have one, by field name.</summary>
    public IReadOnlyDictionary<string, object?> Totals { get; init; } = new Dictionary<string, object?>();

    /// <summary>Place of a field among the values, or -1.</summary>
    public int IndexOf(string field)
    {
        for (var i = 0; i < Fields.Count; i++)
        {
            if (Fields[i].Name == field)
            {
                return i;
            }
        }
        return -1;
    }
}

/// <summary>One row of a list, or one record.</summary>
public sealed class ResourceRow
{
    /// <summary>Id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Version; 0 where rows carry none.</summary>
    public long Version { get; init; }

    /// <summary>What the row is called.</summary>
    public required string Label { get; init; }

    /// <summary>Whether it lies in the trash.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>Values parallel to the fields of the page: .NET values, enums as enums, null when empty; lines as lists of arrays, the id first and then the values of the line's fields.</summary>
    public required object?[] Values { get; init; }

    /// <summary>Texts of lookups, parallel to the fields; null elsewhere and for rows that are gone.</summary>
    public required string?[] Labels { get; init; }

    /// <summary>Actions open to this row and allowed to the person; empty unless asked for.</summary>
    public IReadOnlyList<ActionModel> Actions { get; init; } = [];

    internal ResourceRow With(object? value) => Copy([.. Values, value], [.. Labels, null], Actions);

    internal ResourceRow WithoutActions() => Copy(Values, Labels, []);

    private ResourceRow Copy(object?[] values, string?[] labels, IReadOnlyList<ActionModel> actions) =>
        new() { Id = Id, Version = Version, Label = Label, IsDeleted = IsDeleted, Values = values, Labels = labels, Actions = actions };
}

/// <summary>One record with what may be done to it.</summary>
/// <param name="Page">A page of the one row: its fields and values.</param>
/// <param name="CanUpdate">Whether the person may edit it.</param>
/// <param name="CanDelete">Whether the person may put it into the trash, or restore it when it lies there.</param>
public sealed record ResourceRecord(ResourcePage Page, bool CanUpdate, bool CanDelete)
{
    /// <summary>The row.</summary>
    public ResourceRow Row => Page.Rows[0];

    /// <summary>Value of a field by name; null when empty or not visible.</summary>
    public object? Value(string field) => Page.IndexOf(field) is var place and >= 0 ? Row.Values[place] : null;
}

/// <summary>A row offered by a lookup.</summary>
/// <param name="Id">Id.</param>
/// <param name="Label">Number or name.</param>
public sealed record LookupItem(Guid Id, string Label);

/// <summary>A row found by the search over all resources.</summary>
/// <param name="Resource">Its resource.</param>
/// <param name="Id">Id.</param>
/// <param name="Label">Number or name.</param>
/// <param name="Text">Further facts on one line, of fields that the person may see.</param>
public sealed record SearchHit(ResourceModel Resource, Guid Id, string Label, string Text);

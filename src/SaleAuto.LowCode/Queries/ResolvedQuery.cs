using System.Text;

namespace SaleAuto.LowCode;

/// <summary>A query with everything looked up and read: its shape decides the SQL, its values fill the parameters.</summary>
internal sealed class ResolvedQuery
{
    private readonly StringBuilder _shape = new(256);

    public required ResourceModel Resource { get; init; }

    public required RowScope Scope { get; init; }

    public required QueryPurpose Purpose { get; init; }

    public IReadOnlyList<FieldModel> Fields { get; set; } = [];

    public IReadOnlyList<ActionModel> Actions { get; set; } = [];

    public List<ResolvedSort> Sort { get; } = [];

    public ResolvedNode? Filter { get; set; }

    public List<int> Words { get; } = [];

    /// <summary>Whether the words are looked for also in what needs a permission.</summary>
    public bool SearchesGuarded { get; set; }

    public ReferenceModel? LabelBy { get; set; }

    public List<(System.Linq.Expressions.LambdaExpression Property, int Slot)> Narrowing { get; } = [];

    public bool HasCursor { get; set; }

    public bool IsBackward { get; set; }

    public TrashMode Trash { get; set; }

    public int? StaffSlot { get; set; }

    /// <summary>The moment, where a column depends on it.</summary>
    public int? NowSlot { get; set; }

    public int? TakeSlot { get; set; }

    public int? SkipSlot { get; set; }

    /// <summary>Types and values of the slots, in order.</summary>
    public List<(Type Type, object Value)> Values { get; } = [];

    /// <summary>Adds a value.</summary>
    /// <returns>Its slot.</returns>
    public int Add(object value)
    {
        Values.Add((value.GetType(), value));
        return Values.Count - 1;
    }

    /// <summary>What decides the SQL, as one key.</summary>
    public string Shape()
    {
        _shape.Clear().Append(Resource.Name).Append('|').Append(Purpose).Append('|').Append((int)Trash).Append(IsBackward ? '<' : '>').Append(HasCursor ? 'c' : '-')
            .Append(SkipSlot is null ? '-' : 's').Append(TakeSlot is null ? '-' : 't').Append('|').AppendJoin(',', Fields.Select(f => f.Name))
            .Append('|').AppendJoin(',', Actions.Select(a => a.Name)).Append('|');
        foreach (var sort in Sort)
        {
            _shape.Append(sort.Field.Name).Append(sort.Descending ? '-' : '+').Append(sort.CursorSlot is null ? 'n' : 'v');
        }
        _shape.Append('|').AppendJoin(',', Scope.Filters.Select(f => f.Role)).Append('|').Append(Words.Count).Append(SearchesGuarded ? 'g' : '-').Append('|');
        Filter?.Describe(_shape);
        if (LabelBy is not null)
        {
            _shape.Append('|').Append(LabelBy.GetHashCode()).Append(Narrowing.Count);
        }
        return _shape.ToString();
    }
}

/// <summary>What a planned query answers.</summary>
internal enum QueryPurpose
{
    Rows,
    Count,
    BoundedCount,
    Totals,
    Labels,
    Ids,
}

/// <summary>How the trash is treated.</summary>
internal enum TrashMode
{
    Without,
    Only,
    With,
}

/// <summary>One sort key; the slot holds the cursor's value, none when it was empty.</summary>
internal sealed record ResolvedSort(FieldModel Field, bool Descending, int? CursorSlot);

internal abstract record ResolvedNode
{
    public abstract void Describe(StringBuilder shape);
}

internal sealed record ResolvedGroup(bool IsAnd, IReadOnlyList<ResolvedNode> Items) : ResolvedNode
{
    public override void Describe(StringBuilder shape)
    {
        shape.Append(IsAnd ? "&(" : "|(");
        foreach (var item in Items)
        {
            item.Describe(shape);
            shape.Append(',');
        }
        shape.Append(')');
    }
}

/// <summary>One comparison. Values of enums and booleans stand in the SQL itself, so that partial indexes are seen; all others are slots.</summary>
internal sealed record ResolvedCondition(FieldModel Field, FilterOperator Operator, IReadOnlyList<int> Slots, IReadOnlyList<object> Constants) : ResolvedNode
{
    public override void Describe(StringBuilder shape) =>
        shape.Append(Field.Name).Append((int)Operator).Append(':').Append(Slots.Count).Append(':').AppendJoin('/', Constants);
}

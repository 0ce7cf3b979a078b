using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using SaleAuto.Permissions;

namespace SaleAuto.LowCode;

/// <summary>One field of a resource: how it is read, shown, filtered and written. Made once at start, never changed.</summary>
public sealed class FieldModel
{
    /// <summary>Name in the API, in addresses and forms: camel case.</summary>
    public required string Name { get; init; }

    /// <summary>What it is to a person.</summary>
    public required FieldKind Kind { get; init; }

    /// <summary>Type of the value without <see cref="Nullable{T}"/>.</summary>
    public required Type ClrType { get; init; }

    /// <summary>Whether a row may have no value.</summary>
    public required bool IsNullable { get; init; }

    /// <summary>Key of the caption; the help text, if any, stands under the key with <c>.Help</c>.</summary>
    public required string TextKey { get; init; }

    /// <summary>Reads the value from the row: entity to value, with sets of other entities as further parameters for a rollup, and the moment as the last one where it depends on it. Null for a field that is only written.</summary>
    public LambdaExpression? Read { get; init; }

    /// <summary>The row that a lookup or reference points to.</summary>
    public ReferenceModel? Reference { get; init; }

    /// <summary>How it is written; null for a field that is only shown.</summary>
    public InputModel? Input { get; init; }

    /// <summary>Whether the grid offers it as a column.</summary>
    public bool InList { get; init; }

    /// <summary>Whether the grid shows it before anybody chose columns.</summary>
    public bool InListByDefault { get; init; }

    /// <summary>Whether the detail page shows it.</summary>
    public bool InDetail { get; init; }

    /// <summary>Whether exports hold it.</summary>
    public bool InExport { get; init; }

    /// <summary>Whether lists may be sorted by it.</summary>
    public bool IsSortable { get; init; }

    /// <summary>Operators that a filter may use; empty when it cannot be filtered.</summary>
    public IReadOnlyList<FilterOperator> Operators { get; init; } = [];

    /// <summary>Whether the filter bar of the grid offers it at once.</summary>
    public bool IsMainFilter { get; init; }

    /// <summary>Total under the column.</summary>
    public TotalKind Total { get; init; }

    /// <summary>Permission without which the field does not exist for a person; null when the resource's own is enough.</summary>
    public string? Permission { get; init; }

    /// <summary>Whether the field exists for the person.</summary>
    public bool IsFor(StaffAccess access) => Permission is null || access.Has(Permission);

    /// <summary>Whether the value is shown as a coloured badge.</summary>
    public bool IsBadge { get; init; }

    /// <summary>.NET format string of numbers and dates, or null for the kind's own.</summary>
    public string? Format { get; init; }

    /// <summary>Whether a cell of the grid may be edited in place.</summary>
    public bool IsInlineEditable { get; init; }

    /// <summary>Columns of a child collection, for <see cref="FieldKind.Lines"/>.</summary>
    public IReadOnlyList<FieldModel> Lines { get; init; } = [];

    /// <summary>Makes the input's list of lines from what was read.</summary>
    internal Func<IReadOnlyList<ResourceInput>, object>? ToLines { get; init; }

    /// <summary>Reads the lines of a loaded entity as the input has them.</summary>
    internal Func<object, object>? LinesOf { get; init; }

    /// <summary>Whether the value comes from the row itself or is computed by SQL.</summary>
    public bool IsComputed { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Name} ({Kind})";
}

/// <summary>Where a lookup points to.</summary>
/// <param name="EntityType">The entity pointed to.</param>
/// <param name="Label">Entity to the text that people see: a number or a name.</param>
/// <param name="DependsOn">Fields of the same form that narrow the choice, with the property of the target that each must equal: name of the form's field to lambda of the target.</param>
public sealed record ReferenceModel(Type EntityType, LambdaExpression Label, IReadOnlyDictionary<string, LambdaExpression> DependsOn)
{
    /// <summary>The resource of the entity, once all definitions are known; null when the entity has no screen of its own.</summary>
    public ResourceModel? Resource { get; internal set; }
}

/// <summary>How a field is written.</summary>
public sealed class InputModel
{
    /// <summary>Name of the property of the input record; errors name it so too.</summary>
    public required string PropertyName { get; init; }

    /// <summary>Reads the property from an input record.</summary>
    public required Func<object, object?> Get { get; init; }

    /// <summary>Sets the property of an input record.</summary>
    public required Action<object, object?> Set { get; init; }

    /// <summary>Whether a value is demanded.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Longest text, or null.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Smallest number, or null.</summary>
    public decimal? Min { get; init; }

    /// <summary>Largest number, or null.</summary>
    public decimal? Max { get; init; }

    /// <summary>Whether it is given at creation and not changed afterwards.</summary>
    public bool IsOnlyForCreation { get; init; }

    /// <summary>Whether it is shown in the form without being editable.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Value of a new form; null when it starts with the record's own initial value.</summary>
    public Func<DefaultContext, object?>? Default { get; init; }

    /// <summary>Key of the tab that it stands on; null for the first one.</summary>
    public string? Tab { get; init; }

    /// <summary>Checks of the annotations but the one for a missing value; their messages are error codes.</summary>
    internal IReadOnlyList<ValidationAttribute> Checks { get; init; } = [];
}

/// <summary>What a default value may depend on.</summary>
/// <param name="Now">The moment, UTC.</param>
/// <param name="Today">The day in the company's time zone.</param>
/// <param name="StaffId">Who fills in the form.</param>
public sealed record DefaultContext(DateTime Now, DateOnly Today, Guid? StaffId);

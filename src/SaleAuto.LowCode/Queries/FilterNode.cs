namespace SaleAuto.LowCode;

/// <summary>A condition on rows: a tree of groups and comparisons. Written in addresses as <c>and(status.in.(New,Valued),or(amount.ge.1000,note.contains."a, b"))</c>; see <see cref="FilterText"/>.</summary>
public abstract record FilterNode;

/// <summary>All or any of several conditions.</summary>
/// <param name="IsAnd">Whether all must hold.</param>
/// <param name="Items">The conditions; at least one.</param>
public sealed record FilterGroup(bool IsAnd, IReadOnlyList<FilterNode> Items) : FilterNode;

/// <summary>One comparison. Values are still text; they are read by the field's type when the query is planned.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Operator">The comparison.</param>
/// <param name="Values">Operands: none for empty, one for most, several for in.</param>
public sealed record FilterCondition(string Field, FilterOperator Operator, IReadOnlyList<string> Values) : FilterNode;

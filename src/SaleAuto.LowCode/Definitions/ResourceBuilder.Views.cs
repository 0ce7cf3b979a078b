using System.Linq.Expressions;

namespace SaleAuto.LowCode;

public sealed partial class ResourceBuilder<TEntity, TInput>
{
    private (string Field, List<object> Columns, Dictionary<object, string> Moves, string[] Card)? _board;
    private (string Start, string? End, string Title, string? Lane, string? TimeZone)? _calendar;
    private (string Picture, string[] Card)? _gallery;

    /// <summary>Rows as cards by state; dragging a card into a column runs an action.</summary>
    /// <param name="state">The enum column.</param>
    /// <param name="card">Names of the columns on a card, the title first.</param>
    /// <param name="columns">Each state shown, in order, with the action that a drag into it runs; null for a state that takes no cards.</param>
    public void Board<TState>(Expression<Func<TEntity, TState>> state, string[] card, params (TState State, string? Action)[] columns)
        where TState : struct, Enum =>
        _board = (
            NameOf(state),
            [.. columns.Select(c => (object)c.State)],
            columns.Where(c => c.Action is not null).ToDictionary(c => (object)c.State, c => c.Action!),
            card);

    /// <summary>Rows in a calendar.</summary>
    public void Calendar<TTitle>(
        Expression<Func<TEntity, DateTime>> start, Expression<Func<TEntity, TTitle>> title,
        string? end = null, string? lane = null, string? timeZone = null) =>
        _calendar = (NameOf(start), end, NameOf(title), lane, timeZone);

    /// <summary>Rows as pictures.</summary>
    /// <param name="picture">Name of the image or images column.</param>
    /// <param name="card">Names of the columns under it, the title first.</param>
    public void Gallery(string picture, params string[] card) => _gallery = (picture, card);

    private static string NameOf(LambdaExpression property) => Accessors.CamelCase(Accessors.PropertyOf(property)!.Name);
}

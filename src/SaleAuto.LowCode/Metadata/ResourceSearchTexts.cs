using System.Linq.Expressions;
using SaleAuto.Searching;

namespace SaleAuto.LowCode;

/// <summary>The search texts of a row: what its definition names, in the common spelling; what needs a permission apart from the rest.</summary>
internal sealed class ResourceSearchTexts(IResourceRegistry registry) : ISearchTextSource
{
    private readonly Dictionary<Type, (Func<object, string?>[] Open, Func<object, string?>[] Guarded)> _parts = registry.All
        .Where(r => r.CanSearch)
        .ToDictionary(
            r => r.EntityType,
            r => (PartsOf(r, isGuarded: false), PartsOf(r, isGuarded: true)));

    public string? TextOf(object entity) => _parts.TryGetValue(entity.GetType(), out var parts) ? Join(parts.Open, entity) : null;

    public string? GuardedTextOf(object entity) => _parts.TryGetValue(entity.GetType(), out var parts) && parts.Guarded.Length > 0 ? Join(parts.Guarded, entity) : null;

    private static Func<object, string?>[] PartsOf(ResourceModel resource, bool isGuarded) =>
        [.. resource.SearchParts.Where(p => resource.GuardOf(p) is not null == isGuarded).Select(p => Compile(p.Text))];

    private static string Join(Func<object, string?>[] parts, object entity)
    {
        var text = SearchText.Normalize(string.Join(' ', parts.Select(part => part(entity)).Where(x => !string.IsNullOrWhiteSpace(x))));
        return text.Length <= SearchText.MaxLength ? text : text[..SearchText.MaxLength];
    }

    private static Func<object, string?> Compile(LambdaExpression part)
    {
        var entity = Expression.Parameter(typeof(object));
        var body = Expression.Invoke(part, Expression.Convert(entity, part.Parameters[0].Type));
        return Accessors.OnFirstCall(Expression.Lambda<Func<object, string?>>(body, entity));
    }
}

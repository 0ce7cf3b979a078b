using System.Linq.Expressions;
using SaleAuto.Searching;

namespace SaleAuto.LowCode;

/// <summary>The search text of a row: what its definition names, in the common spelling.</summary>
internal sealed class ResourceSearchTexts(IResourceRegistry registry) : ISearchTextSource
{
    private readonly Dictionary<Type, Func<object, string?>[]> _parts = registry.All
        .Where(r => r.CanSearch)
        .ToDictionary(r => r.EntityType, r => r.SearchParts.Select(Compile).ToArray());

    public string? TextOf(object entity)
    {
        if (!_parts.TryGetValue(entity.GetType(), out var parts))
        {
            return null;
        }
        var text = SearchText.Normalize(string.Join(' ', parts.Select(part => part(entity)).Where(x => !string.IsNullOrWhiteSpace(x))));
        return text.Length <= SearchText.MaxLength ? text : text[..SearchText.MaxLength];
    }

    private static Func<object, string?> Compile(LambdaExpression part)
    {
        var entity = Expression.Parameter(typeof(object));
        var body = Expression.Invoke(part, Expression.Convert(entity, part.Parameters[0].Type));
        return Expression.Lambda<Func<object, string?>>(body, entity).Compile();
    }
}

using System.Linq.Expressions;

namespace SaleAuto.LowCode;

/// <summary>Fields of a child collection.</summary>
/// <typeparam name="TChild">The child entity.</typeparam>
/// <typeparam name="TChildInput">Its input record; a property <c>Id</c> of type <see cref="Guid"/>? ties a line to an existing child.</typeparam>
public sealed class LinesBuilder<TChild, TChildInput>
    where TChild : class
    where TChildInput : class
{
    private readonly List<FieldSpec> _fields = [];

    internal LinesBuilder()
    {
    }

    /// <summary>A field of a line; read from the child's property of the same name.</summary>
    public FieldBuilder<TChildInput, TValue> Field<TValue>(Expression<Func<TChildInput, TValue>> property)
    {
        var info = Accessors.PropertyOf(property)!;
        var child = typeof(TChild).GetProperty(info.Name) ?? throw new ArgumentException($"{typeof(TChild).Name} has no {info.Name}", nameof(property));
        var row = Expression.Parameter(typeof(TChild), "child");
        var spec = new FieldSpec(Accessors.CamelCase(info.Name), info.PropertyType)
        {
            Property = info,
            Read = Expression.Lambda(Expression.Property(row, child), row),
        };
        _fields.Add(spec);
        return new FieldBuilder<TChildInput, TValue>(spec);
    }

    internal IReadOnlyList<FieldModel> Build(string textKey) => [.. _fields.Select(f => f.Build(textKey))];
}

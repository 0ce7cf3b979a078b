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

    internal IReadOnlyList<FieldModel> Build(string textKey)
    {
        if (typeof(TChildInput).GetProperty("Id") is { } id && !_fields.Exists(f => f.Property == id))
        {
            var row = Expression.Parameter(typeof(TChild), "child");
            _fields.Insert(0, new FieldSpec(ResourceModel.IdName, id.PropertyType) { Property = id, Read = Expression.Lambda(Expression.Property(row, "Id"), row) });
        }
        return [.. _fields.Select(f => f.Build(textKey))];
    }

    internal static List<TChildInput> ToInputs(IReadOnlyList<FieldModel> fields, IReadOnlyList<ResourceInput> given)
    {
        var create = Accessors.Constructor<TChildInput>();
        return [.. given.Select(line =>
        {
            var input = create();
            foreach (var field in fields.Where(f => line.Has(f.Name)))
            {
                field.Input!.Set(input, line[field.Name]);
            }
            return input;
        })];
    }

    internal static Func<TChild, TChildInput> Copying(IReadOnlyList<FieldModel> fields)
    {
        var create = Accessors.Constructor<TChildInput>();
        var copies = fields.Select(f => (Get: Accessors.Getter(typeof(TChild).GetProperty(f.Input!.PropertyName)!), f.Input.Set)).ToList();
        return child =>
        {
            var input = create();
            copies.ForEach(c => c.Set(input, c.Get(child)));
            return input;
        };
    }
}

namespace SaleAuto.LowCode;

/// <summary>
/// Says everything about the screens, the API and the permissions of one entity. Read <c>Define</c> in screen order: menu, list, form, saving, actions.
/// What is not named cannot be queried, and a permission that is not set refuses.
/// </summary>
/// <typeparam name="TEntity">The entity; must have an <c>Id</c> of type <see cref="Guid"/>.</typeparam>
/// <typeparam name="TInput">What a form, the API and an import write: a record with a parameterless constructor whose annotations are the limits.</typeparam>
public abstract class ResourceDefinition<TEntity, TInput> : IResourceDefinition
    where TEntity : class
    where TInput : class
{
    /// <summary>Names fields, rules, saving and actions.</summary>
    protected abstract void Define(ResourceBuilder<TEntity, TInput> resource);

    /// <inheritdoc />
    public ResourceModel Build(ICollection<string> faults)
    {
        var builder = new ResourceBuilder<TEntity, TInput>(GetType());
        Define(builder);
        return builder.Build(faults);
    }
}

/// <summary>An entity whose fields a person writes directly, without rules of a trade in between: directories such as suppliers. Every field is a column, a form field and part of imports.</summary>
/// <typeparam name="TEntity">The entity; its annotations are the limits, its setters may be private.</typeparam>
public abstract class ResourceDefinition<TEntity> : ResourceDefinition<TEntity, TEntity>
    where TEntity : class;

/// <summary>An entity that is only read, and changed by actions.</summary>
/// <typeparam name="TEntity">The entity.</typeparam>
public abstract class ReadOnlyResourceDefinition<TEntity> : ResourceDefinition<TEntity, NoInput>
    where TEntity : class;

/// <summary>Nothing is written.</summary>
public sealed record NoInput;

/// <summary>A definition, whatever its entity.</summary>
public interface IResourceDefinition
{
    /// <summary>Turns the definition into metadata; what cannot work is added to the faults, each one sentence naming the class and the field.</summary>
    ResourceModel Build(ICollection<string> faults);
}

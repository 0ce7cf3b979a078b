using Microsoft.Extensions.DependencyInjection;

namespace SaleAuto.LowCode;

public sealed partial class ResourceBuilder<TEntity, TInput>
{
    private Func<IServiceProvider, Guid, TInput, CancellationToken, Task<TEntity>>? _create;
    private Func<IServiceProvider, TEntity, TInput, CancellationToken, Task>? _update;
    private Func<IServiceProvider, TEntity, CancellationToken, Task>? _delete;
    private Func<TEntity, TInput>? _from;
    private bool _canDelete;

    /// <summary>Creates a row through the entity's constructor.</summary>
    public void Create(Func<Guid, TInput, TEntity> create) => _create = (_, id, input, _) => Task.FromResult(create(id, input));

    /// <summary>Creates a row through a domain service; the service must not insert it.</summary>
    public void Create<TService>(Func<TService, Guid, TInput, CancellationToken, Task<TEntity>> create)
        where TService : notnull =>
        _create = (services, id, input, cancellationToken) => create(services.GetRequiredService<TService>(), id, input, cancellationToken);

    /// <summary>Changes a row through a method of the entity. The input holds the present values of the fields that were not given.</summary>
    public void Update(Action<TEntity, TInput> update) => _update = (_, entity, input, _) =>
    {
        update(entity, input);
        return Task.CompletedTask;
    };

    /// <summary>Changes a row through a domain service.</summary>
    public void Update<TService>(Func<TService, TEntity, TInput, CancellationToken, Task> update)
        where TService : notnull =>
        _update = (services, entity, input, cancellationToken) => update(services.GetRequiredService<TService>(), entity, input, cancellationToken);

    /// <summary>Rows may be deleted: into the trash where the entity has one.</summary>
    public void Delete() => _canDelete = true;

    /// <summary>Rows may be deleted once a domain service has agreed.</summary>
    public void Delete<TService>(Func<TService, TEntity, CancellationToken, Task> check)
        where TService : notnull
    {
        _canDelete = true;
        _delete = (services, entity, cancellationToken) => check(services.GetRequiredService<TService>(), entity, cancellationToken);
    }

    /// <summary>The input of an existing row, when its properties are not simply those of the entity with the same names.</summary>
    public void From(Func<TEntity, TInput> input) => _from = input;

    private void WriteDirectly()
    {
        var setId = Accessors.Setter(typeof(TEntity).GetProperty("Id")!);
        Create((id, input) =>
        {
            setId(input, id);
            return (TEntity)(object)input;
        });
        Update((entity, input) =>
        {
            foreach (var (get, set) in _written!)
            {
                set(entity, get(input));
            }
        });
        Delete();
    }

    private List<(Func<object, object?> Get, Action<object, object?> Set)>? _written;
}

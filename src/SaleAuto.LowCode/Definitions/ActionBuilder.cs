using System.Linq.Expressions;
using Microsoft.Extensions.DependencyInjection;

namespace SaleAuto.LowCode;

/// <summary>A verb on a row that asks nothing.</summary>
/// <typeparam name="TEntity">The entity.</typeparam>
public sealed class ActionBuilder<TEntity> : ActionBuilderBase<TEntity, ActionBuilder<TEntity>>
    where TEntity : class
{
    internal ActionBuilder(ActionSpec spec)
        : base(spec)
    {
    }

    /// <summary>Runs a method of a service with the loaded row.</summary>
    public ActionBuilder<TEntity> Run<TService>(Func<TService, TEntity, CancellationToken, Task> run)
        where TService : notnull
    {
        Spec.Run = (services, entity, _, cancellationToken) => run(services.GetRequiredService<TService>(), (TEntity)entity, cancellationToken);
        return this;
    }

    /// <summary>Runs a method of the row itself.</summary>
    public ActionBuilder<TEntity> Run(Action<TEntity, ActionContext> run)
    {
        Spec.Run = (services, entity, _, _) =>
        {
            run((TEntity)entity, ActionContext.From(services));
            return Task.CompletedTask;
        };
        return this;
    }
}

/// <summary>A verb on a row that asks for an input first.</summary>
/// <typeparam name="TEntity">The entity.</typeparam>
/// <typeparam name="TActionInput">The input record; its annotations are the limits.</typeparam>
public sealed class ActionBuilder<TEntity, TActionInput> : ActionBuilderBase<TEntity, ActionBuilder<TEntity, TActionInput>>
    where TEntity : class
    where TActionInput : class
{
    internal ActionBuilder(ActionSpec spec)
        : base(spec)
    {
    }

    /// <summary>A field of the dialog; without any, every property of the input is one.</summary>
    public FieldBuilder<TActionInput, TValue> Field<TValue>(Expression<Func<TActionInput, TValue>> property)
    {
        var info = Accessors.PropertyOf(property) ?? throw new ArgumentException("Name a property of the input", nameof(property));
        var spec = new FieldSpec(Accessors.CamelCase(info.Name), info.PropertyType) { Property = info };
        Spec.Fields.Add(spec);
        return new FieldBuilder<TActionInput, TValue>(spec);
    }

    /// <summary>Initial values of the dialog from the row.</summary>
    public ActionBuilder<TEntity, TActionInput> Prefill(Func<TEntity, TActionInput> input)
    {
        Spec.InputFor = entity => input((TEntity)entity);
        return this;
    }

    /// <summary>A rule over several fields of the input.</summary>
    public ActionBuilder<TEntity, TActionInput> Rule(Func<TActionInput, bool> holds, string code, params string[] fields)
    {
        Spec.Rules.Add(new InputRule(input => holds((TActionInput)input), code, fields));
        return this;
    }

    /// <summary>Runs a method of a service with the loaded row and the input.</summary>
    public ActionBuilder<TEntity, TActionInput> Run<TService>(Func<TService, TEntity, TActionInput, CancellationToken, Task> run)
        where TService : notnull
    {
        Spec.Run = (services, entity, input, cancellationToken) =>
            run(services.GetRequiredService<TService>(), (TEntity)entity, (TActionInput)input!, cancellationToken);
        return this;
    }

    /// <summary>Runs a method of the row itself.</summary>
    public ActionBuilder<TEntity, TActionInput> Run(Action<TEntity, TActionInput, ActionContext> run)
    {
        Spec.Run = (services, entity, input, _) =>
        {
            run((TEntity)entity, (TActionInput)input!, ActionContext.From(services));
            return Task.CompletedTask;
        };
        return this;
    }
}

/// <summary>What all actions have.</summary>
/// <typeparam name="TEntity">The entity.</typeparam>
/// <typeparam name="TSelf">The builder itself.</typeparam>
public abstract class ActionBuilderBase<TEntity, TSelf>
    where TEntity : class
    where TSelf : ActionBuilderBase<TEntity, TSelf>
{
    private protected ActionBuilderBase(ActionSpec spec) => Spec = spec;

    private protected ActionSpec Spec { get; }

    /// <summary>Full name of the permission; without it the name is the resource's permission and the action's name.</summary>
    public TSelf Permission(string permission)
    {
        Spec.Permission = permission;
        return (TSelf)this;
    }

    /// <summary>Roles that have the permission when the program is delivered.</summary>
    public TSelf GrantTo(params string[] roles)
    {
        Spec.Roles.AddRange(roles);
        return (TSelf)this;
    }

    /// <summary>Only rows for which this holds show the button and take the action.</summary>
    public TSelf VisibleWhen(Expression<Func<TEntity, bool>> condition)
    {
        Spec.VisibleWhen = condition;
        Spec.IsVisibleFor = Compile(condition);
        return (TSelf)this;
    }

    /// <summary>A person is asked first.</summary>
    public TSelf Confirm()
    {
        Spec.NeedsConfirmation = true;
        return (TSelf)this;
    }

    /// <summary>It ends or undoes something: red button, and a person is asked first.</summary>
    public TSelf Dangerous()
    {
        (Spec.IsDangerous, Spec.NeedsConfirmation) = (true, true);
        return (TSelf)this;
    }

    /// <summary>May be run on many rows at once.</summary>
    public TSelf Bulk()
    {
        Spec.IsBulk = true;
        return (TSelf)this;
    }

    /// <summary>Icon of the button.</summary>
    public TSelf Icon(string icon)
    {
        Spec.Icon = icon;
        return (TSelf)this;
    }

    private static Func<object, bool> Compile(Expression<Func<TEntity, bool>> condition)
    {
        var holds = Accessors.OnFirstCall(condition);
        return entity => holds((TEntity)entity);
    }
}

/// <summary>Who acts and when.</summary>
/// <param name="StaffId">The person; null for the program.</param>
/// <param name="Now">The moment, UTC.</param>
public sealed record ActionContext(Guid? StaffId, DateTime Now)
{
    internal static ActionContext From(IServiceProvider services) => new(
        services.GetRequiredService<Users.ICurrentUser>().StaffId,
        services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
}

/// <summary>An action while it is being defined.</summary>
internal sealed class ActionSpec(string name)
{
    public string Name { get; } = name;

    public string? Permission { get; set; }

    public List<string> Roles { get; } = [];

    public string? Icon { get; set; }

    public LambdaExpression? VisibleWhen { get; set; }

    public Func<object, bool>? IsVisibleFor { get; set; }

    public bool NeedsConfirmation { get; set; }

    public bool IsDangerous { get; set; }

    public bool IsBulk { get; set; }

    public Type? InputType { get; set; }

    public Func<object>? NewInput { get; set; }

    public Func<object, object>? InputFor { get; set; }

    public List<FieldSpec> Fields { get; } = [];

    public List<InputRule> Rules { get; } = [];

    public Func<IServiceProvider, object, object?, CancellationToken, Task>? Run { get; set; }

    public ActionModel Build(string textKey, string resourcePermission) => new()
    {
        Name = Name,
        Path = Names.Kebab(Name),
        TextKey = $"{textKey}.{Name}",
        Permission = Permission ?? $"{resourcePermission}.{Name}",
        Icon = Icon,
        VisibleWhen = VisibleWhen,
        IsVisibleFor = IsVisibleFor,
        NeedsConfirmation = NeedsConfirmation,
        IsDangerous = IsDangerous,
        IsBulk = IsBulk,
        InputType = InputType,
        NewInput = NewInput,
        InputFor = InputFor,
        Fields = [.. (Fields.Count > 0 || InputType is null ? Fields : AllProperties(InputType)).Select(f => f.Build($"{textKey}.{Name}"))],
        Rules = Rules,
        Run = Run!,
    };

    private static IEnumerable<FieldSpec> AllProperties(Type inputType) =>
        inputType.GetProperties().Where(p => p.CanWrite).Select(p => new FieldSpec(Accessors.CamelCase(p.Name), p.PropertyType) { Property = p });
}

using Microsoft.Extensions.DependencyInjection;

namespace SaleAuto.Bot;

/// <summary>Questions in order, and what is done with the answers. Draft and step name are stored after every message.</summary>
public abstract class Conversation<TDraft> : ConversationDefinition
    where TDraft : class, new()
{
    private readonly List<Type> _steps = [];
    private Func<TDraft, BotRequest, IServiceProvider, CancellationToken, Task> _begin = (_, _, _, _) => Task.CompletedTask;
    private Func<TDraft, IServiceProvider, CancellationToken, Task<BotReply>>? _finish;

    internal override IReadOnlyList<Type> Steps => _steps;

    internal override Type DraftType => typeof(TDraft);

    /// <summary>Adds a step.</summary>
    protected void Step<TStep>()
        where TStep : ConversationStep<TDraft> => _steps.Add(typeof(TStep));

    /// <summary>Fills the draft with what is known at the beginning.</summary>
    protected void Begin(Action<TDraft, BotRequest> begin) => _begin = (draft, request, _, _) =>
    {
        begin(draft, request);
        return Task.CompletedTask;
    };

    /// <summary>Fills the draft with what a service knows; a refusal of the service is the answer.</summary>
    protected void Begin<TService>(Func<TDraft, BotRequest, TService, CancellationToken, Task> begin)
        where TService : notnull =>
        _begin = (draft, request, services, token) => begin(draft, request, services.GetRequiredService<TService>(), token);

    /// <summary>What is done with the draft at the end. A refusal leads back to the last question and keeps the draft.</summary>
    protected void Finish<TService>(Func<TDraft, TService, CancellationToken, Task<BotReply>> finish)
        where TService : notnull =>
        _finish = (draft, services, token) => finish(draft, services.GetRequiredService<TService>(), token);

    internal override Task BeginAsync(object draft, BotRequest request, IServiceProvider services, CancellationToken cancellationToken) =>
        _begin((TDraft)draft, request, services, cancellationToken);

    internal override Task<BotReply> FinishAsync(object draft, IServiceProvider services, CancellationToken cancellationToken) =>
        _finish is null
            ? throw new InvalidOperationException($"{Name} has no Finish")
            : _finish((TDraft)draft, services, cancellationToken);

    internal override IStepDoor Open(Type step, IServiceProvider services) =>
        new StepDoor<TDraft>((ConversationStep<TDraft>)ActivatorUtilities.CreateInstance(services, step));
}

/// <summary>What the bot knows of a conversation without its draft.</summary>
public abstract class ConversationDefinition
{
    private readonly List<string> _commands = [];
    private readonly List<string> _actions = [];

    internal string Name => GetType().Name;

    internal IReadOnlyList<string> Commands => _commands;

    internal IReadOnlyList<string> Actions => _actions;

    internal TimeSpan Life { get; private set; } = TimeSpan.FromHours(24);

    internal string? RequiredPermission { get; private set; }

    internal string? Instead { get; private set; }

    internal abstract IReadOnlyList<Type> Steps { get; }

    internal abstract Type DraftType { get; }

    /// <summary>Goes up when stored drafts stop making sense; those are then forgotten, with a word to the person.</summary>
    protected internal int Version { get; protected set; } = 1;

    /// <summary>Begins on a command, such as <c>/expense</c>.</summary>
    protected void StartsWith(string command) => _commands.Add(command);

    /// <summary>Begins on a button, such as <c>expense.add</c>.</summary>
    protected void StartsOn(string action) => _actions.Add(action);

    /// <summary>How long an answer may be waited for.</summary>
    protected void ExpiresAfter(TimeSpan life) => Life = life;

    /// <summary>Screen that shows the same row as it stands now: told to whoever may not begin because things have moved on.</summary>
    protected void ShowsInstead(string action) => Instead = action;

    /// <summary>Who may hold it; asked at every message.</summary>
    protected void Permission(string permission) => RequiredPermission = permission;

    internal abstract Task BeginAsync(object draft, BotRequest request, IServiceProvider services, CancellationToken cancellationToken);

    internal abstract Task<BotReply> FinishAsync(object draft, IServiceProvider services, CancellationToken cancellationToken);

    internal abstract IStepDoor Open(Type step, IServiceProvider services);
}

/// <summary>A step without the type of its draft.</summary>
internal interface IStepDoor
{
    bool TakesFiles { get; }

    bool IsNeeded(object draft);

    Task<BotReply> AskAsync(object draft, CancellationToken cancellationToken);

    Task<StepResult> ReadAsync(BotMessage message, object draft, CancellationToken cancellationToken);
}

internal sealed class StepDoor<TDraft>(ConversationStep<TDraft> step) : IStepDoor
{
    public bool TakesFiles => step.TakesFiles;

    public bool IsNeeded(object draft) => step.IsNeeded((TDraft)draft);

    public Task<BotReply> AskAsync(object draft, CancellationToken cancellationToken) => step.AskAsync((TDraft)draft, cancellationToken);

    public Task<StepResult> ReadAsync(BotMessage message, object draft, CancellationToken cancellationToken) =>
        step.ReadAsync(message, (TDraft)draft, cancellationToken);
}

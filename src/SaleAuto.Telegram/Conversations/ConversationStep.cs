namespace SaleAuto.Bot;

/// <summary>
/// One question of a conversation. Made anew for every message with the services that its constructor names; its class name is stored.
/// Whatever its services change is committed together with the step, once.
/// </summary>
public abstract class ConversationStep<TDraft>
{
    /// <summary>Whether pictures and files are fetched and stored before the step reads them.</summary>
    public virtual bool TakesFiles => false;

    /// <summary>Whether the question makes sense for the draft; otherwise the step is passed over.</summary>
    public virtual bool IsNeeded(TDraft draft) => true;

    /// <summary>The question.</summary>
    public virtual BotReply Ask(TDraft draft) => throw new NotSupportedException($"{GetType().Name} asks nothing");

    /// <summary>The question, for a step that must look something up.</summary>
    public virtual Task<BotReply> AskAsync(TDraft draft, CancellationToken cancellationToken) => Task.FromResult(Ask(draft));

    /// <summary>Takes the answer into the draft.</summary>
    public virtual StepResult Read(BotMessage message, TDraft draft) => throw new NotSupportedException($"{GetType().Name} reads nothing");

    /// <summary>Takes the answer, for a step that must ask a service.</summary>
    public virtual Task<StepResult> ReadAsync(BotMessage message, TDraft draft, CancellationToken cancellationToken) => Task.FromResult(Read(message, draft));
}

namespace SaleAuto.Bot;

/// <summary>Where a conversation goes after an answer.</summary>
public sealed record StepResult
{
    private StepResult(StepMove move) => Move = move;

    internal StepMove Move { get; }

    internal BotReply? Reply { get; private init; }

    internal Type? Step { get; private init; }

    /// <summary>To the next step that is needed, or to the end.</summary>
    public static StepResult Next() => new(StepMove.Next);

    /// <summary>The answer was not understood: the text says why, the question's buttons stay.</summary>
    public static StepResult Retry(string text) => new(StepMove.Retry) { Reply = BotReply.Of(text) };

    /// <summary>The answer was taken, and the same step asks again: more photos, more lines.</summary>
    public static StepResult Again() => new(StepMove.Again);

    /// <summary>To that step; Back leads here.</summary>
    public static StepResult GoTo<TStep>() => new(StepMove.GoTo) { Step = typeof(TStep) };

    /// <summary>To the step before.</summary>
    public static StepResult Back() => new(StepMove.Back);

    /// <summary>To the end, whatever steps are left.</summary>
    public static StepResult Finish() => new(StepMove.Finish);

    /// <summary>Ends without finishing; the reply says why.</summary>
    public static StepResult Stop(BotReply reply) => new(StepMove.Stop) { Reply = reply };
}

internal enum StepMove
{
    Next,
    Retry,
    Again,
    GoTo,
    Back,
    Finish,
    Stop,
}

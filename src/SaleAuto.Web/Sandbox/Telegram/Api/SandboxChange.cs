namespace SaleAuto.Sandbox.Telegram;

/// <summary>What an open chat window is told.</summary>
internal enum SandboxChangeKind
{
    Message,
    Edited,
    Deleted,
    Answered,
    Typing,
    Chats,
}

internal sealed record SandboxChange(SandboxChangeKind Kind, long ChatId)
{
    public ApiMessage? Message { get; init; }

    public long? MessageId { get; init; }

    public string? CallbackId { get; init; }

    public string? Text { get; init; }

    public bool? IsAlert { get; init; }
}

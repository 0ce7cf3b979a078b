namespace SaleAuto.Bot;

/// <summary>A button under a message of the bot.</summary>
public sealed record BotButton
{
    private BotButton(string text) => Text = text;

    /// <summary>What it says.</summary>
    public string Text { get; }

    /// <summary>Address that it opens.</summary>
    public string? Url { get; private init; }

    /// <summary>Screen or conversation that it opens.</summary>
    public BotAction? Action { get; private init; }

    /// <summary>Answer that it gives to the question above it.</summary>
    public string? Choice { get; private init; }

    /// <summary>Whether it goes back from the question above it.</summary>
    internal bool IsBack { get; private init; }

    /// <summary>Whether it begins a conversation though another one is running.</summary>
    internal bool IsForced { get; private init; }

    /// <summary>Opens a screen, or begins a conversation.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="action">Name of the action, such as <c>deal.open</c>; at most 20 characters.</param>
    /// <param name="id">The row that it is about.</param>
    /// <param name="argument">A short word more: with a row at most 8 bytes, else 30.</param>
    public static BotButton Act(string text, string action, Guid? id = null, string? argument = null) =>
        new(text) { Action = new BotAction(action, id, argument) };

    /// <summary>Opens what the action names.</summary>
    public static BotButton Act(string text, BotAction action) => new(text) { Action = action };

    /// <summary>Answers the step that asks; the step reads the value as <see cref="BotMessage.Choice"/>.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="value">What the step reads; at most 36 bytes, so that a plain GUID fits.</param>
    public static BotButton Choose(string text, string value) => new(text) { Choice = value };

    /// <summary>Opens an address. Where Telegram takes no such button, the address stands in the text.</summary>
    public static BotButton Link(string text, string url) => new(text) { Url = url };

    internal static BotButton Back(string text) => new(text) { IsBack = true };

    internal static BotButton Force(string text, BotAction action) => new(text) { Action = action, IsForced = true };
}

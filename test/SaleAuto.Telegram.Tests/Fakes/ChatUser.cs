namespace SaleAuto.Telegram;

/// <summary>A person at their phone: writes, presses, sends pictures, and reads what the bot says. Every act is followed to its answer.</summary>
public abstract class ChatUser
{
    /// <summary>What the bot wrote in the chat, oldest first.</summary>
    public abstract IReadOnlyList<ShownMessage> Messages { get; }

    /// <summary>The last message of the bot.</summary>
    public ShownMessage Last => Messages[^1];

    /// <summary>Captions of its buttons.</summary>
    public IEnumerable<string> Buttons => Last.Buttons.Select(x => x.Text);

    /// <summary>The line shown for a moment after the last press.</summary>
    public abstract string? Notice { get; }

    /// <summary>Writes a text.</summary>
    /// <returns>What the bot says to it.</returns>
    public abstract string Send(string text);

    /// <summary>Presses a button of the last message.</summary>
    public string Press(string caption) => Press(caption, Last);

    /// <summary>Presses a button of an earlier message.</summary>
    public string Press(string caption, ShownMessage message) => PressButton(message.DataOf(caption), message);

    /// <summary>Sends data that no button of the message carries, as a program of one's own can.</summary>
    public abstract string Forge(string data, ShownMessage message);

    /// <summary>Takes a picture of something and sends it.</summary>
    public string Photograph(string subject, string? caption = null) => Photograph([subject], caption);

    /// <summary>Takes pictures and sends them as an album.</summary>
    public abstract string Photograph(IReadOnlyList<string> subjects, string? caption = null);

    protected abstract string PressButton(string data, ShownMessage message);

    /// <summary>Other content for each subject, and always the same for one, as files of a camera are.</summary>
    protected static byte[] Picture(string subject) => [.. Samples.Jpeg, .. System.Text.Encoding.UTF8.GetBytes(subject)];
}

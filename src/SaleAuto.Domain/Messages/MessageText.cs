using System.Globalization;
using System.Resources;
using SaleAuto.Localization;

namespace SaleAuto.Messages;

/// <summary>
/// A text that the product sends. It is delivered with <c>MessageTexts.resx</c> and may be edited on the settings screen;
/// <see cref="IMessageTextSource"/> makes it known.
/// </summary>
/// <param name="Name">Key of the delivered text, such as <c>Client.Code</c>.</param>
/// <param name="Kind">What it becomes.</param>
/// <param name="Audience">Who reads it.</param>
/// <param name="Values">Values that it may name.</param>
public sealed record MessageText(string Name, MessageTextKind Kind, MessageAudience Audience, params IReadOnlyList<MessageValue> Values)
{
    private static readonly ResourceManager DeliveredTexts = new(typeof(MessageTexts));

    /// <summary>Languages that every text has, the first one first.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["ru", "en"];

    /// <summary>Placeholders without which the text makes no sense.</summary>
    public IReadOnlyList<string> Obligatory { get; init; } = [];

    /// <summary>Whether it comes in quiet hours too: promises with a deadline, codes, meetings that look for a seller (domain facts 4).</summary>
    public bool IgnoresQuietHours { get; init; }

    /// <summary>What people switch it off by; null when it cannot be.</summary>
    public NotificationTopic? Topic { get; init; }

    /// <summary>What the program puts after the text; nobody edits it.</summary>
    public string Tail { get; init; } = "";

    /// <summary>Names that may stand in braces.</summary>
    public IReadOnlyList<string> Placeholders { get; } = [.. Values.SelectMany(x => x.Placeholders)];

    /// <summary>Most characters of the edited text.</summary>
    public int MaxLength => Kind switch
    {
        MessageTextKind.Sms => 500,
        MessageTextKind.Telegram => 2_000,
        MessageTextKind.Phrase => 200,
        _ => 60,
    };

    /// <summary>The text as the program is delivered.</summary>
    public string Delivered(CultureInfo culture) =>
        DeliveredTexts.GetString(Name, culture) ?? throw new MissingManifestResourceException($"The message {Name} has no text");

    /// <summary>What is wrong with a text; empty when it may be sent.</summary>
    public IReadOnlyList<Errors.InputError> Check(string text, string field) => MessageTemplate.Check(text, field, this);
}

/// <summary>A value that messages name.</summary>
/// <param name="Name">Its name in the code that sends, and in braces.</param>
/// <param name="IsMoment">Whether it is a local moment: texts then name <c>{NameDay}</c>, <c>{NameDate}</c> and <c>{NameTime}</c>.</param>
public sealed record MessageValue(string Name, bool IsMoment = false)
{
    /// <summary>How it may stand in braces.</summary>
    public IReadOnlyList<string> Placeholders { get; } = IsMoment ? [$"{Name}Day", $"{Name}Date", $"{Name}Time"] : [Name];

    /// <summary>What stands for each of its placeholders.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fill(object value, CultureInfo culture) => value switch
    {
        DateTime at when IsMoment =>
        [
            new(Placeholders[0], at.ToString("d MMMM", culture)),
            new(Placeholders[1], at.ToString("dd.MM", CultureInfo.InvariantCulture)),
            new(Placeholders[2], at.ToString("HH:mm", CultureInfo.InvariantCulture)),
        ],
        _ => [new(Name, Convert.ToString(value, culture) ?? "")],
    };
}

/// <summary>Makes texts known to the settings screen and to <see cref="IMessageTexts"/>; registered as a singleton.</summary>
public interface IMessageTextSource
{
    /// <summary>The texts, in the order of the screen.</summary>
    IReadOnlyList<MessageText> Texts { get; }
}

/// <summary>Words messages: the edited text, or the delivered one, with its values.</summary>
public interface IMessageTexts
{
    /// <summary>The text as it is to be sent.</summary>
    /// <param name="name">Name of the text.</param>
    /// <param name="language">Culture of the reader.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <param name="values">A value for each of the text's <see cref="MessageText.Values"/>; more are allowed.</param>
    Task<string> GetAsync(string name, CultureInfo language, CancellationToken cancellationToken, params (string Name, object Value)[] values);
}

/// <summary>A text as the owner worded it; a language without words keeps the delivered ones.</summary>
public sealed record EditedMessageText
{
    /// <summary>Words by language.</summary>
    public IReadOnlyDictionary<string, string> Words { get; init; } = new Dictionary<string, string>();
}

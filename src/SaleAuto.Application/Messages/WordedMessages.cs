using System.Globalization;
using Microsoft.Extensions.Logging;
using SaleAuto.Settings;

namespace SaleAuto.Messages;

internal sealed partial class WordedMessages(MessageTextRegistry registry, ISettingProvider settings, ILogger<WordedMessages> logger) : IMessageTexts
{
    public async Task<string> GetAsync(string name, CultureInfo language, CancellationToken cancellationToken, params (string Name, object Value)[] values)
    {
        var text = registry.Get(name);
        var edited = await settings.GetAsync<EditedMessageText>(name, cancellationToken);
        return Fill(text, Words(text, edited, language) + text.Tail, language, values);
    }

    // Words that an older version of the program took, and that miss what this one needs, are not sent.
    private string Words(MessageText text, EditedMessageText edited, CultureInfo language)
    {
        if (!edited.Words.TryGetValue(language.TwoLetterISOLanguageName, out var words))
        {
            return text.Delivered(language);
        }
        if (text.Check(words, "").Count == 0)
        {
            return words;
        }
        Log.Outdated(logger, text.Name);
        return text.Delivered(language);
    }

    private static string Fill(MessageText text, string words, CultureInfo language, (string Name, object Value)[] values)
    {
        var given = values.ToDictionary(x => x.Name, x => x.Value);
        var filled = text.Values.SelectMany(x => given.TryGetValue(x.Name, out var value)
            ? x.Fill(value, language)
            : throw new ArgumentException($"The message {text.Name} got no {x.Name}", nameof(values)));
        return MessageTemplate.Fill(words, new Dictionary<string, string>(filled));
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The edited words of {Text} do not fit this version of the program; the delivered ones are sent")]
        public static partial void Outdated(ILogger logger, string text);
    }
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using SaleAuto.Telegram;

namespace SaleAuto.Bot;

/// <summary>Turns what a button does into the at most 64 bytes that Telegram sends back, and reads them again. They count in one chat only.</summary>
public interface ICallbackSigner
{
    /// <summary>Data of a button that opens something.</summary>
    string Sign(long chatId, BotAction action);
}

/// <summary>A button that was pressed.</summary>
internal abstract record PressedButton
{
    /// <summary>Opens something.</summary>
    internal sealed record Opens(BotAction Action, bool IsForced) : PressedButton;

    /// <summary>Answers a question.</summary>
    internal sealed record Chooses(int Question, string Value) : PressedButton;

    /// <summary>Goes back from a question.</summary>
    internal sealed record GoesBack(int Question) : PressedButton;
}

/// <summary>
/// Signs with a key made from the bot's token, which all nodes share and which nobody can press buttons without.
/// 48 bits are enough where every guess takes a request from a linked chat.
/// </summary>
internal sealed class CallbackSigner(IOptions<TelegramOptions> options) : ICallbackSigner
{
    public const int MostBytes = 64;

    private const char Version = '1';
    private const int SignatureBytes = 6;
    private const int SignatureLength = 8;
    private const char Opens = 'o';
    private const char OpensAnyway = 'f';
    private const char Chooses = 'c';
    private const char GoesBack = 'b';

    public string Sign(long chatId, BotAction action) => Sign(chatId, action, isForced: false);

    public string Sign(long chatId, BotAction action, bool isForced) =>
        Seal(chatId, $"{(isForced ? OpensAnyway : Opens)}{action.Name}|{(action.Id is { } id ? Write(id) : "")}|{action.Argument}");

    public string SignChoice(long chatId, int question, string value) => Seal(chatId, $"{Chooses}{question}|{value}");

    public string SignBack(long chatId, int question) => Seal(chatId, $"{GoesBack}{question}");

    /// <summary>What the data says, or null when it is not ours, of another version, or of another chat.</summary>
    public PressedButton? Read(long chatId, string data)
    {
        if (data.Length <= SignatureLength + 2 || data[0] != Version)
        {
            return null;
        }
        var body = data[..^SignatureLength];
        var right = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Signature(chatId, body)), Encoding.UTF8.GetBytes(data[^SignatureLength..]));
        return right ? Parse(body[1], body[2..]) : null;
    }

    private static PressedButton? Parse(char kind, string rest)
    {
        if (kind is Opens or OpensAnyway)
        {
            return rest.Split('|', 3) is [var name, var id, var argument]
                ? new PressedButton.Opens(new BotAction(name, id.Length == 0 ? null : ReadId(id), argument.Length == 0 ? null : argument), kind == OpensAnyway)
                : null;
        }
        var parts = rest.Split('|', 2);
        return int.TryParse(parts[0], out var question)
            ? kind == GoesBack ? new PressedButton.GoesBack(question) : parts.Length == 2 ? new PressedButton.Chooses(question, parts[1]) : null
            : null;
    }

    private string Seal(long chatId, string body)
    {
        body = Version + body;
        var data = body + Signature(chatId, body);
        return Encoding.UTF8.GetByteCount(data) <= MostBytes ? data : throw new ArgumentException($"The button's data is longer than {MostBytes} bytes: {body}");
    }

    private string Signature(long chatId, string body)
    {
        var key = HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Value.BotToken ?? ""), "SaleAuto.Bot.Buttons"u8);
        var hash = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{chatId}:{body}"));
        return Base64Url.EncodeToString(hash.AsSpan(0, SignatureBytes));
    }

    private static string Write(Guid id) => Base64Url.EncodeToString(id.ToByteArray());

    private static Guid ReadId(string text) => new(Base64Url.DecodeFromChars(text));
}

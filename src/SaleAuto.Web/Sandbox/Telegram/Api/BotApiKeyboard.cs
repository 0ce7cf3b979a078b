using System.Text;
using System.Text.Json.Nodes;

namespace SaleAuto.Sandbox.Telegram;

/// <summary>Reads the buttons of a call and refuses those that Telegram refuses.</summary>
internal static class BotApiKeyboard
{
    private const int MostButtons = 100;
    private const int MostInRow = 8;
    private const int MostBytes = 64;

    public static ApiKeyboard? Read(BotApiCall call)
    {
        if (call.Parameters["reply_markup"] is null)
        {
            return null;
        }
        if (call.Read<JsonObject>("reply_markup") is not { } given || given["inline_keyboard"] is null)
        {
            throw BotApiRefusal.BadRequest("object expected as reply markup; the sandbox shows inline keyboards only");
        }
        var keyboard = call.Read<ApiKeyboard>("reply_markup")!;
        if (keyboard.InlineKeyboard.Any(row => row.Count > MostInRow) || keyboard.InlineKeyboard.Sum(row => row.Count) > MostButtons)
        {
            throw BotApiRefusal.BadRequest("reply markup is too long");
        }
        foreach (var button in keyboard.InlineKeyboard.SelectMany(row => row))
        {
            Check(button);
        }
        var rows = keyboard.InlineKeyboard.Where(row => row.Count > 0).ToList();
        return rows.Count == 0 ? null : new ApiKeyboard(rows);
    }

    private static void Check(ApiButton button)
    {
        if (string.IsNullOrWhiteSpace(button.Text))
        {
            throw BotApiRefusal.BadRequest("can't parse inline keyboard button: Field \"text\" must be of type String");
        }
        if (button.CallbackData is null == button.Url is null)
        {
            throw BotApiRefusal.BadRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
        }
        if (button.CallbackData is { } data && Encoding.UTF8.GetByteCount(data) is 0 or > MostBytes)
        {
            throw BotApiRefusal.BadRequest("BUTTON_DATA_INVALID");
        }
        if (button.Url is { } url && !IsTaken(url))
        {
            throw BotApiRefusal.BadRequest($"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL");
        }
    }

    private static bool IsTaken(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme is "tg" or "tel" || address.Scheme is "http" or "https" && !address.IsLoopback && address.Host.Contains('.'));
}

using System.Text.Json;
using SaleAuto.Servers;

namespace SaleAuto.Telegram;

/// <summary>Answers as Telegram does, in particular where the emulator is too kind: what the documentation refuses is refused.</summary>
public static class StrictBotApi
{
    public const long Blocked = 403;
    public const long Unknown = 400;
    public const long Flooded = 429;
    public const long Migrated = -1;
    public const long Broken = 500;

    public static StandInAnswer Answer(PublishedParameters tables, string path, string body)
    {
        if (path != "/bot1:token/sendMessage")
        {
            return Refuse(401, "Unauthorized");
        }
        var call = JsonDocument.Parse(body).RootElement;
        if (tables.FaultsOf("sendMessage", call) is { Count: > 0 } faults)
        {
            return Refuse(400, "Bad Request: " + string.Join("; ", faults));
        }
        var text = call.GetProperty("text").GetString()!;
        if (text.Length is 0 or > 4096)
        {
            return Refuse(400, text.Length == 0 ? "Bad Request: message text is empty" : "Bad Request: message is too long");
        }
        if (Links(call).Any(link => new Uri(link).IsLoopback || !new Uri(link).Host.Contains('.')))
        {
            return Refuse(400, "Bad Request: inline keyboard button URL 'http://localhost' is invalid: Wrong HTTP URL");
        }
        return call.GetProperty("chat_id").GetInt64() switch
        {
            Blocked => Refuse(403, "Forbidden: bot was blocked by the user"),
            Unknown => Refuse(400, "Bad Request: chat not found"),
            Flooded => Refuse(429, "Too Many Requests: retry after 17", """, "parameters": { "retry_after": 17 }"""),
            Migrated => Refuse(400, "Bad Request: group chat was upgraded to a supergroup chat", """, "parameters": { "migrate_to_chat_id": -1007 }"""),
            Broken => new StandInAnswer(502, "<html>Bad Gateway</html>"),
            _ => new StandInAnswer(200, """{ "ok": true, "result": { "message_id": 42, "date": 1, "chat": { "id": 7, "type": "private" }, "text": "…" } }"""),
        };
    }

    private static IEnumerable<string> Links(JsonElement call) => call.TryGetProperty("reply_markup", out var markup)
        ? markup.GetProperty("inline_keyboard").EnumerateArray().SelectMany(row => row.EnumerateArray()).Select(button => button.GetProperty("url").GetString()!)
        : [];

    private static StandInAnswer Refuse(int code, string description, string parameters = "") =>
        new(code, $$"""{ "ok": false, "error_code": {{code}}, "description": {{JsonSerializer.Serialize(description)}}{{parameters}} }""");
}

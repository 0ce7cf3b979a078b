using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace SaleAuto.Telegram;

/// <summary>The calls of the Bot API that the program needs. A refusal by Telegram is an answer; only a broken connection throws.</summary>
public class TelegramClient(HttpClient http, IOptions<TelegramOptions> options)
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Sends a text.</summary>
    public Task<TelegramAnswer<TelegramMessage>> SendMessageAsync(SendMessageRequest request, CancellationToken cancellationToken) =>
        PostAsync<SendMessageRequest, TelegramMessage>("sendMessage", request, cancellationToken);

    private async Task<TelegramAnswer<TResult>> PostAsync<TRequest, TResult>(string method, TRequest request, CancellationToken cancellationToken)
    {
        var address = new Uri($"{options.Value.BaseAddress.TrimEnd('/')}/bot{options.Value.BotToken}/{method}");
        using var response = await http.PostAsJsonAsync(address, request, _json, cancellationToken);
        var answer = await ReadAsync<TResult>(response, cancellationToken);
        return answer ?? new TelegramAnswer<TResult> { ErrorCode = (int)response.StatusCode };
    }

    // A proxy or a failing server answers with a page instead of JSON; the status code then says all there is to say.
    private static async Task<TelegramAnswer<TResult>?> ReadAsync<TResult>(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await response.Content.ReadFromJsonAsync<TelegramAnswer<TResult>>(_json, cancellationToken);
            return answer is { Ok: false, ErrorCode: 0 } ? answer with { ErrorCode = (int)response.StatusCode } : answer;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

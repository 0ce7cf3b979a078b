using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace SaleAuto.Telegram;

/// <summary>The calls of the Bot API that the program needs. A refusal by Telegram is an answer; only a broken connection throws.</summary>
public class TelegramClient(HttpClient http, IOptions<TelegramOptions> options)
{
    /// <summary>How the Bot API writes JSON.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly TimeSpan DownloadTime = TimeSpan.FromMinutes(2);

    private TimeSpan CallTime => options.Value.CallTime;

    /// <summary>Sends a text.</summary>
    public Task<TelegramAnswer<TelegramMessage>> SendMessageAsync(SendMessageRequest request, CancellationToken cancellationToken) =>
        PostAsync<SendMessageRequest, TelegramMessage>("sendMessage", request, CallTime, cancellationToken);

    /// <summary>Sends a picture that Telegram has.</summary>
    public Task<TelegramAnswer<TelegramMessage>> SendPhotoAsync(SendPhotoRequest request, CancellationToken cancellationToken) =>
        PostAsync<SendPhotoRequest, TelegramMessage>("sendPhoto", request, CallTime, cancellationToken);

    /// <summary>Writes another text and other buttons into a message.</summary>
    public Task<TelegramAnswer<JsonElement>> EditMessageTextAsync(EditMessageTextRequest request, CancellationToken cancellationToken) =>
        PostAsync<EditMessageTextRequest, JsonElement>("editMessageText", request, CallTime, cancellationToken);

    /// <summary>Puts other buttons under a message.</summary>
    public Task<TelegramAnswer<JsonElement>> EditMessageReplyMarkupAsync(EditMessageReplyMarkupRequest request, CancellationToken cancellationToken) =>
        PostAsync<EditMessageReplyMarkupRequest, JsonElement>("editMessageReplyMarkup", request, CallTime, cancellationToken);

    /// <summary>Ends the spinner of a pressed button.</summary>
    public Task<TelegramAnswer<JsonElement>> AnswerCallbackQueryAsync(AnswerCallbackQueryRequest request, CancellationToken cancellationToken) =>
        PostAsync<AnswerCallbackQueryRequest, JsonElement>("answerCallbackQuery", request, CallTime, cancellationToken);

    /// <summary>Waits for updates, each as it came.</summary>
    public Task<TelegramAnswer<IReadOnlyList<JsonElement>>> GetUpdatesAsync(GetUpdatesRequest request, CancellationToken cancellationToken) =>
        PostAsync<GetUpdatesRequest, IReadOnlyList<JsonElement>>("getUpdates", request, CallTime + TimeSpan.FromSeconds(request.Timeout ?? 0), cancellationToken);

    /// <summary>Has Telegram call the program.</summary>
    public Task<TelegramAnswer<JsonElement>> SetWebhookAsync(SetWebhookRequest request, CancellationToken cancellationToken) =>
        PostAsync<SetWebhookRequest, JsonElement>("setWebhook", request, CallTime, cancellationToken);

    /// <summary>Has Telegram wait to be asked.</summary>
    public Task<TelegramAnswer<JsonElement>> DeleteWebhookAsync(DeleteWebhookRequest request, CancellationToken cancellationToken) =>
        PostAsync<DeleteWebhookRequest, JsonElement>("deleteWebhook", request, CallTime, cancellationToken);

    /// <summary>Where a file may be fetched, for an hour.</summary>
    public Task<TelegramAnswer<TelegramFile>> GetFileAsync(GetFileRequest request, CancellationToken cancellationToken) =>
        PostAsync<GetFileRequest, TelegramFile>("getFile", request, CallTime, cancellationToken);

    /// <summary>Fetches a file.</summary>
    /// <returns>Status of the answer, and the content when there is one; null content when it is longer than allowed.</returns>
    public async Task<(HttpStatusCode Status, Stream? Content)> DownloadAsync(string filePath, long maxBytes, CancellationToken cancellationToken)
    {
        using var whole = Limit(DownloadTime, cancellationToken);
        using var time = Limit(CallTime, whole.Token);
        var path = string.Join('/', filePath.Split('/').Select(Uri.EscapeDataString));
        using var response = await http.GetAsync(Address("file/bot", path), HttpCompletionOption.ResponseHeadersRead, time.Token);
        if (!response.IsSuccessStatusCode)
        {
            return (response.StatusCode, null);
        }
        if (response.Content.Headers.ContentLength > maxBytes)
        {
            return (response.StatusCode, null);
        }
        var content = new MemoryStream();
        await using var body = await response.Content.ReadAsStreamAsync(time.Token);
        var buffer = new byte[81_920];
        for (int read; (read = await body.ReadAsync(buffer, time.Token)) > 0;)
        {
            if (content.Length + read > maxBytes)
            {
                return (response.StatusCode, null);
            }
            content.Write(buffer, 0, read);
            time.CancelAfter(CallTime); // something comes: a slow line is not a broken one
        }
        content.Position = 0;
        return (response.StatusCode, content);
    }

    private async Task<TelegramAnswer<TResult>> PostAsync<TRequest, TResult>(string method, TRequest request, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var time = Limit(limit, cancellationToken);
        using var response = await http.PostAsJsonAsync(Address("bot", method), request, Json, time.Token);
        var answer = await ReadAsync<TResult>(response, time.Token);
        return answer ?? new TelegramAnswer<TResult> { ErrorCode = (int)response.StatusCode };
    }

    private Uri Address(string before, string after) => new($"{options.Value.BaseAddress.TrimEnd('/')}/{before}{options.Value.BotToken}/{after}");

    private static CancellationTokenSource Limit(TimeSpan limit, CancellationToken cancellationToken)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        source.CancelAfter(limit);
        return source;
    }

    // A proxy or a failing server answers with a page instead of JSON; the status code then says all there is to say.
    private static async Task<TelegramAnswer<TResult>?> ReadAsync<TResult>(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await response.Content.ReadFromJsonAsync<TelegramAnswer<TResult>>(Json, cancellationToken);
            return answer is { Ok: false, ErrorCode: 0 } ? answer with { ErrorCode = (int)response.StatusCode } : answer;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

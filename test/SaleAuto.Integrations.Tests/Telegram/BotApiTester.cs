using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SaleAuto.Sandbox.Telegram;

namespace SaleAuto.Telegram;

/// <summary>A bot of a few lines that calls methods and looks at what comes back.</summary>
public sealed class BotApiTester(HttpClient http, string token) : IDisposable
{
    public static BotApiTester Over(SandboxBotApi api) =>
        new(new HttpClient(new SandboxBotApiHandler(api)) { BaseAddress = new Uri(SandboxBotApi.BaseAddress) }, api.BotToken);

    /// <summary>The result of a call that must work.</summary>
    public async Task<JsonElement> CallAsync(string method, object? parameters = null)
    {
        var answer = await TryAsync(method, parameters);
        answer.GetProperty("ok").GetBoolean().ShouldBeTrue(answer.ToString());
        return answer.GetProperty("result");
    }

    /// <summary>Code and description of a call that must be refused.</summary>
    public async Task<(int Code, string Description)> RefusedAsync(string method, object? parameters = null)
    {
        var answer = await TryAsync(method, parameters);
        answer.GetProperty("ok").GetBoolean().ShouldBeFalse(answer.ToString());
        return (answer.GetProperty("error_code").GetInt32(), answer.GetProperty("description").GetString()!);
    }

    /// <summary>A call with a file.</summary>
    public async Task<JsonElement> UploadAsync(string method, long chat, string part, byte[] bytes, string name, string? caption = null)
    {
        using var form = new MultipartFormDataContent { { new StringContent($"{chat}"), "chat_id" }, { new ByteArrayContent(bytes), part, name } };
        if (caption is not null)
        {
            form.Add(new StringContent(caption), "caption");
        }
        using var answer = await http.PostAsync($"/bot{token}/{method}", form);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public Task<HttpResponseMessage> DownloadAsync(string path) => http.GetAsync($"/file/bot{token}/{path}");

    public void Dispose() => http.Dispose();

    private async Task<JsonElement> TryAsync(string method, object? parameters)
    {
        using var body = new StringContent(JsonSerializer.Serialize(parameters ?? new { }), Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync($"/bot{token}/{method}", body);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}

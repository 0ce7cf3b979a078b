using System.Net;

namespace SaleAuto.Resources;

/// <summary>A staff member who calls the API with a personal access token.</summary>
public static class StaffCaller
{
    /// <summary>Signs a demo account in; null is a stranger.</summary>
    public static async Task<ApiClient> StaffAsync(this ApiHost host, string? userName, string language = "ru")
    {
        var client = host.NewClient(language);
        if (userName is not null)
        {
            var token = await client.PostAsync("/sandbox/token", new { user = userName });
            token.Status.ShouldBe(HttpStatusCode.OK, token.Body);
            client.Bring((string)token.Json["token"]!);
        }
        return client;
    }

    /// <summary>Sends with headers.</summary>
    public static async Task<ApiAnswer> SendAsync(this ApiClient client, HttpMethod method, string path, object? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : System.Net.Http.Json.JsonContent.Create(body);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        using var response = await client.Http.SendAsync(request);
        return new ApiAnswer(response, await response.Content.ReadAsStringAsync());
    }

    public static Task<ApiAnswer> PatchAsync(this ApiClient client, string path, object body, params (string Name, string Value)[] headers) =>
        client.SendAsync(HttpMethod.Patch, path, body, headers);

    public static Task<ApiAnswer> DeleteAsync(this ApiClient client, string path, params (string Name, string Value)[] headers) =>
        client.SendAsync(HttpMethod.Delete, path, null, headers);
}

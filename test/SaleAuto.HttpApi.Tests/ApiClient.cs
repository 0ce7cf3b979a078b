using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using SaleAuto.Clients;

namespace SaleAuto;

/// <summary>Somebody who calls the API with nothing but HTTP and JSON.</summary>
public sealed class ApiClient(HttpClient http, SmsInbox sms)
{
    public HttpClient Http { get; } = http;

    public PhoneNumber Phone { get; } = PhoneNumber.Parse($"+79{Random.Shared.Next(100_000_000, 1_000_000_000)}");

    public object LeadBody => new
    {
        plate = "a123bc 77",
        name = "Анна",
        phone = Phone.Display,
        mileageKm = 120000,
        condition = "notRunning",
        source = "socialNetworks",
        consents = new[] { "personalData", "advertising" },
    };

    public async Task<ApiAnswer> SendAsync(HttpMethod method, string path, object? body = null, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body switch
        {
            null => null,
            string text => new StringContent(text, Encoding.UTF8, "application/json"),
            HttpContent content => content,
            _ => JsonContent.Create(body),
        };
        if (idempotencyKey is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey);
        }
        using var response = await Http.SendAsync(request);
        return new ApiAnswer(response, await response.Content.ReadAsStringAsync());
    }

    public Task<ApiAnswer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<ApiAnswer> PostAsync(string path, object? body = null, string? idempotencyKey = null) =>
        SendAsync(HttpMethod.Post, path, body, idempotencyKey);

    public async Task<string> GetCodeAsync()
    {
        (await PostAsync("/api/client/otp", new { phone = Phone.Value })).Status.ShouldBe(HttpStatusCode.Accepted);
        return sms.LastCode(Phone);
    }

    /// <summary>Signs in; later calls bring the access token.</summary>
    public async Task<JsonNode> SignInAsync()
    {
        var code = await GetCodeAsync();
        var answer = await PostAsync("/api/client/token", new { phone = Phone.Value, code });
        answer.Status.ShouldBe(HttpStatusCode.OK);
        Bring((string)answer.Json["accessToken"]!);
        return answer.Json;
    }

    public void Bring(string accessToken) => Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
}

/// <summary>What came back.</summary>
public sealed class ApiAnswer(HttpResponseMessage response, string body)
{
    public HttpStatusCode Status { get; } = response.StatusCode;

    public string? MediaType { get; } = response.Content.Headers.ContentType?.MediaType;

    public string Body { get; } = body;

    public JsonNode Json => JsonNode.Parse(Body)!;

    public HttpResponseHeaders Headers { get; } = response.Headers;

    /// <summary>Checks that it is a refusal with that status and code (RFC 9457).</summary>
    public JsonNode ShouldBeProblem(HttpStatusCode status, string code)
    {
        Status.ShouldBe(status, Body);
        MediaType.ShouldBe("application/problem+json");
        ((string?)Json["code"]).ShouldBe(code, Body);
        ((int?)Json["status"]).ShouldBe((int)status);
        ((string?)Json["title"]).ShouldNotBeNullOrWhiteSpace();
        ((string?)Json["detail"]).ShouldNotBeNullOrWhiteSpace();
        ((string?)Json["traceId"]).ShouldNotBeNullOrWhiteSpace();
        ((string?)Json["type"]).ShouldStartWith("urn:");
        return Json;
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using SaleAuto.Localization;

namespace SaleAuto.Errors;

/// <summary>A refusal as the API answers it (RFC 9457).</summary>
public sealed class ApiProblem
{
    /// <summary>Media type of problem details.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>For documentation and reading.</summary>
    public ApiProblem()
    {
    }

    /// <summary>A refusal with the texts of its code in the current language.</summary>
    public ApiProblem(int status, string code)
    {
        Status = status;
        Code = code;
        Type = "urn:saleauto:error:" + code.Split(':', 2)[1];
    }

    /// <summary>Names the kind of problem.</summary>
    public string Type { get; init; } = "";

    /// <summary>The status in words.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The HTTP status.</summary>
    public int Status { get; init; }

    /// <summary>What is wrong and how to mend it, in the language of the request.</summary>
    public string Detail { get; private set; } = "";

    /// <summary>Stable code for programs.</summary>
    public string Code { get; init; } = "";

    /// <summary>Finds the request in our logs.</summary>
    public string TraceId { get; private set; } = "";

    /// <summary>What to say beside each wrong field.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>Stable codes of each wrong field.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string[]>? Codes { get; init; }

    /// <summary>When to come back; goes into the header.</summary>
    [JsonIgnore]
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Values that the text names.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, object?>? Values { get; init; }

    /// <summary>Answers the request with this problem.</summary>
    public Task WriteAsync(HttpContext context, CancellationToken cancellationToken)
    {
        Title = ErrorTexts.Find($"Title:{Status}") ?? ErrorTexts.Find(Status < 500 ? "Title:400" : "Title:500")!;
        Detail = ErrorTexts.For(Code, Values, RetryAfter);
        TraceId = Activity.Current?.Id ?? context.TraceIdentifier;
        context.Response.StatusCode = Status;
        context.Response.Headers.CacheControl = "no-store";
        if (RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }
        if (Status == StatusCodes.Status401Unauthorized && !context.Response.Headers.ContainsKey(HeaderNames.WWWAuthenticate))
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }
        return context.Response.WriteAsJsonAsync(this, options: null, contentType: MediaType, cancellationToken);
    }
}

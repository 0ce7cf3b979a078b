using System.Net.Http.Headers;

namespace SaleAuto.Market;

/// <summary>Answer to one request, refusals and passing failures already sorted out.</summary>
/// <param name="Page">Status and body.</param>
/// <param name="Location">Where the answer points to, absolute.</param>
/// <param name="RetryAfter">How long it asks to wait.</param>
/// <param name="Validators">By what to ask next time whether it changed.</param>
internal sealed record Reply(FetchedPage Page, Uri? Location, TimeSpan? RetryAfter, Validators? Validators);

/// <summary>Marks of one version of a page (RFC 9110, section 8.8).</summary>
internal sealed record Validators(EntityTagHeaderValue? ETag, DateTimeOffset? LastModified)
{
    public void AddTo(HttpRequestHeaders headers)
    {
        if (ETag is not null)
        {
            headers.IfNoneMatch.Add(ETag);
        }
        headers.IfModifiedSince = LastModified;
    }

    public static Validators? Of(HttpResponseMessage response) =>
        response.Headers.CacheControl?.NoStore == true || (response.Headers.ETag is null && response.Content.Headers.LastModified is null)
            ? null
            : new Validators(response.Headers.ETag, response.Content.Headers.LastModified);
}

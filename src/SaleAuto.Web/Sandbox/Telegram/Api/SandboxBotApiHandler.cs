namespace SaleAuto.Sandbox.Telegram;

/// <summary>Leads the requests of a client to the Bot API in memory, so that the very same code speaks to it as to Telegram.</summary>
public sealed class SandboxBotApiHandler(SandboxBotApi api) : HttpMessageHandler
{
    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        // Forwarded byte by byte: what the program wrote is read, not what it meant.
        await using var body = request.Content is null ? Stream.Null : await request.Content.ReadAsStreamAsync(cancellationToken);
        var type = request.Content?.Headers.ContentType?.ToString();
        var answer = await api.AnswerAsync(
            address.AbsolutePath,
            method => BotApiCall.ReadAsync(method, address.Query, body, type, cancellationToken),
            cancellationToken);
        return answer.ToResponse(request);
    }
}

namespace SaleAuto.Sandbox.Telegram;

public sealed partial class SandboxBotApi
{
    private const int MostAtOnce = 100;
    private const int LongestWait = 50;
    private const int MaxServedBytes = 20 * 1024 * 1024;

    private CancellationTokenSource? _poller;
    private (string Url, string? Secret)? _webhook;

    /// <summary>Where the bot wants its updates posted, and the secret that goes with them; null when it asks for them.</summary>
    public (string Url, string? Secret)? Webhook
    {
        get
        {
            lock (_lock)
            {
                return _webhook;
            }
        }
    }

    /// <summary>Updates that the bot has not confirmed, oldest first.</summary>
    public IReadOnlyList<ApiUpdate> Pending
    {
        get
        {
            lock (_lock)
            {
                return _updates.Pending;
            }
        }
    }

    /// <summary>The webhook took the update: it and all before it are forgotten.</summary>
    public void Confirm(long updateId)
    {
        lock (_lock)
        {
            _updates.Confirm(updateId + 1);
        }
    }

    private async Task<IReadOnlyList<ApiUpdate>> GetUpdatesAsync(BotApiCall call, CancellationToken cancellationToken)
    {
        var limit = (int)Math.Clamp(call.Number("limit") ?? MostAtOnce, 1, MostAtOnce);
        var wait = TimeSpan.FromSeconds(Math.Clamp(call.Number("timeout") ?? 0, 0, LongestWait));
        using var me = new CancellationTokenSource();
        lock (_lock)
        {
            if (_webhook is not null)
            {
                throw new BotApiRefusal(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
            }
            _poller?.Cancel(); // two programs ask: the older one is told
            _poller = me;
            _updates.Allow(call.Read<List<string>>("allowed_updates"));
            if (call.Number("offset") is { } offset)
            {
                _updates.Confirm(offset);
            }
        }
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, me.Token);
            var deadline = Task.Delay(wait, patience.Token);
            while (true)
            {
                Task news;
                lock (_lock)
                {
                    if (me.IsCancellationRequested)
                    {
                        throw new BotApiRefusal(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
                    }
                    if (_updates.Pending is { Count: > 0 } pending)
                    {
                        return [.. pending.Take(limit)];
                    }
                    news = _updates.News;
                }
                if (await Task.WhenAny(news, deadline) == deadline && !me.IsCancellationRequested)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    return [];
                }
            }
        }
        finally
        {
            lock (_lock)
            {
                _poller = _poller == me ? null : _poller;
            }
            await me.CancelAsync();
        }
    }

    private object SetWebhook(BotApiCall call)
    {
        var url = call.Text("url") ?? "";
        var secret = call.Text("secret_token");
        if (url.Length == 0)
        {
            return DeleteWebhook(call);
        }
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme != "https")
        {
            throw BotApiRefusal.BadRequest("bad webhook: An HTTPS URL must be provided for webhook");
        }
        if (!address.IsDefaultPort && address.Port is not (80 or 88 or 8443))
        {
            throw BotApiRefusal.BadRequest("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
        }
        if (secret is not null && (secret.Length is 0 or > 256 || !secret.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-')))
        {
            throw BotApiRefusal.BadRequest("secret token contains unallowed characters");
        }
        _updates.Allow(call.Read<List<string>>("allowed_updates"));
        DropWhereAsked(call);
        _webhook = (url, secret);
        _poller?.Cancel();
        return true;
    }

    private object DeleteWebhook(BotApiCall call)
    {
        DropWhereAsked(call);
        _webhook = null;
        return true;
    }

    private void DropWhereAsked(BotApiCall call)
    {
        if (call.Flag("drop_pending_updates"))
        {
            _updates.Clear();
        }
    }

    private ApiFile GetFile(BotApiCall call)
    {
        var file = _files.Find(call.Text("file_id") ?? "") ?? throw BotApiRefusal.BadRequest("wrong file_id or the file is temporarily unavailable");
        return file.Bytes.Length > MaxServedBytes
            ? throw BotApiRefusal.BadRequest("file is too big")
            : new ApiFile(file.FileId, file.UniqueId, file.Bytes.Length, file.Path);
    }

    private BotApiAnswer Download(string path)
    {
        lock (_lock)
        {
            return _files.FindByPath(path) is { Bytes.Length: <= MaxServedBytes } file
                ? new BotApiAnswer(200, file.Bytes, "application/octet-stream")
                : BotApiAnswer.Refuse(404, "Not Found");
        }
    }
}

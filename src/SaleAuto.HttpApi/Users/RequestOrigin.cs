using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using SaleAuto.Auditing;

namespace SaleAuto.Users;

/// <summary>Reads from the request where it comes from; behind trusted proxies the address is the caller's own.</summary>
internal sealed class RequestOrigin(IHttpContextAccessor context) : IRequestOrigin
{
    public bool IsRequest => context.HttpContext is not null;

    public string? Address => context.HttpContext?.Connection.RemoteIpAddress?.ToString();

    public string? CorrelationId => context.HttpContext is { } request ? Activity.Current?.TraceId.ToString() ?? request.TraceIdentifier : null;
}

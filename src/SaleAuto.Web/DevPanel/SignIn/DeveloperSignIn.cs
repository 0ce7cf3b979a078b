using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using SaleAuto.Auditing;
using SaleAuto.Requests;

namespace SaleAuto.DevPanel;

/// <summary>HTTP Basic against the one configured login. A network that fails too often is refused even with the right password.</summary>
internal sealed class DeveloperSignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> schemes,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    IOptions<DeveloperPanelOptions> panel,
    FailedSignIns failures,
    IAuditTrail audit)
    : AuthenticationHandler<AuthenticationSchemeOptions>(schemes, loggers, encoder)
{
    /// <summary>Name of the scheme and of the policy that it satisfies.</summary>
    public const string SchemeName = "developer-basic";

    private const string Prefix = "Basic ";
    private const int LongestHeader = 1024;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }
        var network = RemoteNetwork.Of(Context) ?? "";
        if (failures.MustWait(network))
        {
            return AuthenticateResult.Fail("Too many wrong passwords");
        }
        if (!IsRight(header))
        {
            failures.Count(network);
            await audit.WriteAsync(new AuditRecord(AuditActions.SignInRefused, DeveloperPanelOptions.Section), Context.RequestAborted);
            return AuthenticateResult.Fail("Wrong login or password");
        }
        var name = "developer:" + panel.Value.Login;
        var developer = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, name), new Claim(ClaimTypes.Name, name)], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(developer), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (failures.MustWait(RemoteNetwork.Of(Context) ?? ""))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Response.Headers.RetryAfter = FailedSignIns.Window.TotalSeconds.ToString("0");
            return Task.CompletedTask;
        }
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers[HeaderNames.WWWAuthenticate] = "Basic realm=\"SaleAuto\", charset=\"UTF-8\"";
        return Task.CompletedTask;
    }

    private bool IsRight(string header)
    {
        var sent = header.Length <= LongestHeader ? Decode(header[Prefix.Length..].Trim()) : "";
        return CryptographicOperations.FixedTimeEquals(Digest(sent), Digest($"{panel.Value.Login}:{panel.Value.Password}"));
    }

    // Of equal length, so that the time of the comparison tells nothing.
    private static byte[] Digest(string value) => SHA256.HashData(Encoding.UTF8.GetBytes(value));

    private static string Decode(string credentials)
    {
        Span<byte> bytes = stackalloc byte[LongestHeader];
        return Convert.TryFromBase64String(credentials, bytes, out var length) ? Encoding.UTF8.GetString(bytes[..length]) : "";
    }
}

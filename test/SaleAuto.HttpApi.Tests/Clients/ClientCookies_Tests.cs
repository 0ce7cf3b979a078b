using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using SaleAuto.Users;

namespace SaleAuto.Clients;

/// <summary>Pages as the program sees them: the cookies of a browser in, the renewed ones out.</summary>
public sealed class ClientCookies_Tests(ApiOn<SqliteDatabase> api) : IClassFixture<ApiOn<SqliteDatabase>>
{
    private readonly ApiHost _host = api.Host;

    [Fact]
    public async Task Should_Hand_Tokens_To_The_Browser_Out_Of_Reach_Of_Scripts()
    {
        var browser = await SignInAsync();

        browser.Select(x => x.Name.Value).ShouldBe(["sa_access", "sa_refresh"]);
        browser.ShouldAllBe(x => x.HttpOnly && x.Secure && x.SameSite == Microsoft.Net.Http.Headers.SameSiteMode.Lax && x.Path == "/");
        browser.Select(x => x.MaxAge).ShouldBe([TimeSpan.FromMinutes(10), TimeSpan.FromDays(30)]);
    }

    [Fact]
    public async Task Should_Know_The_Client_On_Pages()
    {
        var (clientId, renewed) = await VisitAsync("/cabinet", await SignInAsync());

        clientId.ShouldNotBeNull();
        renewed.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Renew_A_Sign_In_That_Has_Run_Out_Without_The_Visitor_Noticing()
    {
        var browser = await SignInAsync();
        var (before, _) = await VisitAsync("/cabinet", browser);
        _host.Clock.Advance(TimeSpan.FromMinutes(11));

        var (after, renewed) = await VisitAsync("/cabinet", browser);

        after.ShouldBe(before);
        renewed.Select(x => x.Name.Value).ShouldBe(["sa_access", "sa_refresh"]);
        (await VisitAsync("/cabinet", renewed)).ClientId.ShouldBe(before);
    }

    [Fact]
    public async Task Should_Not_Log_Out_A_Browser_That_Loads_Fifty_Pages_At_Once()
    {
        var browser = await SignInAsync();
        _host.Clock.Advance(TimeSpan.FromMinutes(11));

        var outcomes = await Race.RunAsync(50, _ => VisitAsync("/cabinet", browser));

        outcomes.ShouldAllBe(x => x.Failure == null && x.Result.ClientId != null);
    }

    [Fact]
    public async Task Should_Forget_Cookies_That_Are_Worth_Nothing()
    {
        var browser = await SignInAsync();
        _host.Clock.Advance(TimeSpan.FromDays(31));

        var (clientId, renewed) = await VisitAsync("/cabinet", browser);

        clientId.ShouldBeNull();
        renewed.ShouldAllBe(x => x.Value.Length == 0 && x.Expires < DateTimeOffset.UnixEpoch.AddDays(1));
    }

    [Fact]
    public async Task Should_Not_Take_Cookies_For_The_Api() // another site's page could send them along
    {
        var (clientId, _) = await VisitAsync("/api/client/leads", await SignInAsync());

        clientId.ShouldBeNull();
    }

    [Fact]
    public async Task Should_End_The_Sign_In_On_The_Server_When_Signing_Out()
    {
        var browser = await SignInAsync();
        await using var scope = _host.Services.CreateAsyncScope();
        var context = NewContext(scope.ServiceProvider, "/", browser);

        await scope.ServiceProvider.GetRequiredService<IClientCookies>().SignOutAsync(context);

        Cookies(context).ShouldAllBe(x => x.Value.Length == 0);
        _host.Clock.Advance(TimeSpan.FromMinutes(11));
        (await VisitAsync("/cabinet", browser)).ClientId.ShouldBeNull();
    }

    private async Task<IReadOnlyList<SetCookieHeaderValue>> SignInAsync()
    {
        var answer = await _host.NewClient().SignInAsync();
        await using var scope = _host.Services.CreateAsyncScope();
        var context = NewContext(scope.ServiceProvider, "/", []);
        var tokens = new TokensDto((string)answer["accessToken"]!, (int)answer["expiresInSeconds"]!, (string)answer["refreshToken"]!);

        scope.ServiceProvider.GetRequiredService<IClientCookies>().SignIn(context, tokens);

        return Cookies(context);
    }

    private async Task<(Guid? ClientId, IReadOnlyList<SetCookieHeaderValue> Renewed)> VisitAsync(string path, IReadOnlyList<SetCookieHeaderValue> cookies)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var context = NewContext(scope.ServiceProvider, path, cookies);
        var result = await Microsoft.AspNetCore.Authentication.AuthenticationHttpContextExtensions.AuthenticateAsync(context, ClientAuthentication.Scheme);
        context.User = result.Principal ?? context.User;
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = context;
        return (scope.ServiceProvider.GetRequiredService<ICurrentUser>().ClientId, Cookies(context));
    }

    private static DefaultHttpContext NewContext(IServiceProvider services, string path, IReadOnlyList<SetCookieHeaderValue> cookies)
    {
        var context = new DefaultHttpContext { RequestServices = services };
        context.Request.Path = path;
        context.Request.Headers.Cookie = new StringValues(string.Join("; ", cookies.Select(x => $"{x.Name}={x.Value}")));
        return context;
    }

    private static List<SetCookieHeaderValue> Cookies(HttpContext context) =>
        [.. SetCookieHeaderValue.ParseList([.. context.Response.Headers.SetCookie.OfType<string>()])];
}

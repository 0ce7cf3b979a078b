using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SaleAuto.Admin.Shell;
using SaleAuto.Errors;
using SaleAuto.Localization;
using SaleAuto.Staff;
using SaleAuto.Staff.SignIn;

namespace SaleAuto.Admin.Account;

/// <summary>The ways in and out: password, code, Telegram, invitation.</summary>
internal sealed class SignInScreen : IAdminScreen
{
    private const string BrowserCookie = "sa_signin";

    public void Map(RouteGroupBuilder admin)
    {
        var open = admin.MapGroup("").AllowAnonymous();
        open.MapGet("/signin", (string? returnUrl) => Show(returnUrl));
        open.MapPost("/signin", SignInAsync).RequireRateLimiting(AdminScreens.SignInLimit);
        open.MapPost("/signin/code", TakeCodeAsync).RequireRateLimiting(AdminScreens.SignInLimit);
        open.MapPost("/signin/telegram", BeginTelegramAsync).RequireRateLimiting(AdminScreens.SignInLimit);
        open.MapPost("/signin/telegram/state", AskTelegramAsync);
        open.MapPost("/signin/language", AdminLanguage.ChangeAsync);
        open.MapPost("/signout", SignOutAsync);
        open.MapGet("/invitation/{secret}", ShowInvitationAsync).RequireRateLimiting(AdminScreens.SignInLimit);
        open.MapPost("/invitation/{secret}", AcceptAsync).RequireRateLimiting(AdminScreens.SignInLimit);
    }

    private static RazorComponentResult<SignInPage> Show(string? returnUrl, string? userName = null, string? code = null) =>
        new(new { ReturnUrl = returnUrl, UserName = userName, Error = code is null ? null : ErrorTexts.For(code) }) { StatusCode = code is null ? 200 : 400 };

    private static async Task<IResult> SignInAsync(HttpContext http, IStaffSignInAppService signIn, IStaffCookies cookies, CancellationToken cancellationToken)
    {
        var (userName, returnUrl) = (await http.FieldAsync("userName"), await http.FieldAsync("returnUrl"));
        var result = await signIn.SignInAsync(userName, await http.FieldAsync("password"), http.Device(), cancellationToken);
        return result.Status == StaffSignInStatus.Refused
            ? Show(returnUrl, userName, SaleAutoErrorCodes.Staff.SignInRefused)
            : await EnterAsync(result, returnUrl, cookies);
    }

    private static async Task<IResult> TakeCodeAsync(HttpContext http, IStaffSignInAppService signIn, IStaffCookies cookies, CancellationToken cancellationToken)
    {
        var (pending, returnUrl) = (await http.FieldAsync("pending"), await http.FieldAsync("returnUrl"));
        var result = await signIn.SignInWithCodeAsync(pending, await http.FieldAsync("code"), http.Device(), cancellationToken);
        return result.Status == StaffSignInStatus.Refused
            ? new RazorComponentResult<CodePage>(new { Pending = pending, ReturnUrl = returnUrl, Error = ErrorTexts.For(SaleAutoErrorCodes.Staff.CodeWrong) }) { StatusCode = 400 }
            : await EnterAsync(result, returnUrl, cookies);
    }

    private static async Task<IResult> BeginTelegramAsync(HttpContext http, IStaffSignInAppService signIn, CancellationToken cancellationToken)
    {
        var begun = await signIn.BeginTelegramAsync(http.Device(), cancellationToken);
        http.Response.Cookies.Append(BrowserCookie, begun.BrowserSecret, new CookieOptions
        {
            Path = "/admin/signin",
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = http.Request.IsHttps,
            Expires = begun.ExpiresAt,
            IsEssential = true,
        });
        return new RazorComponentResult<TelegramPage>(new { SignIn = begun, ReturnUrl = await http.FieldAsync("returnUrl") });
    }

    private static async Task<IResult> AskTelegramAsync(HttpContext http, IStaffSignInAppService signIn, IStaffCookies cookies, CancellationToken cancellationToken)
    {
        var returnUrl = await http.FieldAsync("returnUrl");
        var state = await signIn.GetTelegramAsync(http.Request.Cookies[BrowserCookie] ?? "", http.Device(), cancellationToken);
        if (state.Result is { Status: not StaffSignInStatus.Refused } result)
        {
            if (result.Status == StaffSignInStatus.SignedIn)
            {
                await cookies.SignInAsync(result.Ticket!);
                return http.GoTo(Next(result, returnUrl));
            }
            http.Response.Headers["HX-Retarget"] = "body";
            return new RazorComponentResult<CodePage>(new { Pending = result.Pending!, ReturnUrl = returnUrl });
        }
        var ended = state switch
        {
            { IsExpired: true } => "Expired",
            { Status: SignInRequestStatus.Refused } or { Result: not null } => "Refused",
            { Status: SignInRequestStatus.Used } => "Expired",
            _ => null,
        };
        return http.Request.IsFragment() || ended is not null
            ? new RazorComponentResult<TelegramState>(new { ReturnUrl = returnUrl, Ended = ended })
            : new RazorComponentResult<TelegramState>(new { ReturnUrl = returnUrl });
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, IStaffSignInAppService signIn, IStaffCookies cookies, CancellationToken cancellationToken)
    {
        if (http.User.FindSessionId() is { } sessionId)
        {
            await signIn.SignOutAsync(sessionId, cancellationToken);
        }
        await cookies.SignOutAsync();
        return TypedResults.LocalRedirect("/admin/signin");
    }

    private static async Task<IResult> ShowInvitationAsync(string secret, IStaffAccountAppService accounts, CancellationToken cancellationToken) =>
        Show(secret, await accounts.FindInvitationAsync(secret, cancellationToken));

    private static async Task<IResult> AcceptAsync(string secret, HttpContext http, IStaffAccountAppService accounts, IStaffSignInAppService signIn, IStaffCookies cookies, CancellationToken cancellationToken)
    {
        var invited = await accounts.FindInvitationAsync(secret, cancellationToken);
        if (invited is null)
        {
            return Show(secret, null);
        }
        var input = new AcceptInvitationInput { FullName = await http.FieldAsync("fullName"), Password = await http.FieldAsync("password"), Repeated = await http.FieldAsync("repeated") };
        try
        {
            await accounts.AcceptInvitationAsync(secret, input, cancellationToken);
        }
        catch (InputValidationException wrong)
        {
            return new RazorComponentResult<InvitationPage>(new { Secret = secret, Invited = invited, FullName = input.FullName, Faults = FormFaults.Of(wrong) }) { StatusCode = 422 };
        }
        return await EnterAsync(await signIn.SignInAsync(invited.UserName, input.Password!, http.Device(), cancellationToken), null, cookies);
    }

    private static RazorComponentResult<InvitationPage> Show(string secret, InvitedDto? invited) =>
        new(new { Secret = secret, Invited = invited }) { StatusCode = invited is null ? 404 : 200 };

    private static async Task<IResult> EnterAsync(StaffSignInResult result, string? returnUrl, IStaffCookies cookies)
    {
        switch (result.Status)
        {
            case StaffSignInStatus.CodeNeeded:
                return new RazorComponentResult<CodePage>(new { Pending = result.Pending!, ReturnUrl = returnUrl });
            case StaffSignInStatus.SignedIn:
                await cookies.SignInAsync(result.Ticket!);
                return TypedResults.LocalRedirect(Next(result, returnUrl));
            default:
                return TypedResults.LocalRedirect("/admin/signin");
        }
    }

    private static string Next(StaffSignInResult result, string? returnUrl) =>
        result.MustChangePassword ? "/admin/account/password" : AdminPreferences.OwnAddress(returnUrl is not null && returnUrl.StartsWith("/admin/signin", StringComparison.Ordinal) ? null : returnUrl);
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using SaleAuto.Admin.Shell;
using SaleAuto.Errors;
using SaleAuto.Messages;
using SaleAuto.Staff;
using SaleAuto.Staff.Linking;
using SaleAuto.Staff.Sessions;
using SaleAuto.Staff.SignIn;
using SaleAuto.Staff.Tokens;

namespace SaleAuto.Admin.Account;

/// <summary>The person's own account: password, second factor, sessions, tokens.</summary>
internal sealed class ProfileScreen : IAdminScreen
{
    private const string Home = "/admin/account";

    public void Map(RouteGroupBuilder admin)
    {
        var account = admin.MapGroup("/account");
        account.MapGet("", (HttpContext http, CancellationToken cancellationToken) => ShowAsync(http, null, null, cancellationToken));
        account.MapGet("/password", (IStaffProfileAppService profile, CancellationToken cancellationToken) => ShowPasswordAsync(profile, FormFaults.None, cancellationToken));
        account.MapPost("/password", ChangePasswordAsync).RequireRateLimiting(AdminScreens.SignInLimit);
        account.MapPost("/telegram", LinkTelegramAsync).RequireRateLimiting(AdminScreens.SignInLimit);
        account.MapPost("/telegram/unlink", UnlinkTelegramAsync);
        account.MapPost("/notifications", SetNotificationAsync);
        account.MapPost("/second-factor", BeginSecondFactorAsync);
        account.MapPost("/second-factor/on", EnableSecondFactorAsync).RequireRateLimiting(AdminScreens.SignInLimit);
        account.MapPost("/second-factor/off", DisableSecondFactorAsync).RequireRateLimiting(AdminScreens.SignInLimit);
        account.MapPost("/second-factor/codes", RenewCodesAsync).RequireRateLimiting(AdminScreens.SignInLimit);
        account.MapPost("/sessions/{id:guid}/end", EndSessionAsync);
        account.MapPost("/sessions/end-others", EndOthersAsync);
        account.MapPost("/tokens", CreateTokenAsync);
        account.MapPost("/tokens/{id:guid}/revoke", RevokeTokenAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, FormFaults? faults, string? faultyForm, CancellationToken cancellationToken)
    {
        var services = http.RequestServices;
        var profile = await services.GetRequiredService<IStaffProfileAppService>().GetAsync(cancellationToken);
        var sessions = await services.GetRequiredService<IStaffSessionAppService>().GetListAsync(cancellationToken);
        var tokens = services.GetRequiredService<IPersonalAccessTokenAppService>();
        return new RazorComponentResult<ProfilePage>(new
        {
            Profile = profile,
            Notifications = await services.GetRequiredService<INotificationChoiceAppService>().GetAsync(cancellationToken),
            Sessions = sessions,
            Tokens = await tokens.GetListAsync(cancellationToken),
            Scopes = await tokens.GetScopesAsync(cancellationToken),
            Faults = faults ?? FormFaults.None,
            FaultyForm = faultyForm,
        })
        { StatusCode = faults is null ? 200 : 422 };
    }

    private static async Task<IResult> ShowPasswordAsync(IStaffProfileAppService profile, FormFaults faults, CancellationToken cancellationToken) =>
        new RazorComponentResult<PasswordPage>(new { Profile = await profile.GetAsync(cancellationToken), Faults = faults }) { StatusCode = faults.Any ? 422 : 200 };

    private static async Task<IResult> ChangePasswordAsync(HttpContext http, IStaffProfileAppService profile, IStaffCookies cookies, IStringLocalizer<AccountTexts> texts, CancellationToken cancellationToken)
    {
        var input = new ChangePasswordInput { Current = await http.FieldAsync("current"), New = await http.FieldAsync("new"), Repeated = await http.FieldAsync("repeated") };
        try
        {
            await cookies.SignInAsync(await profile.ChangePasswordAsync(input, cancellationToken));
        }
        catch (InputValidationException wrong)
        {
            return await ShowPasswordAsync(profile, FormFaults.Of(wrong), cancellationToken);
        }
        http.Response.ToastOnNextPage(ToastKind.Success, texts["Password.Changed"]);
        return TypedResults.LocalRedirect(Home);
    }

    private static async Task<IResult> LinkTelegramAsync(ITelegramLinkAppService links, CancellationToken cancellationToken) =>
        new RazorComponentResult<TelegramLinkPage>(new { Issued = await links.BeginAsync(cancellationToken) });

    private static async Task<IResult> UnlinkTelegramAsync(HttpContext http, ITelegramLinkAppService links, IStringLocalizer<AccountTexts> texts, CancellationToken cancellationToken)
    {
        await links.UnlinkAsync(cancellationToken);
        http.Response.ToastOnNextPage(ToastKind.Success, texts["Link.Ended"]);
        return TypedResults.LocalRedirect(Home);
    }

    private static async Task<IResult> SetNotificationAsync(HttpContext http, INotificationChoiceAppService notifications, CancellationToken cancellationToken)
    {
        if (!Enum.TryParse<NotificationTopic>(await http.FieldAsync("topic"), out var topic) || !bool.TryParse(await http.FieldAsync("on"), out var isOn))
        {
            throw new InputValidationException("topic", SaleAutoErrorCodes.Fields.NotAllowed);
        }
        await notifications.SetAsync(topic, isOn, cancellationToken);
        return TypedResults.LocalRedirect(Home + "#notifications");
    }

    private static async Task<IResult> BeginSecondFactorAsync(IStaffProfileAppService profile, CancellationToken cancellationToken) =>
        new RazorComponentResult<SecondFactorPage>(new { Key = await profile.BeginSecondFactorAsync(cancellationToken) });

    private static async Task<IResult> EnableSecondFactorAsync(HttpContext http, IStaffProfileAppService profile, CancellationToken cancellationToken)
    {
        try
        {
            return new RazorComponentResult<RecoveryCodesPage>(new { Codes = await profile.EnableSecondFactorAsync(await http.FieldAsync("code"), cancellationToken) });
        }
        catch (InputValidationException wrong)
        {
            // The key is the same until it is begun anew: the page says so and asks for another code.
            return new RazorComponentResult<SecondFactorPage>(new { Faults = FormFaults.Of(wrong) }) { StatusCode = 422 };
        }
    }

    private static async Task<IResult> DisableSecondFactorAsync(HttpContext http, IStaffProfileAppService profile, IStringLocalizer<AccountTexts> texts, CancellationToken cancellationToken)
    {
        try
        {
            await profile.DisableSecondFactorAsync(await http.FieldAsync("password"), cancellationToken);
        }
        catch (InputValidationException wrong)
        {
            return await ShowAsync(http, FormFaults.Of(wrong), "off", cancellationToken);
        }
        http.Response.ToastOnNextPage(ToastKind.Success, texts["SecondFactor.IsOff"]);
        return TypedResults.LocalRedirect(Home);
    }

    private static async Task<IResult> RenewCodesAsync(HttpContext http, IStaffProfileAppService profile, CancellationToken cancellationToken)
    {
        try
        {
            return new RazorComponentResult<RecoveryCodesPage>(new { Codes = await profile.RenewRecoveryCodesAsync(await http.FieldAsync("password"), cancellationToken) });
        }
        catch (InputValidationException wrong)
        {
            return await ShowAsync(http, FormFaults.Of(wrong), "codes", cancellationToken);
        }
    }

    private static async Task<IResult> EndSessionAsync(Guid id, IStaffSessionAppService sessions, CancellationToken cancellationToken)
    {
        await sessions.RevokeAsync(id, cancellationToken);
        return TypedResults.LocalRedirect(Home + "#sessions");
    }

    private static async Task<IResult> EndOthersAsync(IStaffSessionAppService sessions, CancellationToken cancellationToken)
    {
        await sessions.RevokeOthersAsync(cancellationToken);
        return TypedResults.LocalRedirect(Home + "#sessions");
    }

    private static async Task<IResult> CreateTokenAsync(HttpContext http, IPersonalAccessTokenAppService tokens, CancellationToken cancellationToken)
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);
        var input = new CreatePersonalAccessTokenInput
        {
            Name = form["name"],
            Scopes = [.. form["scopes"].OfType<string>()],
            Days = int.TryParse(form["days"], out var days) ? days : 0,
        };
        try
        {
            return new RazorComponentResult<NewTokenPage>(new { Issued = await tokens.CreateAsync(input, cancellationToken) });
        }
        catch (InputValidationException wrong)
        {
            return await ShowAsync(http, FormFaults.Of(wrong), "token", cancellationToken);
        }
    }

    private static async Task<IResult> RevokeTokenAsync(Guid id, IPersonalAccessTokenAppService tokens, CancellationToken cancellationToken)
    {
        await tokens.RevokeAsync(id, cancellationToken);
        return TypedResults.LocalRedirect(Home + "#tokens");
    }
}

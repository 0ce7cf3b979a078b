using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using SaleAuto.Admin.Account;
using SaleAuto.Admin.Shell;
using SaleAuto.Errors;
using SaleAuto.Settings;

namespace SaleAuto.Admin.Settings;

/// <summary>Settings of the company: look at a change before it is made, and at all that were made.</summary>
internal sealed class SettingsScreen : IAdminScreen
{
    internal const string Home = "/admin/settings";

    public void Map(RouteGroupBuilder admin)
    {
        var settings = admin.MapGroup("/settings");
        settings.MapGet("", async (ISettingsAppService service, CancellationToken cancellationToken) =>
            TypedResults.LocalRedirect($"{Home}/{(await service.GetGroupsAsync(cancellationToken))[0].Name}"));
        settings.MapGet("/{group}", (string group, ISettingsAppService service, CancellationToken cancellationToken) =>
            ShowAsync(group, service, FormFaults.None, null, null, cancellationToken));
        settings.MapPost("/{group}", ChangeAsync);
        settings.MapPost("/{group}/example", ShowExampleAsync);
    }

    private static async Task<IResult> ShowAsync(
        string group,
        ISettingsAppService service,
        FormFaults faults,
        IReadOnlyDictionary<string, string>? typed,
        IReadOnlyList<SettingChangeDto>? preview,
        CancellationToken cancellationToken) => new RazorComponentResult<SettingsPage>(new
        {
            Settings = await service.GetAsync(group, cancellationToken),
            History = await service.GetHistoryAsync(group, cancellationToken),
            Faults = faults,
            Typed = typed,
            Preview = preview,
            Example = await service.ShowExampleAsync(group, faults.Any ? null : typed, cancellationToken),
        })
        { StatusCode = faults.Any ? 422 : 200 };

    private static async Task<IResult> ShowExampleAsync(string group, HttpContext http, ISettingsAppService service, CancellationToken cancellationToken)
    {
        var typed = Typed(await http.Request.ReadFormAsync(cancellationToken));
        try
        {
            return await service.ShowExampleAsync(group, typed, cancellationToken) is { } example
                ? new RazorComponentResult<SettingExample>(new { Group = group, Example = example })
                : TypedResults.NotFound();
        }
        catch (InputValidationException)
        {
            return new RazorComponentResult<SettingExample>(new { Group = group, Example = await service.ShowExampleAsync(group, null, cancellationToken), IsWrong = true });
        }
    }

    private static Dictionary<string, string> Typed(IFormCollection form) =>
        form.Where(x => x.Key.StartsWith("f.", StringComparison.Ordinal)).ToDictionary(x => x.Key[2..], x => x.Value[^1] ?? "");

    private static async Task<IResult> ChangeAsync(string group, HttpContext http, ISettingsAppService service, IStringLocalizer<SettingsTexts> texts, CancellationToken cancellationToken)
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);
        var typed = Typed(form);
        Guid? expected = Guid.TryParse(form["version"], out var version) ? version : null;
        try
        {
            if (form["do"] != "save")
            {
                return await ShowAsync(group, service, FormFaults.None, typed, await service.PreviewAsync(group, typed, cancellationToken), cancellationToken);
            }
            await service.ChangeAsync(group, typed, expected, cancellationToken);
        }
        catch (InputValidationException wrong)
        {
            return await ShowAsync(group, service, FormFaults.Of(wrong), typed, null, cancellationToken);
        }
        http.Response.ToastOnNextPage(ToastKind.Success, texts["Saved"]);
        return TypedResults.LocalRedirect($"{Home}/{group}");
    }
}

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
        })
        { StatusCode = faults.Any ? 422 : 200 };

    private static async Task<IResult> ChangeAsync(string group, HttpContext http, ISettingsAppService service, IStringLocalizer<SettingsTexts> texts, CancellationToken cancellationToken)
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);
        var typed = form.Where(x => x.Key.StartsWith("f.", StringComparison.Ordinal)).ToDictionary(x => x.Key[2..], x => x.Value[^1] ?? "");
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

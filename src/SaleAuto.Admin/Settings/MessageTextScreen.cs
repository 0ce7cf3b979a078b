using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using SaleAuto.Admin.Account;
using SaleAuto.Admin.Shell;
using SaleAuto.Errors;
using SaleAuto.Messages;

namespace SaleAuto.Admin.Settings;

/// <summary>Words of the messages that the product sends, with their preview and history.</summary>
internal sealed class MessageTextScreen : IAdminScreen
{
    internal const string Home = SettingsScreen.Home + "/messages";

    public void Map(RouteGroupBuilder admin)
    {
        var texts = admin.MapGroup("/settings/messages");
        texts.MapGet("", async (IMessageTextAppService service, CancellationToken cancellationToken) =>
            new RazorComponentResult<MessageTextsPage>(new { Texts = await service.GetListAsync(cancellationToken) }));
        texts.MapGet("/{name}", (string name, IMessageTextAppService service, CancellationToken cancellationToken) =>
            ShowAsync(name, service, FormFaults.None, null, cancellationToken));
        texts.MapPost("/{name}", ChangeAsync);
        texts.MapPost("/{name}/preview/{language}", PreviewAsync);
    }

    private static async Task<IResult> ShowAsync(
        string name, IMessageTextAppService service, FormFaults faults, IReadOnlyDictionary<string, string>? typed, CancellationToken cancellationToken)
    {
        var text = await service.GetAsync(name, cancellationToken);
        var previews = new Dictionary<string, MessagePreviewDto>();
        foreach (var words in text.Languages)
        {
            previews[words.Language] = await service.PreviewAsync(name, words.Language, typed?.GetValueOrDefault(words.Language) ?? words.Words, cancellationToken);
        }
        return new RazorComponentResult<MessageTextPage>(new
        {
            Text = text,
            Previews = previews,
            History = await service.GetHistoryAsync(name, cancellationToken),
            Faults = faults,
            Typed = typed,
        })
        { StatusCode = faults.Any ? 422 : 200 };
    }

    private static async Task<IResult> PreviewAsync(string name, string language, HttpContext http, IMessageTextAppService service, CancellationToken cancellationToken)
    {
        var preview = await service.PreviewAsync(name, language, await http.FieldAsync(language), cancellationToken);
        return new RazorComponentResult<MessagePreview>(new { Language = language, Preview = preview });
    }

    private static async Task<IResult> ChangeAsync(string name, HttpContext http, IMessageTextAppService service, IStringLocalizer<SettingsTexts> texts, CancellationToken cancellationToken)
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);
        var typed = (await service.GetAsync(name, cancellationToken)).Languages
            .Where(x => form.ContainsKey(x.Language))
            .ToDictionary(x => x.Language, x => form[x.Language].ToString());
        Guid? expected = Guid.TryParse(form["version"], out var version) ? version : null;
        try
        {
            await service.ChangeAsync(name, typed, expected, cancellationToken);
        }
        catch (InputValidationException wrong)
        {
            return await ShowAsync(name, service, FormFaults.Of(wrong), typed, cancellationToken);
        }
        http.Response.ToastOnNextPage(ToastKind.Success, texts["Message.Saved"]);
        return TypedResults.LocalRedirect($"{Home}/{name}");
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using SaleAuto.Admin.Account;
using SaleAuto.Admin.Shell;
using SaleAuto.Clients;
using SaleAuto.Errors;

namespace SaleAuto.Admin.Settings;

/// <summary>Versions of the consent texts, and the text that a client agreed to.</summary>
internal sealed class ConsentScreen : IAdminScreen
{
    internal const string Home = SettingsScreen.Home + "/consents";

    public void Map(RouteGroupBuilder admin)
    {
        var consents = admin.MapGroup("/settings/consents");
        consents.MapGet("", async (IConsentAppService service, CancellationToken cancellationToken) =>
            new RazorComponentResult<ConsentsPage>(new
            {
                Consents = new[]
                {
                    await service.GetTextsAsync(ConsentKind.PersonalData, cancellationToken),
                    await service.GetTextsAsync(ConsentKind.Advertising, cancellationToken),
                },
            }));
        consents.MapGet("/{kind}", (ConsentKind kind, IConsentAppService service, CancellationToken cancellationToken) =>
            ShowAsync(kind, service, FormFaults.None, null, cancellationToken));
        consents.MapPost("/{kind}", PublishAsync);
        consents.MapPost("/{kind}/preview", async (ConsentKind kind, HttpContext http, IConsentAppService service, CancellationToken cancellationToken) =>
            new RazorComponentResult<ConsentPreview>(new { (await service.PreviewAsync(kind, await ReadAsync(http), cancellationToken)).Words }));
        admin.MapGet("/consents/{id:guid}", async (Guid id, IConsentAppService service, CancellationToken cancellationToken) =>
            new RazorComponentResult<GivenConsentDialog>(new { Given = await service.GetGivenTextAsync(id, cancellationToken) }));
    }

    private static async Task<IResult> ShowAsync(ConsentKind kind, IConsentAppService service, FormFaults faults, PublishConsentInput? typed, CancellationToken cancellationToken)
    {
        var consent = await service.GetTextsAsync(kind, cancellationToken);
        var words = typed ?? consent.Versions[0].Words;
        return new RazorComponentResult<ConsentPage>(new
        {
            Consent = consent,
            Words = words,
            Preview = (await service.PreviewAsync(kind, words, cancellationToken)).Words,
            Faults = faults,
        })
        { StatusCode = faults.Any ? 422 : 200 };
    }

    private static async Task<IResult> PublishAsync(ConsentKind kind, HttpContext http, IConsentAppService service, IStringLocalizer<SettingsTexts> texts, CancellationToken cancellationToken)
    {
        var typed = await ReadAsync(http);
        try
        {
            await service.PublishAsync(kind, typed, await http.FieldAsync("version"), cancellationToken);
        }
        catch (InputValidationException wrong)
        {
            return await ShowAsync(kind, service, FormFaults.Of(wrong), typed, cancellationToken);
        }
        catch (BusinessException refused)
        {
            return await ShowAsync(kind, service, FormFaults.Of(refused.Code), typed, cancellationToken);
        }
        http.Response.ToastOnNextPage(ToastKind.Success, texts["Consent.Published"]);
        return TypedResults.LocalRedirect(Home);
    }

    private static async Task<PublishConsentInput> ReadAsync(HttpContext http) => new(
        await http.FieldAsync(nameof(PublishConsentInput.Label)),
        await http.FieldAsync(nameof(PublishConsentInput.Text)),
        await http.FieldAsync(nameof(PublishConsentInput.EnglishLabel)),
        await http.FieldAsync(nameof(PublishConsentInput.EnglishText)));
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using SaleAuto.Accounting.Distributions;
using SaleAuto.Admin.Account;
using SaleAuto.Admin.Calls;
using SaleAuto.Admin.Shell;
using SaleAuto.Errors;
using SaleAuto.Localization;

namespace SaleAuto.Admin.Accounting.Distributions;

/// <summary>Versions of the policy, the draft, and what it would have made of the past. The editor works without script: every button posts what is typed.</summary>
internal sealed class PolicyScreen : IAdminScreen
{
    public const string Home = AdminScreens.Home + "/accounting/policy";
    public const string Draft = Home + "/draft";
    public const string WhatIf = Home + "/what-if";

    public void Map(RouteGroupBuilder admin)
    {
        var policy = admin.MapGroup("/accounting/policy");
        policy.MapGet("", async (IDistributionPolicyAppService service, CancellationToken cancellationToken) => await ShowAsync(service, null, null, cancellationToken));
        policy.MapGet("/draft", EditAsync);
        policy.MapPost("/draft", ChangeAsync);
        policy.MapPost("/draft/discard", DiscardAsync);
        policy.MapPost("/draft/switch-on", SwitchOnAsync);
        policy.MapGet("/what-if", ReplayAsync);
    }

    private static async Task<IResult> ShowAsync(IDistributionPolicyAppService service, string? refusal, string? typedDay, CancellationToken cancellationToken) =>
        new RazorComponentResult<PolicyPage>(new { Policy = await service.GetAsync(cancellationToken), Refusal = refusal, TypedDay = typedDay }) { StatusCode = refusal is null ? 200 : 422 };

    // Without a draft the editor begins with what is in force.
    private static async Task<IResult> EditAsync(IDistributionPolicyAppService service, CancellationToken cancellationToken)
    {
        var policy = await service.GetAsync(cancellationToken);
        var basis = policy.Draft ?? policy.Versions.FirstOrDefault(x => x.IsInForce);
        return Editor(policy, PolicyForm.Of(basis, basis is not null && basis == policy.Draft), FormFaults.None);
    }

    private static async Task<IResult> ChangeAsync(HttpContext http, IDistributionPolicyAppService service, IStringLocalizer<DistributionTexts> texts, CancellationToken cancellationToken)
    {
        var posted = await http.Request.ReadFormAsync(cancellationToken);
        var form = PolicyForm.Of(posted);
        var policy = await service.GetAsync(cancellationToken);
        if (form.After(posted["do"].ToString()) is { } changed)
        {
            return Editor(policy, changed, FormFaults.None, isDirty: true);
        }
        try
        {
            await service.SaveDraftAsync(form.ToInput(), cancellationToken);
        }
        catch (InputValidationException wrong)
        {
            return Editor(policy, form, FormFaults.Of(wrong), isDirty: true);
        }
        catch (BusinessException refused)
        {
            return Editor(policy, form, FormFaults.Of(refused.Code), isDirty: true);
        }
        http.Response.ToastOnNextPage(ToastKind.Success, texts["Policy.Saved"]);
        return TypedResults.LocalRedirect(Home);
    }

    private static async Task<IResult> DiscardAsync(HttpContext http, IDistributionPolicyAppService service, IStringLocalizer<DistributionTexts> texts, CancellationToken cancellationToken)
    {
        await service.DiscardDraftAsync(cancellationToken);
        http.Response.ToastOnNextPage(ToastKind.Info, texts["Policy.Discarded"]);
        return TypedResults.LocalRedirect(Home);
    }

    private static async Task<IResult> SwitchOnAsync(HttpContext http, IDistributionPolicyAppService service, IStringLocalizer<DistributionTexts> texts, CancellationToken cancellationToken)
    {
        var typed = await PostedCall.ReadAsync(http.Request, cancellationToken);
        try
        {
            var input = new SwitchOnPolicyInput { DraftId = typed.Id("draft"), Version = typed.Integer("version"), From = typed.Day("from") };
            typed.EnsureReadable();
            await service.SwitchOnAsync(input, cancellationToken);
        }
        catch (InputValidationException wrong)
        {
            return await ShowAsync(service, ErrorTexts.For(wrong.Errors[0].Code, wrong.Errors[0].Values), typed.Text("from"), cancellationToken);
        }
        catch (BusinessException refused)
        {
            return await ShowAsync(service, ErrorTexts.For(refused.Code, refused.Values), typed.Text("from"), cancellationToken);
        }
        http.Response.ToastOnNextPage(ToastKind.Success, texts["Policy.SwitchedOn"]);
        return TypedResults.LocalRedirect(Home);
    }

    private static async Task<IResult> ReplayAsync(HttpRequest request, IDistributionPolicyAppService service, CancellationToken cancellationToken)
    {
        var asked = new PostedCall(request.Query.Select(field => KeyValuePair.Create(field.Key, field.Value.ToString())));
        try
        {
            var replay = await service.ReplayAsync(new ReplayInput { From = asked.Day("from"), To = asked.Day("to") }, cancellationToken);
            return new RazorComponentResult<ReplayPage>(new { Replay = replay, From = replay.From, To = replay.To });
        }
        catch (InputValidationException)
        {
            return Refused(SaleAutoErrorCodes.Fields.OutOfRange, null);
        }
        catch (BusinessException refused) when (refused.Code == SaleAutoErrorCodes.Distributions.PeriodTooLong)
        {
            return Refused(refused.Code, refused.Values);
        }

        IResult Refused(string code, IReadOnlyDictionary<string, object?>? values) => new RazorComponentResult<ReplayPage>(
            new { Refusal = ErrorTexts.For(code, values), From = asked.Day("from"), To = asked.Day("to") })
        {
            StatusCode = StatusCodes.Status400BadRequest,
        };
    }

    private static RazorComponentResult<PolicyEditorPage> Editor(PolicyDto policy, PolicyForm form, FormFaults faults, bool isDirty = false) =>
        new(new { Policy = policy, Form = form, Faults = faults, IsDirty = isDirty }) { StatusCode = faults.Any ? 422 : 200 };
}

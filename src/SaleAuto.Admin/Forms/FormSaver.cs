using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using SaleAuto.Admin.Components;
using SaleAuto.Admin.Shell;
using SaleAuto.Errors;
using SaleAuto.LowCode;
using SaleAuto.Requests;

namespace SaleAuto.Admin.Forms;

/// <summary>Saves what a form sent; a refused form comes back with everything that was typed.</summary>
internal sealed class FormSaver(
    FormDesk desk,
    IResourceCommands commands,
    IResourceHistory history,
    IIdempotentRequests requests,
    IResourceTexts resourceTexts,
    IStringLocalizer<FormTexts> texts,
    AdminContext context)
{
    /// <summary>Creates or changes a row.</summary>
    public async Task<IResult> SaveAsync(ResourceModel resource, Guid? id, HttpContext http, CancellationToken cancellationToken)
    {
        var posted = await PostedForm.ReadAsync(http.Request, cancellationToken);
        var form = await desk.ReopenAsync(resource, action: null, id, posted, cancellationToken);
        try
        {
            var saved = await WriteAsync(form, posted, cancellationToken);
            var note = id is { } row ? await TellOfOthersAsync(resource, row, posted.Version, saved.Version, cancellationToken) : null;
            http.Response.ToastOnNextPage(note is null ? ToastKind.Success : ToastKind.Info, note ?? texts[id is null ? "Created" : "Saved", resourceTexts.One(resource)]);
            return http.GoTo(AddressAfter(form, posted, saved.Id));
        }
        catch (Exception refusal) when (refusal is InputValidationException or BusinessException or RowChangedException or ConcurrencyConflictException)
        {
            desk.Refuse(form, refusal);
            await desk.NameAsync(form, cancellationToken);
            return http.Request.IsFragment()
                ? new RazorComponentResult<RecordFormBody>(new { Form = form }) { StatusCode = StatusCodes.Status422UnprocessableEntity }
                : new RazorComponentResult<RecordFormPage>(new { Form = form }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
    }

    /// <summary>Checks a form while it is filled in: the sentence at the input that was just left, or nothing.</summary>
    public async Task<IResult> CheckAsync(ResourceModel resource, Guid? id, HttpContext http, CancellationToken cancellationToken)
    {
        var name = http.Request.Query["field"].ToString();
        var posted = await PostedForm.ReadAsync(http.Request, cancellationToken);
        var form = await desk.ReopenAsync(resource, action: null, id, posted, cancellationToken);
        var (input, originals) = posted.Read(form, context.Zone);
        var errors = await commands.CheckAsync(resource, id, Changed(input, originals), cancellationToken);
        var text = errors.Select(e => desk.Locate(form, e)).FirstOrDefault(e => e.Path == name)?.Text;
        return TypedResults.Content(HtmlEncoder.Default.Encode(text ?? ""), "text/html; charset=utf-8");
    }

    private async Task<SavedRow> WriteAsync(RecordForm form, PostedForm posted, CancellationToken cancellationToken)
    {
        var (input, originals) = posted.Read(form, context.Zone);
        return form.Id is { } id
            ? await commands.UpdateAsync(form.Resource, id, input, new UpdateBasis(posted.Version, originals), cancellationToken)
            : await requests.ExecuteAsync(
                $"form:{form.Resource.Name}:{context.StaffId}",
                posted.Token,
                posted.Texts.Where(x => form.Fields.Any(f => x.Key == f.Name || x.Key.StartsWith($"{f.Name}[", StringComparison.Ordinal))).Select(x => $"{x.Key}={x.Value}").ToList(),
                stopping => commands.CreateAsync(form.Resource, input, stopping),
                cancellationToken);
    }

    // Values that the person left as they were need no check: the rule may be newer than they are.
    private static ResourceInput Changed(ResourceInput input, ResourceInput? originals)
    {
        if (originals is not null)
        {
            foreach (var name in input.Names.Where(n => originals.Has(n) && Equals(input[n], originals[n])).ToList())
            {
                input.Remove(name);
            }
        }
        return input;
    }

    private async Task<string?> TellOfOthersAsync(ResourceModel resource, Guid id, long? seen, long saved, CancellationToken cancellationToken)
    {
        if (seen is not { } version || saved <= version + 1)
        {
            return null;
        }
        var others = (await history.GetBetweenAsync(resource, id, version, saved - 1, cancellationToken)).Where(e => e.Changes.Count > 0 && e.ActorId != context.StaffId).ToList();
        if (others.Count == 0)
        {
            return null;
        }
        var told = others.GroupBy(e => e.ActorName ?? texts["Somebody"].Value)
            .Select(group => $"{group.Key}: {string.Join(", ", group.SelectMany(e => e.Changes).Select(c => resourceTexts.Caption(c.Field)).Distinct())}");
        return texts["Merged", string.Join("; ", told)];
    }

    private static string AddressAfter(RecordForm form, PostedForm posted, Guid id)
    {
        var list = $"{AdminScreens.Home}/{form.Resource.Name}";
        var back = posted.Back is { } wanted && AdminPreferences.OwnAddress(wanted) is var own && own != AdminScreens.Home ? own : null;
        return posted.Then switch
        {
            "new" => $"{list}/new" + (back is null ? "" : $"?back={Uri.EscapeDataString(back)}"),
            "stay" => $"{list}/{id}/edit" + (back is null ? "" : $"?back={Uri.EscapeDataString(back)}"),
            _ => back ?? $"{list}/{id}",
        };
    }
}

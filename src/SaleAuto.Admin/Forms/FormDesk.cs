using Microsoft.Extensions.Localization;
using SaleAuto.Admin.Shell;
using SaleAuto.Errors;
using SaleAuto.Files;
using SaleAuto.LowCode;

namespace SaleAuto.Admin.Forms;

/// <summary>Opens forms: which fields the person gets, what stands in them, and how the rows and files that they name are called.</summary>
internal sealed class FormDesk(
    IResourceCommands commands,
    IResourceReader reader,
    IResourceTexts resourceTexts,
    IStringLocalizer<FormTexts> texts,
    AdminContext context,
    IStoredFiles stored,
    IFileClaims claims)
{
    /// <summary>The form of a new row; values of the address prefill it.</summary>
    public async Task<RecordForm> OpenNewAsync(ResourceModel resource, IEnumerable<KeyValuePair<string, string?>> prefill, string? back, CancellationToken cancellationToken)
    {
        EnsureAllowed(resource.CanCreate, resource.CreatePermission);
        var form = new RecordForm { Resource = resource, Fields = await GetFieldsAsync(resource, id: null, cancellationToken), Token = NewToken(), Back = back };
        form.Fill(FormValues.Write(await commands.NewAsync(resource, cancellationToken), form.Fields, context.Zone, isExact: false));
        form.Fill(prefill.Where(x => form.Fields.Any(f => f.Name == x.Key && form.IsEditable(f))));
        await NameAsync(form, cancellationToken);
        return form;
    }

    /// <summary>The form of a row.</summary>
    public async Task<RecordForm> OpenEditAsync(ResourceModel resource, Guid id, string? back, CancellationToken cancellationToken)
    {
        EnsureAllowed(resource.CanUpdate, resource.UpdatePermission);
        var record = await reader.GetAsync(resource, id, cancellationToken);
        EnsureAllowed(record.CanUpdate, resource.UpdatePermission);
        var (input, version) = await commands.EditAsync(resource, id, cancellationToken);
        var form = new RecordForm
        {
            Resource = resource,
            Id = id,
            Label = record.Row.Label,
            Fields = await GetFieldsAsync(resource, id, cancellationToken),
            Version = resource.HasVersion ? version : null,
            Token = NewToken(),
            Back = back,
        };
        form.Fill(FormValues.Write(input, form.Fields, context.Zone, isExact: false));
        form.Originals = FormValues.Write(input, form.Fields.Where(form.IsEditable), context.Zone, isExact: true);
        await NameAsync(form, cancellationToken);
        return form;
    }

    /// <summary>The dialog of an action on a row.</summary>
    public async Task<RecordForm> OpenActionAsync(ResourceModel resource, ActionModel action, Guid id, CancellationToken cancellationToken)
    {
        var record = await reader.GetAsync(resource, id, cancellationToken);
        var input = await commands.PrepareActionAsync(resource, action, id, cancellationToken);
        var form = ActionForm(resource, action, record, resource.HasVersion ? record.Row.Version : null, NewToken());
        form.Fill(FormValues.Write(input, form.Fields, context.Zone, isExact: false));
        await NameAsync(form, cancellationToken);
        return form;
    }

    /// <summary>The form again as it was sent.</summary>
    public async Task<RecordForm> ReopenAsync(ResourceModel resource, ActionModel? action, Guid? id, PostedForm posted, CancellationToken cancellationToken)
    {
        var record = id is { } known ? await reader.GetAsync(resource, known, cancellationToken) : null;
        var form = action is not null
            ? ActionForm(resource, action, record!, posted.Version, posted.Token)
            : new RecordForm
            {
                Resource = resource,
                Id = id,
                Label = record?.Row.Label,
                Fields = await GetFieldsAsync(resource, id, cancellationToken),
                Version = posted.Version,
                Token = posted.Token,
                Back = posted.Back,
            };
        if (id is { } row && action is null)
        {
            var (present, _) = await commands.EditAsync(resource, row, cancellationToken); // what is shown without being editable
            form.Fill(FormValues.Write(present, form.Fields.Where(f => !form.IsEditable(f)), context.Zone, isExact: false));
        }
        form.Fill(posted.Texts);
        form.Originals = posted.Originals;
        return form;
    }

    /// <summary>The form of a new row or of a row again as it was typed.</summary>
    public async Task<RecordForm> RestoreAsync(ResourceModel resource, Guid? id, PostedForm kept, CancellationToken cancellationToken)
    {
        EnsureAllowed(id is null ? resource.CanCreate : resource.CanUpdate, id is null ? resource.CreatePermission : resource.UpdatePermission);
        var form = await ReopenAsync(resource, action: null, id, kept, cancellationToken);
        await NameAsync(form, cancellationToken);
        return form;
    }

    /// <summary>Puts the refusal into the form: sentences at the inputs, the rest above them.</summary>
    public void Refuse(RecordForm form, Exception refusal)
    {
        switch (refusal)
        {
            case InputValidationException wrong:
                form.Errors.AddRange(wrong.Errors.Select(e => Locate(form, e)));
                break;
            case BusinessException { Code: SaleAutoErrorCodes.Requests.IdempotencyKeyReused }:
                form.Errors.Add(new FormError("", texts["AlreadySent"]));
                break;
            case BusinessException business:
                form.Errors.Add(new FormError("", resourceTexts.ErrorOf(business.Code, business.Values)));
                break;
            case RowChangedException { Conflicts.Count: > 0 } changed:
                (form.Conflicts, form.Version) = (changed.Conflicts, changed.CurrentVersion);
                form.Originals = [.. form.Originals.Where(x => !changed.Conflicts.Any(c => IsOf(x.Key, c.Field.Name))), .. changed.Conflicts.SelectMany(Exact)];
                break;
            case RowChangedException changed:
                form.Version = changed.CurrentVersion; // the next try is made knowingly
                form.Errors.Add(new FormError("", texts["ChangedMeanwhile"]));
                break;
            default:
                form.Errors.Add(new FormError("", resourceTexts.ErrorOf(SaleAutoErrorCodes.Requests.ChangedMeanwhile)));
                break;
        }
    }

    /// <summary>Finds the sentence of an error; its field is named as the property of the input.</summary>
    public FormError Locate(RecordForm form, InputError error)
    {
        var path = string.Join('.', error.Field.Split('.').Select(part => part.Length == 0 ? part : char.ToLowerInvariant(part[0]) + part[1..]));
        var isKnown = form.Fields.Any(f => IsOf(path, f.Name));
        return new FormError(isKnown ? path : "", resourceTexts.ErrorOf(error.Code));
    }

    /// <summary>Finds how the rows and files of the form are called.</summary>
    public async Task NameAsync(RecordForm form, CancellationToken cancellationToken)
    {
        var lookups = form.Fields.SelectMany(f => InputsOf(form, f)).Where(x => x.Field.Kind == FieldKind.Lookup && x.Field.Reference?.Resource is not null);
        var labels = new Dictionary<Guid, string>();
        foreach (var group in lookups.GroupBy(x => x.Field.Reference!.Resource!, x => x.Id))
        {
            try
            {
                foreach (var (id, label) in await reader.GetLabelsAsync(group.Key, [.. group.Distinct()], cancellationToken))
                {
                    labels[id] = label;
                }
            }
            catch (AuthorizationException)
            {
                // The lookup shows its value without a name to whoever may not see such rows.
            }
        }
        form.Labels = labels;
        var files = form.Fields.SelectMany(f => InputsOf(form, f)).Where(x => x.Field.Kind is FieldKind.File or FieldKind.Image or FieldKind.Images).Select(x => x.Id).Distinct().ToList();
        if (files.Count > 0)
        {
            var allowed = new HashSet<Guid>(await claims.FindOwnAsync(files, context.StaffId, cancellationToken)); // an id that somebody typed names no file
            if (form.Id is { } id)
            {
                allowed.UnionWith(RecordFiles.Of(await reader.GetAsync(form.Resource, id, cancellationToken)));
            }
            form.Files = await stored.DescribeAsync([.. files.Where(allowed.Contains)], cancellationToken);
        }
    }

    private static IEnumerable<(FieldModel Field, Guid Id)> InputsOf(RecordForm form, FieldModel field) =>
        field.Kind == FieldKind.Lines
            ? form.Places(field.Name).SelectMany(place => field.Lines.SelectMany(line => IdsOf(form, line, $"{field.Name}[{place}].{line.Name}")))
            : IdsOf(form, field, field.Name);

    private static IEnumerable<(FieldModel Field, Guid Id)> IdsOf(RecordForm form, FieldModel field, string name) =>
        form.Texts(name).Select(text => Guid.TryParse(text, out var id) ? id : (Guid?)null).OfType<Guid>().Select(id => (field, id));

    private static bool IsOf(string path, string field) => path == field || path.StartsWith($"{field}[", StringComparison.Ordinal);

    private static string NewToken() => Guid.NewGuid().ToString("N");

    private RecordForm ActionForm(ResourceModel resource, ActionModel action, ResourceRecord record, long? version, string token) => new()
    {
        Resource = resource,
        Action = action,
        Id = record.Row.Id,
        Label = record.Row.Label,
        Fields = [.. action.Fields.Where(f => f.IsFor(context.Access))],
        Version = version,
        Token = token,
    };

    private IEnumerable<KeyValuePair<string, string?>> Exact(FieldConflict conflict)
    {
        var now = new ResourceInput { [conflict.Field.Name] = conflict.Current };
        return FormValues.Write(now, [conflict.Field], context.Zone, isExact: true);
    }

    private void EnsureAllowed(bool isPossible, string permission)
    {
        if (!isPossible)
        {
            throw new EntityNotFoundException(typeof(RecordForm), permission); // changed by actions, or not at all
        }
        context.Access.Require(permission);
    }

    private async Task<IReadOnlyList<FieldModel>> GetFieldsAsync(ResourceModel resource, Guid? id, CancellationToken cancellationToken)
    {
        var visible = (await reader.GetVisibleFieldsAsync(resource, cancellationToken)).Select(f => f.Name).ToHashSet();
        return [.. resource.FormFields.Where(f => visible.Contains(f.Name) && !(id is null && f.Input!.IsReadOnly && f.Input.Default is null))];
    }
}

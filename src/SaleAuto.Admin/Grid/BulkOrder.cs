using Microsoft.AspNetCore.Http;
using SaleAuto.Errors;
using SaleAuto.LowCode;

namespace SaleAuto.Admin.Grid;

/// <summary>What the bar over the selected rows and its dialog send.</summary>
internal sealed class BulkOrder
{
    public required ResourceModel Resource { get; init; }

    /// <summary>"update", "delete" or the path of an action.</summary>
    public required string What { get; init; }

    public required ActionModel? Action { get; init; }

    /// <summary>The rows; empty for all that the list finds.</summary>
    public required IReadOnlyList<Guid> Ids { get; init; }

    /// <summary>Query of the list.</summary>
    public required string State { get; init; }

    /// <summary>Fields that the dialog asks for.</summary>
    public required IReadOnlyList<FieldModel> Fields { get; init; }

    /// <summary>What was typed, by field.</summary>
    public required IReadOnlyDictionary<string, string> Typed { get; init; }

    private ResourceInput Input { get; init; } = new();

    /// <exception cref="EntityNotFoundException">There is no such action, nothing is selected, or no field is changed for many rows at once.</exception>
    public static async Task<BulkOrder> ReadAsync(ResourceModel resource, string what, HttpRequest request, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        var action = what is "update" or "delete" ? null : resource.Actions.FirstOrDefault(one => one.IsBulk && one.Path == what) ?? throw new EntityNotFoundException(typeof(ActionModel), what);
        var ids = form["all"] == "1" ? [] : form["ids"].Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct().Take(IResourceBulk.MaxRows).ToList();
        if (ids.Count == 0 && form["all"] != "1")
        {
            throw new EntityNotFoundException(resource.EntityType, null);
        }
        var settable = BulkFields.Of(resource);
        IReadOnlyList<FieldModel> fields = action?.Fields ?? (what == "update"
            ? [settable.FirstOrDefault(field => field.Name == form["field"]) ?? settable.FirstOrDefault() ?? throw new EntityNotFoundException(typeof(FieldModel), resource.Name)]
            : []);
        var typed = fields.Where(field => form.ContainsKey(field.Name)).ToDictionary(field => field.Name, field => form[field.Name].ToString());
        return new BulkOrder
        {
            Resource = resource,
            What = what,
            Action = action,
            Ids = ids,
            State = form["state"].ToString(),
            Fields = fields,
            Typed = typed,
            Input = ResourceInput.FromForm(typed.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)), fields, zone),
        };
    }

    public BulkRequest ToRequest() => new()
    {
        Ids = Ids,
        Query = Ids.Count > 0 ? null : (GridState.Parse(Resource, State) with { Cursor = null }).ToListQuery(null),
        Kind = What switch { "update" => BulkKind.Update, "delete" => BulkKind.Delete, _ => BulkKind.Action },
        Action = Action,
        Input = Input,
    };
}

using System.Text.Json.Nodes;
using SaleAuto.LowCode;

namespace SaleAuto.OpenApi;

/// <summary>The shapes of one resource: what lists and records look like and what may be written.</summary>
internal sealed class ResourceSchemas(FieldSchemas fields)
{
    public static string NameOf(ResourceModel resource) => string.Concat(resource.Name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    public static string ActionNameOf(ResourceModel resource, ActionModel action) => $"{NameOf(resource)}{action.Name}Input";

    public void AddTo(JsonObject schemas, ResourceModel resource)
    {
        var name = NameOf(resource);
        var read = resource.Fields.Where(field => field.Read is not null).ToList();
        var listed = read.Where(field => field.Kind != FieldKind.Lines && (field.InList || field.InDetail || field.InExport)).ToList();
        schemas[$"{name}Item"] = Row(resource, listed, _ => false, "A row of the list. Fields that were not asked for, or that the caller may not see, are left out.");
        schemas[$"{name}List"] = Schema.Object(
            null,
            ("items*", Schema.ListOf(Schema.Ref($"{name}Item"), null, ListQuery.MaxPageSize)),
            ("nextCursor*", Schema.Text("Give it as cursor for the next page; null on the last one.").OrNull()),
            ("totalCount", Schema.Whole("Rows found, when count was asked for.", least: 0)));
        schemas[$"{name}Record"] = Row(resource, read, field => field.Permission is null, "The whole record, without fields that the caller may not see.");
        if (resource.CanCreate)
        {
            schemas[$"{name}Create"] = Input(resource.FormFields.Where(field => !field.Input!.IsReadOnly), field => field.Input is { IsRequired: true, Default: null }, "A new record.");
        }
        if (resource.CanUpdate)
        {
            var changeable = resource.FormFields.Where(field => field.Input is { IsReadOnly: false, IsOnlyForCreation: false }).ToList();
            schemas[$"{name}Replace"] = Input(changeable, field => field.Input!.IsRequired, "The whole record: what is left out becomes empty.");
            schemas[$"{name}Update"] = Input(changeable, _ => false, "The fields that change.");
        }
        foreach (var action in resource.Actions.Where(action => action.Fields.Count > 0))
        {
            schemas[ActionNameOf(resource, action)] = Input(action.Fields.Where(field => field.Input is not null), field => field.Input is { IsRequired: true, Default: null }, null);
        }
    }

    private JsonObject Row(ResourceModel resource, IReadOnlyList<FieldModel> read, Func<FieldModel, bool> isAlways, string description)
    {
        var properties = new List<(string, JsonObject)> { ("id*", Schema.Id("Identity of the row.")) };
        foreach (var field in read.Where(field => field.Name != "id"))
        {
            var mark = isAlways(field) ? "*" : "";
            properties.Add((field.Name + mark, fields.Read(field)));
            if (field.Reference is not null)
            {
                properties.Add((FieldSchemas.LabelNameOf(field) + mark, Schema.Text($"What the row of {field.Name} is called.").OrNull()));
            }
        }
        if (resource.HasVersion)
        {
            properties.Add(("version*", Schema.Whole("Number of saves; the entity tag holds it.", least: 0).With("format", "int64")));
        }
        return Schema.Object(description, [.. properties.DistinctBy(property => property.Item1.TrimEnd('*'))]);
    }

    private JsonObject Input(IEnumerable<FieldModel> written, Func<FieldModel, bool> isRequired, string? description)
    {
        var schema = Schema.Object(description, [.. written.Select(field => (isRequired(field) ? field.Name + "*" : field.Name, fields.Write(field)))]);
        schema["additionalProperties"] = false;
        return schema;
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using SaleAuto.LowCode;

namespace SaleAuto.OpenApi;

/// <summary>Says of each field what goes over the wire.</summary>
internal sealed class FieldSchemas(IResourceTexts texts)
{
    private const string Phone = @"^\+[0-9]{8,15}$";
    private const int MostLines = 200;

    /// <summary>The field as it is read.</summary>
    public JsonObject Read(FieldModel field)
    {
        var schema = OfKind(field, isInput: false);
        return field.IsNullable && field.Kind is not (FieldKind.Lines or FieldKind.Images) ? schema.OrNull() : schema;
    }

    /// <summary>The field as it is written.</summary>
    public JsonObject Write(FieldModel field)
    {
        var input = field.Input!;
        var schema = OfKind(field, isInput: true);
        if (field.Kind is FieldKind.Integer or FieldKind.Decimal or FieldKind.Money)
        {
            schema.With("minimum", input.Min).With("maximum", input.Max);
        }
        if (IsText(field.Kind))
        {
            schema.With("maxLength", input.MaxLength).With("minLength", input.IsRequired ? 1 : null);
        }
        return input.IsRequired || field.Kind is FieldKind.Boolean or FieldKind.Images or FieldKind.Lines ? schema : schema.OrNull();
    }

    /// <summary>Caption, help and the permission without which the field does not exist.</summary>
    public string Describe(FieldModel field)
    {
        var help = texts.Find($"{field.TextKey}.Help");
        var filter = field.Operators.Count > 0 ? $"Filters: {string.Join(", ", field.Operators.Select(FilterText.NameOf))}." : null;
        return string.Join(' ', new[]
        {
            $"{texts.Find(field.TextKey) ?? field.Name}.",
            help,
            filter,
            field.IsSortable ? "Sortable." : null,
            field.Permission is { } permission ? $"Only with the permission {permission}." : null,
        }.Where(x => x is not null));
    }

    /// <summary>Name of the property with the text of a lookup.</summary>
    public static string LabelNameOf(FieldModel field) => field.Name.EndsWith("Id", StringComparison.Ordinal) ? $"{field.Name[..^2]}Label" : $"{field.Name}Label";

    public static bool IsText(FieldKind kind) => kind is FieldKind.Text or FieldKind.LongText or FieldKind.Phone or FieldKind.Plate or FieldKind.Email or FieldKind.Link;

    private JsonObject OfKind(FieldModel field, bool isInput)
    {
        var about = Describe(field);
        return field.Kind switch
        {
            FieldKind.Integer => Schema.Whole(about).With("format", field.ClrType == typeof(long) ? "int64" : "int32"),
            FieldKind.Decimal => new JsonObject { ["type"] = "number", ["description"] = about },
            FieldKind.Money => new JsonObject { ["type"] = "number", ["description"] = about, ["examples"] = new JsonArray(650000.50m) },
            FieldKind.Boolean => Schema.Flag(about),
            FieldKind.Enum => Schema.OneOf(Enum.GetNames(field.ClrType).Select(JsonNamingPolicy.CamelCase.ConvertName), about),
            FieldKind.Date => Schema.Text(about, format: "date").With("examples", new JsonArray("2026-11-22")),
            FieldKind.DateTime => Schema.Moment(about).With("examples", new JsonArray("2026-11-22T09:15:00Z")),
            FieldKind.TimeSpan => Schema.Text(about, pattern: @"^-?(\d+\.)?\d{2}:\d{2}:\d{2}(\.\d{1,7})?$").With("examples", new JsonArray("01:30:00")),
            FieldKind.Phone when !isInput => Schema.Text(about, pattern: Phone).With("examples", new JsonArray("+79161234567")),
            FieldKind.Phone => Schema.Text(about).With("examples", new JsonArray("+7 916 123-45-67")),
            FieldKind.Plate => Schema.Text(about).With("examples", new JsonArray("А123ВС77")),
            FieldKind.Email => Schema.Text(about, format: "email"),
            FieldKind.Link => Schema.Text(about, format: "uri"),
            FieldKind.File or FieldKind.Image or FieldKind.Lookup or FieldKind.Id => OfId(field, about),
            FieldKind.Images => Schema.ListOf(Schema.Id(), about),
            FieldKind.Lines => Schema.ListOf(Line(field, isInput), about, isInput ? MostLines : null),
            _ when field.ClrType == typeof(Guid) => Schema.Id(about),
            _ => Schema.Text(about),
        };
    }

    private static JsonObject OfId(FieldModel field, string about) => field.ClrType == typeof(Guid) ? Schema.Id(about) : Schema.Text(about);

    private JsonObject Line(FieldModel lines, bool isInput)
    {
        var fields = isInput ? lines.Lines.Where(x => x.Input is not null) : lines.Lines.Where(x => x.Read is not null);
        var properties = fields.Select(x => (isInput && x.Input!.IsRequired ? x.Name + "*" : x.Name, isInput ? Write(x) : Read(x)));
        return Schema.Object(null, [.. isInput ? properties : properties.Prepend(("id*", Schema.Id()))]);
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using SaleAuto.Auditing;
using SaleAuto.Imports;

namespace SaleAuto.OpenApi;

/// <summary>Shapes that all resources share.</summary>
internal static class SharedSchemas
{
    public static void AddTo(JsonObject schemas)
    {
        schemas["Problem"] = Problem();
        schemas["History"] = History();
        schemas["OpenAction"] = Schema.Object(
            "An action that is open to the record now.",
            ("name*", Schema.Text("Name in addresses.")),
            ("title*", Schema.Text("Caption in the language of the request.")),
            ("needsConfirmation*", Schema.Flag("Whether a person should be asked first.")),
            ("isDangerous*", Schema.Flag("Whether it ends or undoes something.")),
            ("hasInput*", Schema.Flag("Whether it asks for an input.")));
        schemas["LookupItem"] = Schema.Object(null, ("id*", Schema.Id()), ("label*", Schema.Text()));
        schemas["SearchHit"] = Schema.Object(
            null, ("resource*", Schema.Text("Name of the resource in addresses.")), ("id*", Schema.Id()), ("label*", Schema.Text()), ("text*", Schema.Text("Further facts on one line.")));
        schemas["BulkResult"] = Schema.Object(
            "What became of it. Records that refused stay as they were.",
            ("operationId*", Schema.Id("Names it for undo; null when it cannot be undone.").OrNull()),
            ("done*", Schema.Whole("Records changed.", least: 0)),
            ("refused*", Schema.ListOf(Schema.Object(null, ("id*", Schema.Id()), ("label*", Schema.Text()), ("code*", Schema.Text("Stable code.")), ("detail*", Schema.Text("For people."))))));
        schemas["BulkPreview"] = Schema.Object(
            null,
            ("count*", Schema.Whole("Records that it would touch.", least: 0)),
            ("sample*", Schema.ListOf(Schema.Object(null, ("id*", Schema.Id()), ("label*", Schema.Text()), ("refusal*", Schema.Text("Why it could not be changed.").OrNull())))));
        schemas["Revert"] = Schema.Object(null, ("entryId*", Schema.Id("Entry of the history.")), ("field*", Schema.Text("Name of the field.")));
        schemas["StoredFile"] = Schema.Object(
            "An uploaded file. Its id goes into a field of a record.",
            ("id*", Schema.Id()),
            ("name*", Schema.Text()),
            ("contentType*", Schema.Text("Found from the content.")),
            ("size*", Schema.Whole("Bytes.", least: 0).With("format", "int64")),
            ("width*", Schema.Whole("Pixels; null when no picture.").OrNull()),
            ("height*", Schema.Whole("Pixels; null when no picture.").OrNull()),
            ("uploadedAt*", Schema.Moment()),
            ("isPicture*", Schema.Flag()));
        AddImports(schemas);
    }

    public static IEnumerable<string> Names<TEnum>()
        where TEnum : struct, Enum => Enum.GetNames<TEnum>().Select(JsonNamingPolicy.CamelCase.ConvertName);

    private static void AddImports(JsonObject schemas)
    {
        var count = (string about) => Schema.Whole(about, least: 0);
        schemas["Import"] = Schema.Object(
            "An import and its progress.",
            ("id*", Schema.Id()),
            ("resource*", Schema.Text()),
            ("fileName*", Schema.Text()),
            ("status*", Schema.OneOf(Names<ImportStatus>())),
            ("mode*", Schema.OneOf(Names<ImportMode>())),
            ("columns*", Schema.ListOf(Schema.Object(
                null, ("index*", count("From 0.")), ("header*", Schema.Text()), ("sample*", Schema.Text()), ("field*", Schema.Text("Field that it is loaded into; null when it is passed over.").OrNull())))),
            ("totalRows*", count("Rows of the table.")),
            ("doneRows*", count("Rows checked or imported so far.")),
            ("createdRows*", count("Records created, or to be created.")),
            ("updatedRows*", count("Records changed, or to be changed.")),
            ("rejectedRows*", count("Rows with faults.")),
            ("failureCode*", Schema.Text("Code of the fault that stopped it.").OrNull()),
            ("uploadedAt*", Schema.Moment()),
            ("finishedAt*", Schema.Moment().OrNull()));
        schemas["ImportField"] = Schema.Object(null, ("name*", Schema.Text()), ("caption*", Schema.Text()), ("isRequired*", Schema.Flag()), ("isKey*", Schema.Flag()));
        schemas["ImportChoices"] = Schema.Object(
            null,
            ("mode*", Schema.OneOf(Names<ImportMode>())),
            ("mapping*", Schema.ListOf(Schema.Text().OrNull(), "Field names by column; null for columns that are passed over.", ImportConsts.MaxColumns)));
        schemas["ImportFault"] = Schema.Object(
            null,
            ("row*", count("From 1, the heading not counted.")),
            ("field*", Schema.Text().OrNull()),
            ("caption*", Schema.Text().OrNull()),
            ("code*", Schema.Text()),
            ("message*", Schema.Text()));
    }

    private static JsonObject Problem()
    {
        var byField = () => new JsonObject { ["type"] = "object", ["additionalProperties"] = Schema.ListOf(Schema.Text()) };
        return Schema.Object(
            "A refusal (RFC 9457).",
            ("type*", Schema.Text("Names the kind of problem.")),
            ("title*", Schema.Text("The status in words.")),
            ("status*", Schema.Whole("The HTTP status.")),
            ("detail*", Schema.Text("What is wrong and how to mend it, in the language of the request.")),
            ("code*", Schema.Text("Stable code for programs.")),
            ("traceId*", Schema.Text("Finds the request in our logs.")),
            ("errors", byField().With("description", "What to say beside each wrong field.")),
            ("codes", byField().With("description", "Stable codes of each wrong field.")));
    }

    private static JsonObject History()
    {
        var value = (string about) => new JsonObject { ["description"] = about };
        var change = Schema.Object(
            "A field before and after.",
            ("field*", Schema.Text()),
            ("before*", value("As the field is read; null when empty.")),
            ("after*", value("As the field is read; null when empty.")),
            ("beforeLabel*", Schema.Text().OrNull()),
            ("afterLabel*", Schema.Text().OrNull()),
            ("canRevert*", Schema.Flag("Whether the caller may set it back.")));
        var entry = Schema.Object(
            "One thing done to the record.",
            ("id*", Schema.Id()),
            ("at*", Schema.Moment()),
            ("actorKind*", Schema.OneOf(Names<AuditActorKind>())),
            ("actorId*", Schema.Id().OrNull()),
            ("actorName*", Schema.Text().OrNull()),
            ("action*", Schema.Text("Created, Updated, Deleted, Restored, or the name of an action.")),
            ("version*", Schema.Whole("Version of the record after it.").OrNull()),
            ("note*", Schema.Text().OrNull()),
            ("changes*", Schema.ListOf(change)));
        return Schema.Object(null, ("items*", Schema.ListOf(entry)), ("nextBefore*", Schema.Moment("Give it as before for older entries; null at the end.").OrNull()));
    }
}

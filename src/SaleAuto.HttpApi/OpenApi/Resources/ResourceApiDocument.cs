using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.Extensions.Options;
using SaleAuto.LowCode;

namespace SaleAuto.OpenApi;

/// <summary>The description of the staff's API, made from the definitions of the resources once.</summary>
internal sealed class ResourceApiDocument
{
    private static readonly (int Status, string Description)[] Refusals =
    [
        (400, "Parts of the request are wrong; errors and codes name them"),
        (401, "Not signed in, or the token is not valid"),
        (403, "The permission is missing"),
        (404, "There is none, or the caller may not know of it"),
        (409, "Somebody changed the same rows at the same moment; send it again"),
        (412, "The record is no longer the version of If-Match"),
        (413, "The body is too large"),
        (415, "The body is of another type"),
        (422, "A rule says no"),
        (429, "Too often; Retry-After says when to come back"),
        (500, "A fault on our side"),
    ];

    private readonly Lazy<byte[]> _utf8;

    public ResourceApiDocument(IResourceRegistry resources, IResourceTexts texts, IOptions<PublicAddress> address) =>
        _utf8 = new Lazy<byte[]>(() => Write(resources, texts, address.Value));

    /// <summary>The document as JSON, in English.</summary>
    public byte[] Utf8 => _utf8.Value;

    private static byte[] Write(IResourceRegistry resources, IResourceTexts texts, PublicAddress address)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        try
        {
            return JsonSerializer.SerializeToUtf8Bytes(Build(resources, texts, address), new JsonSerializerOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static JsonObject Build(IResourceRegistry resources, IResourceTexts texts, PublicAddress address)
    {
        var (paths, schemas) = (new JsonObject(), new JsonObject());
        SharedSchemas.AddTo(schemas);
        var shapes = new ResourceSchemas(new FieldSchemas(texts));
        var operations = new ResourceOperations(texts, paths);
        AddCommon(operations);
        ImportOperations.AddTo(operations);
        foreach (var resource in resources.All)
        {
            shapes.AddTo(schemas, resource);
            operations.Add(resource);
        }
        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "SaleAuto staff API",
                ["version"] = "1",
                ["description"] = "Every resource of the admin. What a caller may do follows from roles and grants; rows and fields that a caller may not see do not exist for it.",
                ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = address.PublicUrl.TrimEnd('/') }),
            ["security"] = new JsonArray(new JsonObject { ["token"] = new JsonArray() }, new JsonObject { ["cookie"] = new JsonArray() }),
            ["tags"] = new JsonArray([Tag("All", "Search, files and running imports"), .. resources.All.Select(resource => Tag(ResourceSchemas.NameOf(resource), texts.Find(resource.TextKey) ?? resource.Name))]),
            ["paths"] = paths,
            ["components"] = Components(schemas, paths),
        };
    }

    private static void AddCommon(ResourceOperations operations)
    {
        operations.Put("/api/app/search", "get", new Operation("search", "All", "Search everywhere", "A few hits of each resource that the caller may see.")
            .InQuery("q", "Number, phone in any spelling, plate or words.", Schema.Text(maxLength: 200)).Answers(200, "The hits", Schema.ListOf(Schema.Ref("SearchHit"))).Refuses(400));
        operations.Put("/api/app/files", "post", new Operation("uploadFile", "All", "Upload a file", "Its id goes into a field of a record within a day; afterwards it is reached through that record only.")
            .FileBody("The file, at most 25 MB.").Answers(201, "The file", Schema.Ref("StoredFile")));
        operations.Put("/api/app/files/{fileId}", "get", new Operation("getOwnFile", "All", "An own upload that no record names yet").InPath("fileId", "The file.")
            .Answers(200, "The file", Schema.Text(), mediaType: "application/octet-stream"));
    }

    private static JsonObject Components(JsonObject schemas, JsonObject paths)
    {
        var used = UsedIn(paths, schemas);
        return new JsonObject
        {
            ["securitySchemes"] = new JsonObject
            {
                ["token"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = "A personal access token" },
                ["cookie"] = new JsonObject { ["type"] = "apiKey", ["in"] = "cookie", ["name"] = "sa_staff", ["description"] = "The cookie of the admin; changes only from its own pages" },
            },
            ["headers"] = new JsonObject { ["ETag"] = new JsonObject { ["description"] = "Version of the record, for If-Match", ["schema"] = Schema.Text(pattern: "^\"[0-9]+\"$") } },
            ["parameters"] = new JsonObject(new[]
            {
                Header("IfMatch", "If-Match", "Entity tag of the version that the change is meant for; without it the present one is changed.", Schema.Text()),
                Header("IfNoneMatch", "If-None-Match", "Entity tag of the version that the caller has.", Schema.Text()),
                Header("IdempotencyKey", "Idempotency-Key", "Chosen by the caller, kept for 24 hours: the same key and body are done once, another body is refused with 422.", Schema.Text(maxLength: 255, pattern: "^[!-~]+$")),
            }.Where(x => used.Contains($"#/components/parameters/{x.Key}"))),
            ["responses"] = new JsonObject(Refusals.Where(x => used.Contains($"#/components/responses/Refusal{x.Status}")).Select(x => KeyValuePair.Create($"Refusal{x.Status}", (JsonNode?)new JsonObject
            {
                ["description"] = x.Description,
                ["content"] = new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = Schema.Ref("Problem") } },
            }))),
            ["schemas"] = new JsonObject(schemas.Where(x => x.Key == "Problem" || used.Contains($"#/components/schemas/{x.Key}")).ToList()
                .Select(x => KeyValuePair.Create(x.Key, x.Value?.DeepClone()))),
        };
    }

    private static KeyValuePair<string, JsonNode?> Header(string key, string name, string description, JsonObject schema) =>
        KeyValuePair.Create(key, (JsonNode?)new JsonObject { ["name"] = name, ["in"] = "header", ["description"] = description, ["schema"] = schema });

    private static HashSet<string> UsedIn(params ReadOnlySpan<JsonNode> nodes)
    {
        var used = new HashSet<string>();
        foreach (var node in nodes)
        {
            Collect(node, used);
        }
        return used;
    }

    private static void Collect(JsonNode? node, HashSet<string> used)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
            {
                Collect(item, used);
            }
        }
        else if (node is JsonObject members)
        {
            foreach (var (name, value) in members)
            {
                if (name == "$ref")
                {
                    used.Add((string)value!);
                }
                Collect(value, used);
            }
        }
    }

    private static JsonObject Tag(string name, string description) => new() { ["name"] = name, ["description"] = description };
}

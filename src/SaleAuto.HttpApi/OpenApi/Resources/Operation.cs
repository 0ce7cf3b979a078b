using System.Text.Json.Nodes;

namespace SaleAuto.OpenApi;

/// <summary>One operation of the description.</summary>
internal sealed class Operation
{
    private readonly JsonObject _operation;
    private readonly JsonArray _parameters = [];
    private readonly JsonObject _responses = [];

    public Operation(string id, string tag, string summary, string? description = null)
    {
        _operation = new JsonObject { ["operationId"] = id, ["tags"] = new JsonArray(tag), ["summary"] = summary }.With("description", description);
        Refuses(401, 403, 429, 500);
    }

    public Operation InPath(string name, string description, bool isId = true)
    {
        _parameters.Add(new JsonObject
        {
            ["name"] = name,
            ["in"] = "path",
            ["required"] = true,
            ["description"] = description,
            ["schema"] = isId ? Schema.Id() : Schema.Text(),
        });
        return isId ? Refuses(404) : this;
    }

    public Operation InQuery(string name, string description, JsonObject? schema = null, bool isRequired = false, JsonNode? example = null)
    {
        var parameter = new JsonObject { ["name"] = name, ["in"] = "query", ["description"] = description, ["schema"] = schema ?? Schema.Text() }.With("example", example);
        if (isRequired)
        {
            parameter["required"] = true;
        }
        _parameters.Add(parameter);
        return this;
    }

    /// <summary>A parameter of the components.</summary>
    public Operation Takes(string parameter)
    {
        _parameters.Add(new JsonObject { ["$ref"] = $"#/components/parameters/{parameter}" });
        return parameter == "IfMatch" ? Refuses(412) : this;
    }

    public Operation Body(JsonObject schema, bool isRequired = true)
    {
        _operation["requestBody"] = new JsonObject { ["required"] = isRequired, ["content"] = Content("application/json", schema) };
        return Refuses(400, 409, 413, 415, 422);
    }

    public Operation FileBody(string description)
    {
        var file = Schema.Text(description).With("contentMediaType", "application/octet-stream");
        _operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content("multipart/form-data", Schema.Object(null, ("file*", file))) };
        return Refuses(400, 413, 415);
    }

    public Operation Answers(int status, string description, JsonObject? schema = null, bool hasTag = false, string mediaType = "application/json")
    {
        var response = new JsonObject { ["description"] = description };
        if (hasTag)
        {
            response["headers"] = new JsonObject { ["ETag"] = new JsonObject { ["$ref"] = "#/components/headers/ETag" } };
        }
        if (schema is not null)
        {
            response["content"] = Content(mediaType, schema);
        }
        _responses[status.ToString()] = response;
        return this;
    }

    public Operation Refuses(params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
        {
            _responses[status.ToString()] = new JsonObject { ["$ref"] = $"#/components/responses/Refusal{status}" };
        }
        return this;
    }

    public JsonObject ToJson()
    {
        if (_parameters.Count > 0)
        {
            _operation["parameters"] = _parameters;
        }
        _operation["responses"] = new JsonObject(_responses.ToList().OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => KeyValuePair.Create(x.Key, x.Value?.DeepClone())));
        return _operation;
    }

    private static JsonObject Content(string mediaType, JsonObject schema) => new() { [mediaType] = new JsonObject { ["schema"] = schema } };
}

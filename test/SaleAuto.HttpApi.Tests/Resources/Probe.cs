using System.Net.Http.Json;
using System.Text;
using SaleAuto.LowCode;

namespace SaleAuto.Resources;

/// <summary>A request that changes nothing: whether it is let through shows in its status.</summary>
/// <param name="Resource">Name of the resource, or "all".</param>
/// <param name="Name">What is tried, for people.</param>
/// <param name="Endpoint">Method and route of the endpoint that it tries.</param>
/// <param name="Path">The address.</param>
/// <param name="Body">Makes the body, or null.</param>
public sealed record Probe(string Resource, string Name, string Endpoint, string Path, Func<HttpContent?>? Body = null)
{
    private const string Root = "/api/app";
    private const string One = "00000000-0000-7000-8000-000000000000";

    public Task<ApiAnswer> SendAsync(ApiClient caller) => caller.SendAsync(new HttpMethod(Endpoint[..Endpoint.IndexOf(' ')]), Path, Body?.Invoke());

    /// <summary>Endpoints that belong to no resource.</summary>
    public static IEnumerable<Probe> Common()
    {
        foreach (var (method, path, body) in new (string, string, Func<HttpContent?>?)[]
        {
            ("GET", "/search", null), ("POST", "/files", () => Form("x"u8.ToArray())), ("GET", "/files/{fileId:guid}", null),
            ("GET", "/imports/{importId:guid}", null), ("POST", "/imports/{importId:guid}/check", Json(new { mode = "append", mapping = Array.Empty<string>() })),
            ("POST", "/imports/{importId:guid}/start", null), ("POST", "/imports/{importId:guid}/cancel", null),
            ("GET", "/imports/{importId:guid}/faults", null), ("GET", "/imports/{importId:guid}/rejected.csv", null),
            ("GET", "/account", null), ("GET", "/account/tokens", null), ("POST", "/account/tokens", Json(new { })), ("DELETE", "/account/tokens/{id:guid}", null),
            ("GET", "/account/sessions", null), ("DELETE", "/account/sessions/{id:guid}", null),
        })
        {
            yield return new Probe("all", $"{method} {path}", $"{method} {Root}{path}", Root + Fill(path), body);
        }
    }

    /// <summary>Everything that is offered on one resource, and what is not offered but routed.</summary>
    public static IEnumerable<Probe> Of(ResourceModel resource)
    {
        Probe New(string name, string method, string path, Func<HttpContent?>? body = null, string? filled = null) =>
            new(resource.Name, name, $"{method} {Root}/{{resource}}{path}", $"{Root}/{resource.Name}{Fill(filled ?? path)}", body);

        yield return New("list", "GET", "");
        yield return New("get", "GET", "/{id:guid}");
        yield return New("history", "GET", "/{id:guid}/history");
        yield return New("file", "GET", "/{id:guid}/files/{fileId:guid}");
        yield return New("export", "GET", "/export", null, "/export?format=csv&pageSize=1");
        yield return New("create", "POST", "", Json(new { unknown = 1 }));
        yield return New("update", "PATCH", "/{id:guid}", Json(new { }));
        yield return New("replace", "PUT", "/{id:guid}", Json(new { }));
        yield return New("delete", "DELETE", "/{id:guid}");
        yield return New("restore", "POST", "/{id:guid}/restore");
        yield return New("revert", "POST", "/{id:guid}/revert", Json(new { entryId = One, field = resource.FormFields.FirstOrDefault()?.Name ?? "none" }));
        yield return New("open actions", "GET", "/{id:guid}/actions");
        foreach (var action in resource.Actions)
        {
            yield return New($"action {action.Path}", "POST", "/{id:guid}/actions/{action}", Json(new { }), $"/{One}/actions/{action.Path}");
            foreach (var field in action.Fields.Where(field => field.Reference is not null))
            {
                yield return New($"lookup {action.Path}.{field.Name}", "GET", "/actions/{action}/lookups/{field}", null, $"/actions/{action.Path}/lookups/{field.Name}");
            }
        }
        foreach (var field in resource.FormFields.Where(field => field.Reference is not null))
        {
            yield return New($"lookup {field.Name}", "GET", "/lookups/{field}", null, $"/lookups/{field.Name}");
        }
        foreach (var (kind, isOffered) in new[] { ("update", resource.CanUpdate), ("delete", resource.CanDelete) })
        {
            if (isOffered)
            {
                yield return New($"bulk {kind}", "POST", "/bulk", Json(new { kind, ids = new[] { One } }));
            }
        }
        foreach (var action in resource.Actions.Where(action => action.IsBulk))
        {
            yield return New($"bulk {action.Path}", "POST", "/bulk", Json(new { kind = "action", action = action.Path, ids = new[] { One } }));
        }
        yield return New("bulk preview", "POST", "/bulk/preview", Json(new { kind = "delete", ids = new[] { One } }));
        yield return New("bulk undo", "POST", "/bulk/undo", Json(new { operationId = One }));
        yield return New("import", "POST", "/imports", () => Form(Encoding.UTF8.GetBytes("")));
        yield return New("own imports", "GET", "/imports");
        yield return New("import fields", "GET", "/imports/fields");
    }

    private static string Fill(string path) => System.Text.RegularExpressions.Regex.Replace(path, @"\{\w+:guid\}", One);

    private static Func<HttpContent?> Json(object body) => () => JsonContent.Create(body);

    private static MultipartFormDataContent Form(byte[] content) => new() { { new ByteArrayContent(content), "file", "table.csv" } };
}

using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.LowCode;

namespace SaleAuto.Screens;

/// <summary>One address of the admin with its places filled in.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Endpoint">The route.</param>
/// <param name="Path">The address that is asked for.</param>
public sealed partial record ScreenProbe(HttpMethod Method, string Endpoint, string Path)
{
    private const string One = "00000000-0000-7000-8000-000000000000";

    // What a person does to the own account only; the tests of the account cover it.
    private static readonly string[] Own = ["/admin/account", "/admin/signout", "/admin/language", "/admin/theme", "/admin/see-as/end"];

    /// <summary>What a form sends besides its token: nothing but the rows that a bulk action is for.</summary>
    public IEnumerable<KeyValuePair<string, string>> Form => Endpoint.Contains("/bulk/", StringComparison.Ordinal) ? [KeyValuePair.Create("ids", One)] : [];

    /// <summary>Method and address, without the id that nobody has.</summary>
    public string Name => $"{Method} {Path.Replace(One, "{id}", StringComparison.Ordinal)}";

    /// <summary>Every endpoint of the admin, once for each resource, action, dashboard and group of settings that it is for.</summary>
    public static IReadOnlyList<ScreenProbe> All(IServiceProvider services)
    {
        var resources = services.GetRequiredService<IResourceRegistry>().All;
        var endpoints = services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(x => x.RoutePattern.RawText?.StartsWith("/admin", StringComparison.Ordinal) == true && x.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .SelectMany(x => x.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods, (x, method) => (Method: new HttpMethod(method), Route: x.RoutePattern.RawText!.TrimEnd('/')))
            .Where(x => !(x.Method == HttpMethod.Post && Own.Any(own => x.Route == own || x.Route.StartsWith($"{own}/", StringComparison.Ordinal))))
            .Distinct()
            .ToList();
        return
        [
            .. endpoints
                .SelectMany(x => x.Route.Contains("{resource}", StringComparison.Ordinal)
                    ? resources.SelectMany(resource => OfResource(x.Method, x.Route, resource))
                    : OfPage(x.Method, x.Route))
                .OrderBy(x => x.Path, StringComparer.Ordinal).ThenBy(x => x.Method.Method, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<ScreenProbe> OfResource(HttpMethod method, string route, ResourceModel resource)
    {
        var bulk = resource.Actions.Where(x => x.IsBulk).Select(x => x.Path)
            .Concat(resource.CanUpdate ? ["update"] : []).Concat(resource.CanDelete ? ["delete"] : []);
        var values = route switch
        {
            _ when route.Contains("{action}", StringComparison.Ordinal) => resource.Actions.Select(x => x.Path),
            _ when route.Contains("{what}", StringComparison.Ordinal) => bulk,
            _ when route.Contains("/lookup/{field}", StringComparison.Ordinal) => Names(resource.FormFields.Where(x => x.Reference is not null)),
            _ when route.Contains("/cell/{field}", StringComparison.Ordinal) => Names(resource.Fields.Where(x => x.IsInlineEditable)),
            _ when route.Contains("/files/{field}", StringComparison.Ordinal) => Names(resource.Fields.Where(x => x.Kind is FieldKind.File or FieldKind.Image or FieldKind.Images)),
            _ when route.Contains("{field}", StringComparison.Ordinal) => Names(resource.Fields.Where(x => x.IsMainFilter)).Take(1),
            _ => [""],
        };
        var query = route switch
        {
            _ when route.EndsWith("/export", StringComparison.Ordinal) => "?format=csv",
            _ when route.EndsWith("/events", StringComparison.Ordinal) => "?start=2026-01-01&end=2026-01-02",
            _ => "",
        };
        return values.Select(value => new ScreenProbe(method, route, query.Insert(0, Places().Replace(route.Replace("{resource}", resource.Name, StringComparison.Ordinal), place =>
            place.Groups["type"].Value switch { ":guid" => One, ":int" => "0", _ => value }))));
    }

    private static IEnumerable<ScreenProbe> OfPage(HttpMethod method, string route)
    {
        string[] values = route switch
        {
            _ when route.StartsWith("/admin/settings/consents", StringComparison.Ordinal) => ["PersonalData"],
            _ when route.StartsWith("/admin/settings/messages", StringComparison.Ordinal) => ["Manager.CallRequest"],
            _ when route.StartsWith("/admin/settings", StringComparison.Ordinal) => ["company", "calls", "meetings", "valuation"],
            _ when route.StartsWith("/admin/dashboard", StringComparison.Ordinal) => ["sales"],
            _ when route.StartsWith("/admin/owner", StringComparison.Ordinal) => ["alerts", "sales", "months", "stock", "cash", "promise", "sources", "offers", "accuracy", "costs"],
            _ when route.StartsWith("/admin/accounting/reports", StringComparison.Ordinal) => ["cars", "months", "people", "cash", "stock", "expenses", "distribution", "sources"],
            _ when route.StartsWith("/admin/calls", StringComparison.Ordinal) => ["Deal", "Fail", "Lost", "Duplicate", "WrongNumber", "GiveUp", "Stands"],
            _ when route.StartsWith("/admin/access/rights", StringComparison.Ordinal) => ["Role", "Staff"],
            _ => [""],
        };
        return Places().Matches(route).All(place => place.Groups["type"].Length > 0)
            ? [new ScreenProbe(method, route, Fill(route, ""))]
            : values.Select(value => new ScreenProbe(method, route, Fill(route, value)));
    }

    private static string Fill(string route, string value) => Places().Replace(route, place => place switch
    {
        _ when place.Groups["type"].Value == ":guid" => One,
        _ when place.Groups["type"].Value == ":int" => "0",
        _ when place.Groups["name"].Value == "language" => "ru",
        _ when place.Groups["name"].Value == "figure" => "leads",
        _ => value,
    });

    private static IEnumerable<string> Names(IEnumerable<FieldModel> fields) => fields.Select(x => x.Name);

    [GeneratedRegex(@"\{(?<name>\w+)(?<type>:\w+)?\}")]
    private static partial Regex Places();
}

using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace SaleAuto.Admin.Shell;

/// <summary>Addresses of the admin's files with the hash of their content, so that browsers may keep them for ever.</summary>
public sealed class AdminAssets
{
    private const string Root = "_content/SaleAuto.Admin/";

    private Dictionary<string, string> _hashed = [];

    /// <summary>Address of a file under wwwroot.</summary>
    public string this[string file] => _hashed.TryGetValue(Root + file, out var route) ? "/" + route : "/" + Root + file;

    internal void Read(IEndpointRouteBuilder endpoints) =>
        _hashed = endpoints.DataSources.SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>())
            .OfType<StaticAssetDescriptor>()
            .Where(asset => asset.Selectors.Count == 0)
            .Select(asset => (asset.Route, Label: asset.Properties.FirstOrDefault(property => property.Name == "label")?.Value))
            .Where(asset => asset.Label?.StartsWith(Root, StringComparison.Ordinal) == true)
            .GroupBy(asset => asset.Label!)
            .ToDictionary(group => group.Key, group => group.First().Route);
}

using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace SaleAuto.LowCode;

/// <summary>Which tables the SQL of each resource reads: a rollup, a label, a row filter show rows of others, and change when those change.</summary>
public sealed partial class ResourceTables
{
    private readonly Lazy<ILookup<Type, ResourceModel>> _readers;

    internal ResourceTables(IResourceRegistry registry, QueryPlanner planner, IServiceScopeFactory scopes) => _readers = new(() =>
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<DbContext>();
        var byTable = db.Model.GetEntityTypes().Where(e => e.GetTableName() is not null).ToLookup(e => e.GetTableName()!, TypeOf, StringComparer.Ordinal);
        return registry.All
            .SelectMany(resource => TablesOf(planner.Plan(ResourceChecks.Everything(resource), new Lazy<DbContext>(db)).Sql.Command.CommandText)
                .SelectMany(table => byTable[table])
                .Where(type => type != resource.EntityType)
                .Select(type => (Type: type, Resource: resource)))
            .Distinct()
            .ToLookup(x => x.Type, x => x.Resource);
    });

    /// <summary>Resources of other entities that read the table of this one.</summary>
    public IEnumerable<ResourceModel> ReadersOf(Type entityType) => _readers.Value[entityType];

    private static IEnumerable<string> TablesOf(string sql) => Table().Matches(sql).Select(m => m.Groups[1].Value).Distinct();

    private static Type TypeOf(IEntityType entity) => entity.ClrType;

    [GeneratedRegex("(?:FROM|JOIN) \"([^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Table();
}

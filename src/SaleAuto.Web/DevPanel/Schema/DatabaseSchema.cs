using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace SaleAuto.DevPanel;

/// <summary>All tables of the model: a new entity appears on the panel by itself.</summary>
internal sealed class DatabaseSchema
{
    private static readonly ConditionalWeakTable<IModel, DatabaseSchema> Known = [];

    private readonly Dictionary<string, TableInfo> _byName;

    private DatabaseSchema(SaleAutoDbContext db)
    {
        var mappings = db.GetService<IRelationalTypeMappingSource>();
        var sql = db.GetService<ISqlGenerationHelper>();
        Tables = [.. db.Model.GetRelationalModel().Tables
            .Where(table => table.PrimaryKey is not null)
            .Select(table => new TableInfo(table, mappings, sql))
            .OrderBy(table => table.Name, StringComparer.Ordinal)];
        _byName = Tables.ToDictionary(table => table.Name, StringComparer.Ordinal);
    }

    /// <summary>By name.</summary>
    public IReadOnlyList<TableInfo> Tables { get; }

    public static DatabaseSchema Of(SaleAutoDbContext db) => Known.GetValue(db.Model, _ => new DatabaseSchema(db));

    public TableInfo? Find(string name) => _byName.GetValueOrDefault(name);
}

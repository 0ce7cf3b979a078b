using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace SaleAuto.DevPanel;

/// <summary>A table as the model maps it.</summary>
public sealed class TableInfo
{
    private readonly Dictionary<string, ColumnInfo> _byName;

    public TableInfo(ITable table, IRelationalTypeMappingSource mappings, ISqlGenerationHelper sql)
    {
        Name = table.SchemaQualifiedName;
        SqlName = sql.DelimitIdentifier(table.Name, table.Schema);
        var entity = table.EntityTypeMappings.Select(mapping => mapping.TypeBase).OfType<IEntityType>().OrderBy(type => type.IsOwned()).First();
        (EntityType, EntityName) = (entity.ClrType, entity.ShortName());
        var key = table.PrimaryKey?.Columns ?? [];
        Columns = [.. table.Columns.Select(column => new ColumnInfo(column, mappings, key.Contains(column)))
            .OrderByDescending(column => column.IsKey)];
        _byName = Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        Key = [.. key.Select(column => _byName[column.Name])];
        Indexed = [.. table.Indexes.Select(index => index.Columns[0].Name).Prepend(Key[0].Name).Distinct().Select(name => _byName[name]).Where(column => column.IsSortable)];
        References = [.. table.ForeignKeyConstraints.Select(Read)];
        ReferencedBy = [.. table.ReferencingForeignKeyConstraints.Select(Read)];
    }

    public string Name { get; }

    /// <summary>The name, quoted for the database.</summary>
    public string SqlName { get; }

    /// <summary>The class whose rows the table holds.</summary>
    public Type EntityType { get; }

    /// <summary>Its name, as the audit log has it.</summary>
    public string EntityName { get; }

    /// <summary>All columns, those of the key first.</summary>
    public IReadOnlyList<ColumnInfo> Columns { get; }

    public IReadOnlyList<ColumnInfo> Key { get; }

    /// <summary>Columns that an index begins with: sorting by them is cheap.</summary>
    public IReadOnlyList<ColumnInfo> Indexed { get; }

    public IReadOnlyList<TableReference> References { get; }

    public IReadOnlyList<TableReference> ReferencedBy { get; }

    public ColumnInfo? Find(string name) => _byName.GetValueOrDefault(name);

    private static TableReference Read(IForeignKeyConstraint constraint) => new(
        constraint.Table.SchemaQualifiedName,
        [.. constraint.Columns.Select(column => column.Name)],
        constraint.PrincipalTable.SchemaQualifiedName,
        [.. constraint.PrincipalColumns.Select(column => column.Name)]);
}

/// <summary>A foreign key.</summary>
/// <param name="Table">The table that holds it.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="PrincipalTable">The table that it points to.</param>
/// <param name="PrincipalColumns">The columns that it points to, in the same order.</param>
public sealed record TableReference(string Table, IReadOnlyList<string> Columns, string PrincipalTable, IReadOnlyList<string> PrincipalColumns);

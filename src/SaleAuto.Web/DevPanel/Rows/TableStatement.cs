using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace SaleAuto.DevPanel;

/// <summary>One SQL statement, with parameters typed as the model maps them. Names come from the model; values go in as parameters only.</summary>
public sealed class TableStatement : IAsyncDisposable
{
    private readonly SaleAutoDbContext _db;
    private readonly ISqlGenerationHelper _sql;
    private readonly DbCommand _command;
    private readonly StringBuilder _text = new();

    public TableStatement(SaleAutoDbContext db)
    {
        _db = db;
        _sql = db.GetService<ISqlGenerationHelper>();
        _command = db.Database.GetDbConnection().CreateCommand();
    }

    public TableStatement Append(string sql)
    {
        _text.Append(sql);
        return this;
    }

    /// <summary>A column's name, quoted.</summary>
    public string Name(ColumnInfo column) => _sql.DelimitIdentifier(column.Name);

    /// <summary>All columns, for reading rows.</summary>
    public string Names(TableInfo table) => string.Join(", ", table.Columns.Select(Name));

    /// <summary>Adds a value of a column.</summary>
    /// <returns>The parameter's placeholder.</returns>
    public string Value(ColumnInfo column, object? value)
    {
        var name = $"@p{_command.Parameters.Count}";
        _command.Parameters.Add(column.Mapping.CreateParameter(_command, name, value, nullable: true));
        return name;
    }

    /// <summary>Adds a text that belongs to no column.</summary>
    /// <returns>The parameter's placeholder.</returns>
    public string Value(string text)
    {
        var parameter = _command.CreateParameter();
        parameter.ParameterName = $"@p{_command.Parameters.Count}";
        parameter.Value = text;
        _command.Parameters.Add(parameter);
        return parameter.ParameterName;
    }

    /// <summary>The condition that finds one row.</summary>
    public string IsRow(TableInfo table, IReadOnlyList<object> key) =>
        string.Join(" AND ", table.Key.Select((column, i) => $"{Name(column)} = {Value(column, key[i])}"));

    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        return await _command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<DbDataReader> ReadAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        return await _command.ExecuteReaderAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<TableRow>> ReadRowsAsync(TableInfo table, CancellationToken cancellationToken)
    {
        await using var reader = await ReadAsync(cancellationToken);
        var rows = new List<TableRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var values = new Dictionary<string, object?>(table.Columns.Count);
            for (var i = 0; i < table.Columns.Count; i++)
            {
                var column = table.Columns[i];
                values[column.Name] = reader.IsDBNull(i) ? null : column.Mapping.GetDataReaderMethod().Invoke(reader, [i]);
            }
            rows.Add(new TableRow(table, values));
        }
        return rows;
    }

    public ValueTask DisposeAsync() => _command.DisposeAsync();

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await _db.Database.OpenConnectionAsync(cancellationToken); // closed with the context
        _command.CommandText = _text.ToString();
        _command.Transaction = _db.Database.CurrentTransaction?.GetDbTransaction();
    }
}

using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace SaleAuto.LowCode;

/// <summary>The text of a planned query and its parameters: as a command of EF Core for a context's own connection, and as a bare one for any other.</summary>
internal sealed class PlannedSql
{
    private readonly IReadOnlyList<PlannedParameter> _parameters;
    private readonly string _positional;

    public PlannedSql(string sql, IReadOnlyList<PlannedParameter> parameters, DbContext db)
    {
        _parameters = parameters;
        _positional = Positional(sql, parameters);
        var builder = db.GetService<IRelationalCommandBuilderFactory>().Create();
        builder.Append(sql);
        foreach (var (name, _, mapping) in parameters)
        {
            builder.AddParameter(name, name, mapping, nullable: false);
        }
        Command = builder.Build();
    }

    /// <summary>The command of EF Core.</summary>
    public IRelationalCommand Command { get; }

    /// <summary>Values for <see cref="Command"/>.</summary>
    public Dictionary<string, object?> ValuesOf(ResolvedQuery query) => _parameters.ToDictionary(p => p.Name, p => (object?)query.Values[p.Slot].Value, StringComparer.Ordinal);

    /// <summary>A bare command with numbered parameters, which the driver need not look for in the text.</summary>
    public DbCommand CreateCommand(DbConnection connection, ResolvedQuery query)
    {
        var command = connection.CreateCommand();
        command.CommandText = _positional;
        foreach (var (_, slot, mapping) in _parameters)
        {
            command.Parameters.Add(mapping.CreateParameter(command, "", query.Values[slot].Value, nullable: false));
        }
        return command;
    }

    // Texts and quoted names are passed over: only outside of them "@" begins a parameter.
    private static string Positional(string sql, IReadOnlyList<PlannedParameter> parameters)
    {
        var result = new StringBuilder(sql.Length);
        for (var i = 0; i < sql.Length; i++)
        {
            if (sql[i] is '\'' or '"')
            {
                var end = sql.IndexOf(sql[i], i + 1);
                result.Append(sql, i, end - i + 1);
                i = end;
            }
            else if (sql[i] == '@' && NameAt(sql, i) is { Length: > 1 } name && IndexOf(parameters, name) is var number and >= 0)
            {
                result.Append('$').Append(number + 1);
                i += name.Length - 1;
            }
            else
            {
                result.Append(sql[i]);
            }
        }
        return result.ToString();
    }

    private static string NameAt(string sql, int start)
    {
        var end = start + 1;
        while (end < sql.Length && (char.IsLetterOrDigit(sql[end]) || sql[end] == '_'))
        {
            end++;
        }
        return sql[start..end];
    }

    private static int IndexOf(IReadOnlyList<PlannedParameter> parameters, string name) =>
        Enumerable.Range(0, parameters.Count).FirstOrDefault(i => parameters[i].Name.TrimStart('@') == name[1..], -1);
}

/// <summary>A parameter of a planned query.</summary>
/// <param name="Name">Its name in the text.</param>
/// <param name="Slot">Which value it takes.</param>
/// <param name="Mapping">How the value goes to the database.</param>
internal sealed record PlannedParameter(string Name, int Slot, RelationalTypeMapping Mapping);

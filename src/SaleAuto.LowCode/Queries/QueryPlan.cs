using System.Data.Common;
using System.Text.Json;

namespace SaleAuto.LowCode;

/// <summary>The SQL of one shape of query with the readers of its result. Made by EF Core once, run without it.</summary>
internal sealed class QueryPlan
{
    public required PlannedSql Sql { get; init; }

    public required Cell Id { get; init; }

    public Cell? Version { get; init; }

    public Cell? IsDeleted { get; init; }

    public required Cell Label { get; init; }

    /// <summary>Parallel to the fields.</summary>
    public required IReadOnlyList<Cell> Values { get; init; }

    /// <summary>Parallel to the fields; null for those that are no references.</summary>
    public required IReadOnlyList<Cell?> Labels { get; init; }

    /// <summary>Parallel to the actions of the query; null for those that are always open.</summary>
    public required IReadOnlyList<Cell?> Actions { get; init; }

    /// <summary>Parallel to the sort keys: what a cursor keeps.</summary>
    public required IReadOnlyList<Cell> SortKeys { get; init; }

    /// <summary>Parallel to the fields: names in JSON.</summary>
    public required IReadOnlyList<(JsonEncodedText Name, JsonEncodedText LabelName)> Names { get; init; }

    public required int FieldCount { get; init; }

    public ResourceRow ReadRow(DbDataReader reader, ResolvedQuery query)
    {
        var values = new object?[Values.Count];
        var labels = new string?[Values.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Values[i].Read(reader);
            labels[i] = (string?)Labels[i]?.Read(reader);
        }
        return new ResourceRow
        {
            Id = (Guid)Id.Read(reader)!,
            Version = (long?)Version?.Read(reader) ?? 0,
            IsDeleted = (bool?)IsDeleted?.Read(reader) ?? false,
            Label = Convert.ToString(Label.Read(reader), System.Globalization.CultureInfo.CurrentCulture) ?? "",
            Values = values,
            Labels = labels,
            Actions = query.Actions.Count == 0 ? [] : [.. query.Actions.Where((_, i) => Actions[i] is null || (bool?)Actions[i]!.Read(reader) == true)],
        };
    }

    public void WriteRow(DbDataReader reader, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WritePropertyName(IdName);
        Id.Write(writer, reader);
        for (var i = 0; i < Values.Count; i++)
        {
            writer.WritePropertyName(Names[i].Name);
            Values[i].Write(writer, reader);
            if (Labels[i] is { } label)
            {
                writer.WritePropertyName(Names[i].LabelName);
                label.Write(writer, reader);
            }
        }
        if (Version is not null)
        {
            writer.WritePropertyName(VersionName);
            Version.Write(writer, reader);
        }
        writer.WriteEndObject();
    }

    private static readonly JsonEncodedText IdName = JsonEncodedText.Encode(ResourceModel.IdName);
    private static readonly JsonEncodedText VersionName = JsonEncodedText.Encode("version");
}

using System.IO.Pipelines;
using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SaleAuto.Errors;

namespace SaleAuto.LowCode;

/// <summary>Child collections of a record.</summary>
internal sealed partial class ResourceReader
{
    private async Task<IReadOnlyList<object?[]>> LinesAsync(ResourceModel resource, FieldModel field, Guid id, CancellationToken cancellationToken)
    {
        var context = db.Value;
        var row = Expression.Parameter(resource.EntityType, "row");
        var child = field.Lines[0].Read!.Parameters[0].Type;
        var one = Expression.Lambda(Expression.Equal(Binding.Bind(resource.Id.Read!, row, context), Expression.Constant(id)), row);
        var rows = Expression.Lambda(
            typeof(Func<,>).MakeGenericType(resource.EntityType, typeof(IEnumerable<>).MakeGenericType(child)),
            WithoutConversion(Binding.Bind(field.Read!, row, context)),
            row);
        var line = Expression.Parameter(child, "line");
        var values = Expression.Lambda(
            Expression.NewArrayInit(
                typeof(object),
                field.Lines.Select(f => Expression.Convert(Binding.Bind(f.Read!, line, context), typeof(object))).Prepend(Expression.Convert(Expression.Property(line, "Id"), typeof(object)))),
            line);
        var source = Binding.Call(nameof(Queryable.Where), [resource.EntityType], Binding.SetOf(context, resource.EntityType), Expression.Quote(one));
        if (resource.HasTrash)
        {
            source = Expression.Call(
                typeof(EntityFrameworkQueryableExtensions), nameof(EntityFrameworkQueryableExtensions.IgnoreQueryFilters), [resource.EntityType],
                source, Expression.Constant(new[] { Entities.IFullAudited.TrashFilter }, typeof(IReadOnlyCollection<string>)));
        }
        source = Binding.Call(nameof(Queryable.SelectMany), [resource.EntityType, child], source, Expression.Quote(rows));
        source = Binding.Call(nameof(Queryable.Select), [child, typeof(object[])], source, Expression.Quote(values));
        var found = await resource.Query(context).Provider.CreateQuery<object?[]>(source).ToListAsync(cancellationToken);
        return [.. found.OrderBy(x => (Guid)x[0]!)]; // ids sort by the time of their making
    }

    private async Task<long?> WriteWithLinesAsync(ResourceModel resource, Guid id, PipeWriter output, CancellationToken cancellationToken)
    {
        ResourceRecord record;
        try
        {
            record = await GetAsync(resource, id, cancellationToken);
        }
        catch (EntityNotFoundException)
        {
            return null;
        }
        using var writer = new Utf8JsonWriter(output, JsonOutput.Options);
        writer.WriteStartObject();
        writer.WriteString(ResourceModel.IdName, id);
        for (var i = 0; i < record.Page.Fields.Count; i++)
        {
            var field = record.Page.Fields[i];
            writer.WritePropertyName(field.Name);
            if (record.Row.Values[i] is IReadOnlyList<object?[]> lines)
            {
                WriteLines(writer, field, lines);
            }
            else
            {
                JsonValues.Write(writer, record.Row.Values[i]);
            }
            if (field.Reference is not null)
            {
                writer.WriteString(QueryPlanner.LabelNameOf(field), record.Row.Labels[i]);
            }
        }
        writer.WriteNumber("version", record.Row.Version);
        writer.WriteEndObject();
        await writer.FlushAsync(cancellationToken);
        return record.Row.Version;
    }

    private static Expression WithoutConversion(Expression value) => value is UnaryExpression { NodeType: ExpressionType.Convert } convert ? convert.Operand : value;

    private static void WriteLines(Utf8JsonWriter writer, FieldModel field, IReadOnlyList<object?[]> lines)
    {
        writer.WriteStartArray();
        foreach (var line in lines)
        {
            writer.WriteStartObject();
            writer.WriteString(ResourceModel.IdName, (Guid)line[0]!);
            for (var i = 0; i < field.Lines.Count; i++)
            {
                if (field.Lines[i].Name != ResourceModel.IdName)
                {
                    writer.WritePropertyName(field.Lines[i].Name);
                    JsonValues.Write(writer, line[i + 1]);
                }
            }
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}

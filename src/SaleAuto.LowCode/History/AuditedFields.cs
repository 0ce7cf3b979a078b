using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SaleAuto.LowCode;

/// <summary>Which field of a resource shows which property that the audit log names, and how its recorded values are read.</summary>
internal static class AuditedFields
{
    private static readonly ConcurrentDictionary<ResourceModel, IReadOnlyDictionary<string, FieldModel>> Known = new();

    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Fields by the name of their property in the log.</summary>
    public static IReadOnlyDictionary<string, FieldModel> Of(ResourceModel resource) => Known.GetOrAdd(resource, Describe);

    /// <summary>The recorded value as the field's type; null when it was empty or is of a type that the field no longer has.</summary>
    public static object? Read(JsonElement change, string side, FieldModel field)
    {
        if (!change.TryGetProperty(side, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }
        try
        {
            return field.Kind == FieldKind.Images ? value.Deserialize<List<Guid>>(Reading) : value.Deserialize(field.ClrType, Reading);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Dictionary<string, FieldModel> Describe(ResourceModel resource)
    {
        var fields = new Dictionary<string, FieldModel>(StringComparer.Ordinal);
        foreach (var field in resource.Fields.Where(f => f.Kind != FieldKind.Lines))
        {
            if (field.Read is null && field.Input is { } input)
            {
                fields.TryAdd(input.PropertyName, field);
            }
            else if (field.Read is { } read && PathOf(read) is { } path)
            {
                fields.TryAdd(path, field);
            }
        }
        return fields;
    }

    private static string? PathOf(LambdaExpression read)
    {
        var body = read.Body is UnaryExpression { NodeType: ExpressionType.Convert } convert ? convert.Operand : read.Body;
        var names = new Stack<string>();
        while (body is MemberExpression member)
        {
            names.Push(member.Member.Name);
            body = member.Expression;
        }
        return body == read.Parameters[0] && names.Count > 0 ? string.Join('.', names) : null;
    }
}

using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SaleAuto.Clients;
using SaleAuto.Errors;
using SaleAuto.Leads;
using SaleAuto.Validation;

namespace SaleAuto.OpenApi;

/// <summary>Makes the described types say exactly what goes over the wire.</summary>
internal static class ApiSchemas
{
    private static readonly Dictionary<Type, string> Examples = new()
    {
        [typeof(CreateLeadInput)] = """{"plate":"А123ВС77","name":"Анна","phone":"+79161234567","mileageKm":120000,"condition":"good","source":"search","consents":["personalData"]}""",
        [typeof(LeadDraftDto)] = """{"id":"0197c2f0-6f2a-7c1e-9d3b-5a4f1e2d3c4b","number":"L-000123","status":"draft"}""",
        [typeof(SendCodeInput)] = """{"phone":"+79161234567"}""",
        [typeof(SentCodeDto)] = """{"expiresInSeconds":600,"resendAfterSeconds":60}""",
        [typeof(SignInInput)] = """{"phone":"+79161234567","code":"123456"}""",
        [typeof(LeadOpinionInput)] = """{"answer":"declined","expectedPrice":650000}""",
        [typeof(CallbackInput)] = """{"phone":"+79161234567","name":"Анна","consents":["personalData"]}""",
        [typeof(CallbackDto)] = """{"callDueAt":"2026-11-22T09:15:00Z"}""",
        [typeof(ApiProblem)] = """{"type":"urn:saleauto:error:Requests:Invalid","title":"Запрос с ошибкой","status":400,"detail":"Не получилось прочитать запрос. Проверьте его формат.","code":"SaleAuto:Requests:Invalid","traceId":"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01","errors":{"phone":["Проверьте телефон: нужен полный номер, например +7 916 123-45-67."]},"codes":{"phone":["SaleAuto:Clients:PhoneInvalid"]}}""",
    };

    public static Task DescribeAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonPropertyInfo is { } property)
        {
            DescribeProperty(schema, property);
        }
        else
        {
            DescribeType(schema, context.JsonTypeInfo);
        }
        DescribeValue(schema, Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type);
        return Task.CompletedTask;
    }

    private static void DescribeType(OpenApiSchema schema, JsonTypeInfo type)
    {
        if (Examples.TryGetValue(type.Type, out var example))
        {
            schema.Examples = [JsonNode.Parse(example)!];
        }
        if (type.Type.Name.EndsWith("Input", StringComparison.Ordinal))
        {
            schema.Required = type.Properties.Where(p => IsMandatory(p.AttributeProvider)).Select(p => p.Name).ToHashSet();
        }
        else if (type.Type.Name.EndsWith("Dto", StringComparison.Ordinal))
        {
            schema.Required = type.Properties.Select(p => p.Name).ToHashSet(); // empty values are written as null
        }
        else if (type.Type == typeof(ApiProblem))
        {
            schema.Required = new HashSet<string> { "type", "title", "status", "detail", "code", "traceId" };
        }
        if (type.Type == typeof(LeadOpinionInput))
        {
            schema.Properties!["answer"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["accepted", "declined"], Description = "Whether the range suits." };
        }
    }

    private static void DescribeProperty(OpenApiSchema schema, JsonPropertyInfo property)
    {
        if (IsMandatory(property.AttributeProvider))
        {
            schema.Type &= ~JsonSchemaType.Null;
            schema.MinLength = schema.MinLength == 0 ? 1 : null;
            schema.MinItems = schema.Type == JsonSchemaType.Array ? 1 : null;
        }
        else if (schema.MinLength == 0)
        {
            schema.MinLength = null;
        }
        if (property.DeclaringType == typeof(ApiProblem))
        {
            schema.Type &= ~JsonSchemaType.Null; // left out instead
        }
    }

    private static void DescribeValue(OpenApiSchema schema, Type type)
    {
        if (type.IsEnum && schema.Enum is { } choices)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. choices.Where(choice => choice is not null && choice.GetValueKind() == System.Text.Json.JsonValueKind.String)];
        }
        else if (type == typeof(decimal))
        {
            schema.Format = null; // exact, never a double
        }
    }

    private static bool IsMandatory(ICustomAttributeProvider? provider) =>
        provider?.GetCustomAttributes(inherit: true).Any(a => a is MandatoryAttribute or PersonalDataConsentAttribute) == true;
}

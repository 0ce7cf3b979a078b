using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SaleAuto.Clients;
using SaleAuto.Errors;
using SaleAuto.Leads;

namespace SaleAuto.OpenApi;

/// <summary>Examples and patterns of the types on the wire.</summary>
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
        var type = context.JsonTypeInfo.Type;
        if (context.JsonPropertyInfo is null && Examples.TryGetValue(type, out var example))
        {
            schema.Examples = [JsonNode.Parse(example)!];
        }
        if (context.JsonPropertyInfo is { } property && IsMandatory(property.AttributeProvider))
        {
            MakeMandatory(schema);
        }
        if (context.JsonPropertyInfo is null && type.Name.EndsWith("Input", StringComparison.Ordinal))
        {
            schema.Required = context.JsonTypeInfo.Properties.Where(p => IsMandatory(p.AttributeProvider)).Select(p => p.Name).ToHashSet();
        }
        return Task.CompletedTask;
    }

    private static bool IsMandatory(System.Reflection.ICustomAttributeProvider? provider) =>
        provider?.GetCustomAttributes(inherit: true).Any(a => a is Validation.MandatoryAttribute or Validation.PersonalDataConsentAttribute) == true;

    private static void MakeMandatory(OpenApiSchema schema) => schema.Type &= ~JsonSchemaType.Null;
}

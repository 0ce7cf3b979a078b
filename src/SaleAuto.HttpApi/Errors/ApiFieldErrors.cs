using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using SaleAuto.Localization;

namespace SaleAuto.Errors;

/// <summary>Names wrong fields as they are spelt in the JSON.</summary>
internal static class ApiFieldErrors
{
    public static ApiProblem Describe(IReadOnlyList<InputError> errors)
    {
        var byField = errors.GroupBy(e => ToJsonName(e.Field)).ToList();
        return new ApiProblem(400, SaleAutoErrorCodes.Requests.Invalid)
        {
            Errors = byField.ToDictionary(g => g.Key, g => g.Select(e => ErrorTexts.For(e.Code, e.Values)).ToArray()),
            Codes = byField.ToDictionary(g => g.Key, g => g.Select(e => e.Code).ToArray()),
        };
    }

    /// <summary>A body that could not be read; when the fault lies in one field, that field is named.</summary>
    public static ApiProblem Describe(BadHttpRequestException unreadable, HttpContext context) =>
        unreadable is { StatusCode: 400, InnerException: JsonException { Path: { } path } } && FindProperty(path, context) is { } property
            ? Describe([new InputError(property.Name, IsChoice(property) ? SaleAutoErrorCodes.Fields.NotAllowed : SaleAutoErrorCodes.Fields.Malformed)])
            : new ApiProblem(unreadable.StatusCode, SaleAutoErrorCodes.Requests.Invalid);

    private static PropertyInfo? FindProperty(string path, HttpContext context)
    {
        var name = path.Split(['$', '.', '['], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        var input = context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
        return name is null ? null : input?.GetProperty(name, BindingFlags.IgnoreCase | BindingFlags.Public | BindingFlags.Instance);
    }

    private static bool IsChoice(PropertyInfo property)
    {
        var type = property.PropertyType.IsGenericType ? property.PropertyType.GenericTypeArguments[0] : property.PropertyType;
        return type.IsEnum;
    }

    private static string ToJsonName(string field) => field.Contains('-', StringComparison.Ordinal) // a header
        ? field
        : string.Join('.', field.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SaleAuto.Market;

/// <summary>A value kept as JSON text in one column: read and replaced as a whole, never looked into by a query.</summary>
internal static class JsonColumn
{
    public static PropertyBuilder<T> IsJsonText<T>(this PropertyBuilder<T> property) => property.IsJsonText(JsonSerializerOptions.Web);

    public static PropertyBuilder<T> IsJsonText<T>(this PropertyBuilder<T> property, JsonSerializerOptions options) =>
        property.HasConversion(
            value => JsonSerializer.Serialize(value, options),
            text => JsonSerializer.Deserialize<T>(text, options)!,
            new ValueComparer<T>(
                (one, other) => ReferenceEquals(one, other),
                value => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(value),
                value => value)); // the values are replaced, never changed in place
}

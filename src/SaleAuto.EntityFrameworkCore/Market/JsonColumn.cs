using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SaleAuto.Market;

/// <summary>A value kept as JSON text in one column: read and replaced as a whole, never looked into by a query.</summary>
internal static class JsonColumn
{
    public static PropertyBuilder<T> IsJsonText<T>(this PropertyBuilder<T> property) =>
        property.HasConversion(
            value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web),
            text => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Web)!,
            new ValueComparer<T>(
                (one, other) => ReferenceEquals(one, other),
                value => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(value),
                value => value)); // the values are replaced, never changed in place
}

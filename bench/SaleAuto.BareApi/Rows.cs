using System.Data.Common;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SaleAuto.BareApi;

/// <summary>Rows as JSON.</summary>
internal static class Rows
{
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static void WriteLead(Utf8JsonWriter json, DbDataReader row)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, row.GetGuid(0));
        json.WriteString("number"u8, row.GetString(1));
        json.WriteString("status"u8, JsonNamingPolicy.CamelCase.ConvertName(row.GetString(2)));
        WriteText(json, "name"u8, row, 3);
        json.WriteString("phone"u8, row.GetString(4));
        WriteText(json, "plate"u8, row, 5);
        json.WriteString("creationTime"u8, row.GetDateTime(6));
        json.WriteNumber("version"u8, row.GetInt64(7));
        json.WriteEndObject();
    }

    public static void WriteExpense(Utf8JsonWriter json, DbDataReader row)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, row.GetGuid(0));
        WriteText(json, "carNumber"u8, row, 1);
        json.WriteString("spentOn"u8, row.GetFieldValue<DateOnly>(2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("carId"u8, row.GetGuid(3));
        WriteText(json, "carIdLabel"u8, row, 1);
        json.WriteString("category"u8, JsonNamingPolicy.CamelCase.ConvertName(row.GetString(4)));
        json.WriteNumber("amount"u8, row.GetDecimal(5));
        json.WriteString("spentById"u8, row.GetGuid(6));
        WriteText(json, "spentByIdLabel"u8, row, 7);
        json.WriteBoolean("isReimbursed"u8, row.GetBoolean(8));
        if (row.IsDBNull(9))
        {
            json.WriteNull("evidenceFileId"u8);
        }
        else
        {
            json.WriteString("evidenceFileId"u8, row.GetGuid(9));
        }
        WriteText(json, "note"u8, row, 10);
        json.WriteNumber("version"u8, row.GetInt64(11));
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, ReadOnlySpan<byte> name, DbDataReader row, int place) =>
        json.WriteString(name, row.IsDBNull(place) ? null : row.GetString(place));
}

/// <summary>A receipt to be written down.</summary>
internal sealed record NewExpense(Guid CarId, Guid SpentById, string Category, decimal Amount, DateOnly SpentOn, string? Note);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(NewExpense))]
internal sealed partial class BareJson : JsonSerializerContext;

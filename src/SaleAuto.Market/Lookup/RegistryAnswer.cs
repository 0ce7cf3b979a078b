using System.Text.Json;

namespace SaleAuto.Market;

/// <summary>A car as the registry's JSON has it, before it is believed.</summary>
internal sealed record RegistryAnswer(
    string? Make,
    string? Model,
    int? Year,
    string? Vin,
    int? PowerHp,
    decimal? EngineLitres,
    string? Fuel,
    string? Gearbox,
    string? Drive)
{
    private const int LongestWord = 30;

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>The JSON, or null when it is none.</summary>
    public static RegistryAnswer? TryRead(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<RegistryAnswer>(json.Span, Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The car, or null when make, model or year cannot be true. Other parts that cannot be true are left out.</summary>
    public VehicleRecord? ToRecord(VehicleNames names, int currentYear)
    {
        var isCar = IsName(Make) && IsName(Model) && Year is >= 1950 && Year <= currentYear;
        if (!isCar)
        {
            return null;
        }
        var (make, model) = names.Normalize(Make, Model);
        return new VehicleRecord
        {
            Make = make ?? Make!.Trim(),
            Model = model ?? Model!.Trim(),
            Year = Year!.Value,
            Vin = VehicleIdentificationNumber(Vin),
            PowerHp = PowerHp is >= 5 and <= 2000 ? PowerHp : null,
            EngineLitres = EngineLitres is >= 0.3m and <= 10m ? EngineLitres : null,
            Fuel = Word(SpecWords.Fuel(Fuel)),
            Gearbox = Word(SpecWords.Gearbox(Gearbox)),
            Drive = Word(SpecWords.Drive(Drive)),
        };
    }

    private static bool IsName(string? name) => !string.IsNullOrWhiteSpace(name) && name.Length <= MarketConsts.MaxNameLength;

    // ISO 3779: 17 digits and Latin letters without I, O and Q.
    private static string? VehicleIdentificationNumber(string? text)
    {
        var vin = text?.Trim().ToUpperInvariant();
        return vin is { Length: 17 } && vin.All(c => char.IsAsciiLetterOrDigit(c) && c is not ('I' or 'O' or 'Q')) ? vin : null;
    }

    private static string? Word(string? word) => word is { Length: > 0 and <= LongestWord } ? word : null;
}

using System.Globalization;
using Microsoft.AspNetCore.Http;
using SaleAuto.Errors;

namespace SaleAuto.Admin.Calls;

/// <summary>Reads what a form of the call desk posted. What cannot be read is a wrong field, not an empty one.</summary>
public sealed class PostedCall
{
    private readonly IReadOnlyDictionary<string, string> _values;
    private readonly List<InputError> _errors = [];

    /// <summary>Takes the fields over.</summary>
    public PostedCall(IEnumerable<KeyValuePair<string, string>> values) => _values = new Dictionary<string, string>(values, StringComparer.Ordinal);

    /// <summary>The fields of the request's form.</summary>
    public static async Task<PostedCall> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        return new PostedCall(form.Select(field => KeyValuePair.Create(field.Key, field.Value.ToString())));
    }

    /// <summary>The text of a field, or null when it is empty.</summary>
    public string? Text(string name) => _values.TryGetValue(name, out var text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    /// <summary>Whether a box is ticked.</summary>
    public bool Flag(string name) => Text(name) is "true" or "on";

    /// <summary>A whole number; spaces between its digits do not matter.</summary>
    public int? Integer(string name) => Read<int>(name, text => int.TryParse(Digits(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null);

    /// <summary>Roubles, with a comma or a dot.</summary>
    public decimal? Amount(string name) =>
        Read<decimal>(name, text => decimal.TryParse(Digits(text).Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null);

    /// <summary>A day of a date field.</summary>
    public DateOnly? Day(string name) => Read<DateOnly>(name, text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null);

    /// <summary>Hours and minutes of a time field.</summary>
    public TimeOnly? Time(string name) => Read<TimeOnly>(name, text => TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : null);

    /// <summary>An id.</summary>
    public Guid? Id(string name) => Read<Guid>(name, text => Guid.TryParse(text, out var value) ? value : null);

    /// <summary>The value of a list.</summary>
    public T? Choice<T>(string name)
        where T : struct, Enum => Read<T>(name, text => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null);

    /// <summary>Passes when every field could be read.</summary>
    /// <exception cref="InputValidationException">Names those that could not.</exception>
    public void EnsureReadable()
    {
        if (_errors.Count > 0)
        {
            throw new InputValidationException([.. _errors]);
        }
    }

    private static string Digits(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private T? Read<T>(string name, Func<string, T?> parse)
        where T : struct
    {
        if (Text(name) is not { } text)
        {
            return null;
        }
        if (parse(text) is { } value)
        {
            return value;
        }
        _errors.Add(new InputError(name, SaleAutoErrorCodes.Fields.Malformed));
        return null;
    }
}

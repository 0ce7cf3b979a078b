using Microsoft.AspNetCore.Http;
using SaleAuto.Errors;
using SaleAuto.Localization;

namespace SaleAuto.Admin.Account;

/// <summary>What is wrong with a form, by the name of the field; the empty name stands for the form as a whole.</summary>
public sealed class FormFaults
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Nothing is wrong.</summary>
    public static FormFaults None { get; } = new();

    /// <summary>Whether anything is.</summary>
    public bool Any => _texts.Count > 0;

    /// <summary>The sentence beside a field, or null.</summary>
    public string? this[string field] => _texts.GetValueOrDefault(field);

    /// <summary>The faults of an input.</summary>
    public static FormFaults Of(InputValidationException wrong)
    {
        var faults = new FormFaults();
        foreach (var error in wrong.Errors)
        {
            faults._texts.TryAdd(error.Field, ErrorTexts.For(error.Code, error.Values));
        }
        return faults;
    }

    /// <summary>A refusal of the whole form.</summary>
    public static FormFaults Of(string code)
    {
        var faults = new FormFaults();
        faults._texts[""] = ErrorTexts.For(code);
        return faults;
    }
}

/// <summary>Reads forms and describes who sends them.</summary>
internal static class FormReading
{
    private const int LongestDevice = 200;

    /// <summary>A field as typed.</summary>
    public static async Task<string> FieldAsync(this HttpContext http, string name) =>
        (await http.Request.ReadFormAsync(http.RequestAborted))[name].ToString();

    /// <summary>What the browser says of itself.</summary>
    public static string? Device(this HttpContext http) =>
        http.Request.Headers.UserAgent.ToString() is { Length: > 0 } agent ? agent[..Math.Min(agent.Length, LongestDevice)] : null;
}

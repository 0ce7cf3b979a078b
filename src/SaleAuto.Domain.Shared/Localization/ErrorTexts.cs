using System.Globalization;
using System.Resources;

namespace SaleAuto.Localization;

/// <summary>What people read when something is refused, by error code: <c>ErrorTexts.resx</c> in Russian, <c>ErrorTexts.en.resx</c> in English.</summary>
public sealed class ErrorTexts
{
    private static readonly ResourceManager Texts = new(typeof(ErrorTexts));

    private ErrorTexts()
    {
    } // only marks the resource

    /// <summary>The sentence for a code in the current language; <c>{Name}</c> in it stands for a value.</summary>
    public static string For(string code, IReadOnlyDictionary<string, object?>? values = null, TimeSpan? retryAfter = null)
    {
        var text = Find(code) ?? Find(SaleAutoErrorCodes.Requests.Unexpected)!;
        foreach (var (name, value) in values ?? new Dictionary<string, object?>())
        {
            text = text.Replace($"{{{name}}}", Convert.ToString(value, CultureInfo.CurrentCulture), StringComparison.Ordinal);
        }
        return retryAfter is { } wait ? text.Replace("{RetryAfter}", Describe(wait), StringComparison.Ordinal) : text;
    }

    /// <summary>The text under a key in the current language, or null.</summary>
    public static string? Find(string code) => Texts.GetString(code, CultureInfo.CurrentUICulture);

    private static string Describe(TimeSpan wait) => wait.TotalSeconds switch
    {
        < 90 => Format("Duration:Seconds", wait.TotalSeconds),
        < 90 * 60 => Format("Duration:Minutes", wait.TotalMinutes),
        _ => Format("Duration:Hours", wait.TotalHours),
    };

    private static string Format(string key, double amount) =>
        string.Format(CultureInfo.CurrentCulture, Find(key)!, Math.Max(1, Math.Ceiling(amount)));
}

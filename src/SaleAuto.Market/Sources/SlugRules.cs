using System.Text;

namespace SaleAuto.Market;

/// <summary>How a site writes makes and models in its addresses: lower case with a separator, and the exceptions by canonical name.</summary>
public sealed record SlugRules
{
    /// <summary>Stands for spaces, hyphens and other signs.</summary>
    public string Separator { get; init; } = "-";

    /// <summary>Whether hyphens of a name stay hyphens, as in <c>x-trail</c>.</summary>
    public bool KeepHyphens { get; init; }

    /// <summary>Makes that the site writes otherwise, by canonical name.</summary>
    public IReadOnlyDictionary<string, string> Makes { get; init; } = new Dictionary<string, string>();

    /// <summary>Models that the site writes otherwise, by canonical make and model, such as <c>Lada 2107</c>.</summary>
    public IReadOnlyDictionary<string, string> Models { get; init; } = new Dictionary<string, string>();

    /// <summary>The make in an address.</summary>
    public string OfMake(string make) => Uri.EscapeDataString(Find(Makes, make) ?? Slug(make));

    /// <summary>The model in an address.</summary>
    public string OfModel(string make, string model) => Uri.EscapeDataString(Find(Models, $"{make} {model}") ?? Slug(model));

    // Configuration keys have no case.
    private static string? Find(IReadOnlyDictionary<string, string> exceptions, string name) =>
        exceptions.FirstOrDefault(pair => pair.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    private string Slug(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var character in name.ToLowerInvariant().Normalize(NormalizationForm.FormD).Where(c => c < '\u0300' || c > '\u036F'))
        {
            if (char.IsLetterOrDigit(character) || (KeepHyphens && character == '-'))
            {
                slug.Append(character);
            }
            else if (slug.Length > 0 && !EndsWithSeparator(slug))
            {
                slug.Append(Separator);
            }
        }
        return EndsWithSeparator(slug) ? slug.ToString(0, slug.Length - Separator.Length) : slug.ToString();
    }

    private bool EndsWithSeparator(StringBuilder slug) =>
        Separator.Length > 0 && slug.ToString().EndsWith(Separator, StringComparison.Ordinal);
}

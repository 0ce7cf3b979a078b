using System.Globalization;
using System.Text;

namespace SaleAuto.LowCode;

/// <summary>Which fields an import may fill, and which of them a column's heading names.</summary>
public sealed class ImportColumns(IResourceTexts texts)
{
    private static readonly CultureInfo[] Languages = [CultureInfo.GetCultureInfo("ru"), CultureInfo.GetCultureInfo("en")];

    /// <summary>Fields that can be read from one cell, and keys.</summary>
    public static IReadOnlyList<FieldModel> Fields(ResourceModel resource, IReadOnlyCollection<FieldModel> visible) =>
        [.. resource.Fields.Where(f => visible.Contains(f) && (resource.ImportKeys.Contains(f) || (f.Input is { IsReadOnly: false } && f.Kind is not FieldKind.Lines)))];

    /// <summary>The field of each column: its name, or its caption in either language; null for unknown columns. No field twice.</summary>
    public IReadOnlyList<FieldModel?> Guess(IReadOnlyList<FieldModel> fields, IReadOnlyList<string> headers)
    {
        var byName = new Dictionary<string, FieldModel>();
        foreach (var field in fields)
        {
            byName.TryAdd(Bare(field.Name), field);
        }
        foreach (var language in Languages)
        {
            foreach (var field in fields)
            {
                byName.TryAdd(Bare(CaptionIn(language, field)), field);
            }
        }
        var taken = new HashSet<FieldModel>();
        return [.. headers.Select(header => byName.TryGetValue(Bare(header), out var field) && taken.Add(field) ? field : null)];
    }

    private string CaptionIn(CultureInfo language, FieldModel field)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = language;
            return texts.Find(field.TextKey) ?? field.Name;
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var letter in text.Where(char.IsLetterOrDigit))
        {
            bare.Append(char.ToLowerInvariant(letter) is 'ё' ? 'е' : char.ToLowerInvariant(letter));
        }
        return bare.ToString();
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SaleAuto.Suppliers;

/// <summary>The worked example of docs/developer.md: what it shows is what is compiled and run here.</summary>
internal static partial class Example
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "developer.md")).ReplaceLineEndings("\n");
    private static readonly Lazy<Dictionary<string, string>> Russian = new(() => ReadTexts("ResourceTexts.resx"));
    private static readonly Lazy<Dictionary<string, string>> English = new(() => ReadTexts("ResourceTexts.en.resx"));

    /// <summary>The code blocks of the page, in order.</summary>
    public static IReadOnlyList<string> Blocks { get; } = [.. BlockPattern().Matches(Page).Select(match => match.Groups[2].Value)];

    /// <summary>Texts that the page tells to add.</summary>
    public static IReadOnlyDictionary<string, string> TextsOf(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? English.Value : Russian.Value;

    // The block under the line that names the file.
    private static Dictionary<string, string> ReadTexts(string file)
    {
        var at = Page.IndexOf($"`{file}`", StringComparison.Ordinal);
        var block = BlockPattern().Match(Page, at).Groups[2].Value;
        return XElement.Parse($"<root>{block}</root>").Elements("data").ToDictionary(x => (string)x.Attribute("name")!, x => (string)x.Element("value")!);
    }

    [GeneratedRegex("```(csharp|xml|sh)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex BlockPattern();
}

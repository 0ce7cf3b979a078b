namespace SaleAuto.LowCode;

/// <summary>Texts and looks of resources in the current language; implemented where the texts of the product lie.</summary>
public interface IResourceTexts
{
    /// <summary>The text under a key in the current UI language, or null.</summary>
    string? Find(string key);

    /// <summary>Name of an enum value in the current UI language.</summary>
    string NameOf(Enum value);

    /// <summary>Colour and icon of an enum value; neutral when none was given.</summary>
    BadgeLook LookOf(Enum value);

    /// <summary>The sentence for an error code in the current UI language.</summary>
    string ErrorOf(string code, IReadOnlyDictionary<string, object?>? values = null);
}

/// <summary>How a badge looks.</summary>
/// <param name="Colour">One of blue, green, orange, red, purple, teal, yellow, gray.</param>
/// <param name="Icon">Icon name, or null.</param>
public sealed record BadgeLook(string Colour, string? Icon);

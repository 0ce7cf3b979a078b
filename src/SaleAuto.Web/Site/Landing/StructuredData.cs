using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.Localization;
using SaleAuto.Company;
using SaleAuto.Localization;

namespace SaleAuto.Site.Landing;

/// <summary>What search engines are told about the company and its answers (schema.org).</summary>
public static class StructuredData
{
    /// <summary>How many questions the landing page answers.</summary>
    public const int Questions = 8;

    // Keeps Cyrillic readable and still escapes <, > and &, so that the text cannot end its element.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The element for the head of the landing page; a data block, which is never executed.</summary>
    public static string Script(IStringLocalizer<LandingTexts> texts, CompanyProfileDto company, string root)
    {
        var graph = new Dictionary<string, object>
        {
            ["@context"] = "https://schema.org",
            ["@graph"] = new object[] { Dealer(texts, company, root), Faq(texts) },
        };
        return $"""<script type="application/ld+json">{JsonSerializer.Serialize(graph, Json)}</script>""";
    }

    private static Dictionary<string, object> Dealer(IStringLocalizer<LandingTexts> texts, CompanyProfileDto company, string root) => new()
    {
        ["@type"] = "AutoDealer",
        ["@id"] = root + "/#company",
        ["name"] = company.BrandName,
        ["legalName"] = company.LegalName,
        ["description"] = texts["Meta.Description"].Value,
        ["url"] = root + SiteLanguage.Address("/"),
        ["image"] = root + "/img/og.png",
        ["telephone"] = company.Phone,
        ["email"] = company.Email,
        ["taxID"] = company.Inn,
        ["address"] = company.Address,
    };

    private static Dictionary<string, object> Faq(IStringLocalizer<LandingTexts> texts) => new()
    {
        ["@type"] = "FAQPage",
        ["mainEntity"] = Enumerable.Range(1, Questions).Select(number => new Dictionary<string, object>
        {
            ["@type"] = "Question",
            ["name"] = texts[$"Faq.{number}.Q"].Value,
            ["acceptedAnswer"] = new Dictionary<string, object> { ["@type"] = "Answer", ["text"] = texts[$"Faq.{number}.A"].Value },
        }).ToArray(),
    };
}

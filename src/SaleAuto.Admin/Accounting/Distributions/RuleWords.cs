using Microsoft.Extensions.Localization;
using SaleAuto.Accounting.Distributions;
using SaleAuto.Admin.Components;
using SaleAuto.LowCode;

namespace SaleAuto.Admin.Accounting.Distributions;

/// <summary>Rules and lines in words.</summary>
internal static class RuleWords
{
    private const string NoBreakSpace = "\u00A0";

    /// <summary>10 %, or 5 000,00 ₽.</summary>
    public static string HowMuch(RuleMeasure measure, decimal value) => measure == RuleMeasure.Percent ? Percent(value) : Display.Money(value);

    /// <summary>A percentage as far as it has decimals.</summary>
    public static string Percent(decimal value) => Display.Number(value) + NoBreakSpace + "%";

    /// <summary>A sum with its sign, for differences.</summary>
    public static string Signed(decimal amount) => amount > 0 ? "+" + Display.Money(amount) : Display.Money(amount);

    /// <summary>Whom a rule or a line names.</summary>
    public static string Who(DistributionShare share, string? name, IResourceTexts texts) =>
        share == DistributionShare.Person ? name ?? texts.NameOf(share) : texts.NameOf(share);

    /// <summary>For which cars a rule is; null for every car.</summary>
    public static string? When(PolicyRuleDto rule, IStringLocalizer<DistributionTexts> texts)
    {
        var conditions = new List<string>();
        if (rule.ProfitAbove is { } above)
        {
            conditions.Add(texts["Rule.When.Profit", Display.Money(above)]);
        }
        if (rule is { FromDays: { } from, ToDays: { } to })
        {
            conditions.Add(texts["Rule.When.Days", from, to]);
        }
        else if (rule.FromDays is { } least)
        {
            conditions.Add(texts["Rule.When.FromDays", least]);
        }
        else if (rule.ToDays is { } most)
        {
            conditions.Add(texts["Rule.When.ToDays", most]);
        }
        return conditions.Count == 0 ? null : string.Join(", ", conditions);
    }

    /// <summary>How the sum of a line arose: 20 % of 102 500,00 ₽.</summary>
    public static string How(DistributionLineDto line, IStringLocalizer<DistributionTexts> texts) => line.Measure == RuleMeasure.Percent
        ? texts["Line.Percent", Percent(line.Value), Display.Money(line.Base)]
        : texts["Line.Sum", Display.Money(line.Value), Display.Money(line.Base)];
}

using System.Globalization;
using Microsoft.AspNetCore.Http;
using SaleAuto.Accounting.Distributions;
using SaleAuto.Admin.Calls;
using SaleAuto.Admin.Components;
using SaleAuto.Errors;

namespace SaleAuto.Admin.Accounting.Distributions;

/// <summary>The editor of the policy as it stands in the browser: everything as typed, right or wrong.</summary>
public sealed class PolicyForm
{
    private const int MostRead = 2 * DistributionConsts.MaxRules;

    /// <summary>Number of saves that the draft had; empty for a new one.</summary>
    public string Version { get; init; } = "";

    /// <summary>What becomes of a loss.</summary>
    public string Loss { get; init; } = nameof(LossRule.CompanyBears);

    /// <summary>What people should know of it.</summary>
    public string Note { get; init; } = "";

    /// <summary>The rules.</summary>
    public IReadOnlyList<TypedRule> Rules { get; init; } = [];

    /// <summary>Id of what has the focus next: a person at the keyboard stays where the change was.</summary>
    public string? Focus { get; init; }

    /// <summary>The editor of a version.</summary>
    public static PolicyForm Of(PolicyVersionDto? version, bool isDraft) => version is null
        ? new PolicyForm()
        : new PolicyForm
        {
            Version = isDraft ? version.Version.ToString(CultureInfo.InvariantCulture) : "",
            Loss = version.Loss.ToString(),
            Note = isDraft ? version.Note ?? "" : "",
            Rules = [.. version.Rules.Select(TypedRule.Of)],
        };

    /// <summary>What was posted.</summary>
    public static PolicyForm Of(IFormCollection form) => new()
    {
        Version = form[nameof(Version)].ToString(),
        Loss = form[nameof(Loss)].ToString(),
        Note = form[nameof(Note)].ToString(),
        Rules = [.. Enumerable.Range(0, MostRead).TakeWhile(place => form.ContainsKey(NameOf(place, nameof(TypedRule.Share)))).Select(place => TypedRule.Of(form, place))],
    };

    /// <summary>Name of an input.</summary>
    public static string NameOf(int place, string field) => $"{nameof(Rules)}[{place}].{field}";

    /// <summary>Id of an input or a button.</summary>
    public static string IdOf(int place, string field) => $"rule-{place}-{field}";

    /// <summary>The form after a button beside a rule: <c>add</c>, <c>remove.2</c>, <c>up.2</c>, <c>down.2</c>; null when the button is another one.</summary>
    public PolicyForm? After(string button)
    {
        var rules = Rules.ToList();
        if (button == "add")
        {
            rules.Add(TypedRule.New);
            return With(rules, IdOf(rules.Count - 1, nameof(TypedRule.Share)));
        }
        if (button.Split('.') is not [var verb, var number] || !int.TryParse(number, CultureInfo.InvariantCulture, out var place) || place < 0 || place >= rules.Count)
        {
            return null;
        }
        switch (verb)
        {
            case "remove":
                rules.RemoveAt(place);
                return With(rules, rules.Count == 0 ? "add-rule" : IdOf(Math.Min(place, rules.Count - 1), "remove"));
            case "up" when place > 0:
                rules.Reverse(place - 1, 2);
                return With(rules, IdOf(place - 1, place == 1 ? "down" : "up"));
            case "down" when place < rules.Count - 1:
                rules.Reverse(place, 2);
                return With(rules, IdOf(place + 1, place == rules.Count - 2 ? "up" : "down"));
            case "up" or "down":
                return With(rules, null);
            default:
                return null;
        }
    }

    /// <summary>The draft that was typed.</summary>
    /// <exception cref="InputValidationException">Something cannot be read.</exception>
    public PolicyDraftInput ToInput()
    {
        var fields = Rules.SelectMany((rule, place) => rule.Fields.Select(x => KeyValuePair.Create(NameOf(place, x.Key), x.Value)));
        var typed = new PostedCall([KeyValuePair.Create(nameof(Loss), Loss), .. fields]);
        var input = new PolicyDraftInput
        {
            Version = long.TryParse(Version, CultureInfo.InvariantCulture, out var version) ? version : null,
            Loss = typed.Choice<LossRule>(nameof(Loss)),
            Note = Note,
            Rules = [.. Enumerable.Range(0, Rules.Count).Select(place => new PolicyRuleInput
            {
                Share = typed.Choice<DistributionShare>(NameOf(place, nameof(TypedRule.Share))),
                StaffId = typed.Id(NameOf(place, nameof(TypedRule.StaffId))),
                Measure = typed.Choice<RuleMeasure>(NameOf(place, nameof(TypedRule.Measure))),
                Value = typed.Amount(NameOf(place, nameof(TypedRule.Value))),
                ProfitAbove = typed.Amount(NameOf(place, nameof(TypedRule.ProfitAbove))),
                FromDays = typed.Integer(NameOf(place, nameof(TypedRule.FromDays))),
                ToDays = typed.Integer(NameOf(place, nameof(TypedRule.ToDays))),
            })],
        };
        typed.EnsureReadable();
        return input;
    }

    private PolicyForm With(List<TypedRule> rules, string? focus) => new() { Version = Version, Loss = Loss, Note = Note, Rules = rules, Focus = focus };
}

/// <summary>A rule as typed.</summary>
public sealed record TypedRule(string Share, string StaffId, string Measure, string Value, string ProfitAbove, string FromDays, string ToDays)
{
    /// <summary>What a new rule begins with.</summary>
    public static TypedRule New { get; } = new(nameof(DistributionShare.Manager), "", nameof(RuleMeasure.Percent), "", "", "", "");

    /// <summary>The fields by name.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields =>
    [
        KeyValuePair.Create(nameof(Share), Share), KeyValuePair.Create(nameof(StaffId), StaffId), KeyValuePair.Create(nameof(Measure), Measure), KeyValuePair.Create(nameof(Value), Value),
        KeyValuePair.Create(nameof(ProfitAbove), ProfitAbove), KeyValuePair.Create(nameof(FromDays), FromDays), KeyValuePair.Create(nameof(ToDays), ToDays),
    ];

    /// <summary>A kept rule.</summary>
    public static TypedRule Of(PolicyRuleDto rule) => new(
        rule.Share.ToString(),
        rule.StaffId?.ToString() ?? "",
        rule.Measure.ToString(),
        Number(rule.Value),
        Number(rule.ProfitAbove),
        rule.FromDays?.ToString(CultureInfo.InvariantCulture) ?? "",
        rule.ToDays?.ToString(CultureInfo.InvariantCulture) ?? "");

    /// <summary>A posted rule.</summary>
    public static TypedRule Of(IFormCollection form, int place)
    {
        return new(Field(nameof(Share)), Field(nameof(StaffId)), Field(nameof(Measure)), Field(nameof(Value)), Field(nameof(ProfitAbove)), Field(nameof(FromDays)), Field(nameof(ToDays)));

        string Field(string name) => form[PolicyForm.NameOf(place, name)].ToString();
    }

    private static string Number(decimal? value) => value?.ToString("0.##", Display.Numbers) ?? "";
}

using System.Text.RegularExpressions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SaleAuto.Sms;

/// <summary>Names the setting that is missing or wrong, when the program starts.</summary>
internal sealed partial class TwilioOptionsValidator(IHostEnvironment environment) : IValidateOptions<TwilioOptions>
{
    public ValidateOptionsResult Validate(string? name, TwilioOptions options)
    {
        var faults = new List<string>();
        if (!Uri.TryCreate(options.BaseAddress, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            faults.Add("Twilio:BaseAddress must be an http or https address.");
        }
        if (options.IsConfigured)
        {
            if (!Account().IsMatch(options.AccountSid!))
            {
                faults.Add("Twilio:AccountSid must be AC and 32 hexadecimal digits.");
            }
            Require(options.AuthToken, "Twilio:AuthToken", faults);
            Require(options.From, "Twilio:From", faults);
        }
        else if (!environment.IsDevelopment())
        {
            faults.Add("Twilio:AccountSid is missing. Only the Development environment shows SMS in the sandbox inbox instead.");
        }
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void Require(string? value, string setting, List<string> faults)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            faults.Add($"{setting} is missing, though Twilio:AccountSid is set.");
        }
    }

    [GeneratedRegex("^AC[0-9a-fA-F]{32}$")]
    private static partial Regex Account();
}

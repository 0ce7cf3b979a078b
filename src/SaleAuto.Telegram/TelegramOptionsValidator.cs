using System.Text.RegularExpressions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SaleAuto.Telegram;

/// <summary>Names the setting that is missing or wrong, when the program starts.</summary>
internal sealed partial class TelegramOptionsValidator(IHostEnvironment environment) : IValidateOptions<TelegramOptions>
{
    public ValidateOptionsResult Validate(string? name, TelegramOptions options)
    {
        var faults = new List<string>();
        if (!Uri.TryCreate(options.BaseAddress, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            faults.Add("Telegram:BaseAddress must be an http or https address.");
        }
        if (!options.IsConfigured && !environment.IsDevelopment())
        {
            faults.Add("Telegram:BotToken is missing. Only the Development environment shows Telegram messages in the sandbox inbox instead.");
        }
        if (options.IsConfigured && !Token().IsMatch(options.BotToken!))
        {
            faults.Add("Telegram:BotToken may hold only letters, digits, colons, dashes and underscores.");
        }
        if (options.Mode == TelegramMode.Webhook && !Secret().IsMatch(options.WebhookSecret ?? ""))
        {
            faults.Add("Telegram:WebhookSecret is needed when Telegram:Mode is Webhook: 1 to 256 letters, digits, dashes and underscores.");
        }
        if (options is not { PollSeconds: >= 0 and <= 50, CallSeconds: >= 1 and <= 100, LeaseSeconds: >= 1 and <= 300 })
        {
            faults.Add("Telegram:PollSeconds is 0 to 50, CallSeconds 1 to 100, LeaseSeconds 1 to 300.");
        }
        if (options is not { MessagesPerSecond: >= 1, ChatPauseMilliseconds: >= 0, Parallelism: >= 1 and <= 100 })
        {
            faults.Add("Telegram:MessagesPerSecond is 1 or more, ChatPauseMilliseconds 0 or more, Parallelism 1 to 100.");
        }
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    [GeneratedRegex("^[A-Za-z0-9:_-]+$")]
    private static partial Regex Token();

    [GeneratedRegex("^[A-Za-z0-9_-]{1,256}$")]
    private static partial Regex Secret();
}

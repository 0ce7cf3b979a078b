namespace SaleAuto.Sms;

/// <summary>Section <c>Twilio</c>.</summary>
public sealed class TwilioOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Twilio";

    /// <summary>Address of the API.</summary>
    public string BaseAddress { get; set; } = "https://api.twilio.com";

    /// <summary>The account; without one Development shows the messages in the sandbox inbox.</summary>
    public string? AccountSid { get; set; }

    /// <summary>Password of the account, and the key of the callbacks' signatures.</summary>
    public string? AuthToken { get; set; }

    /// <summary>Sender: a phone, a name, or the id of a messaging service (MG…).</summary>
    public string? From { get; set; }

    /// <summary>Whether messages go to Twilio.</summary>
    public bool IsConfigured => !string.IsNullOrWhiteSpace(AccountSid);
}

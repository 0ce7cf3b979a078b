using SaleAuto.Errors;

namespace SaleAuto.Messages;

/// <summary>Which messages in Telegram whoever asks wants. Refused to tokens and while seeing as another person.</summary>
public interface INotificationChoiceAppService
{
    /// <summary>The messages that come to people of the asker's roles and may be switched off.</summary>
    Task<NotificationChoicesDto> GetAsync(CancellationToken cancellationToken);

    /// <summary>Switches messages on or off; the same twice changes nothing.</summary>
    /// <exception cref="InputValidationException">The topic is none of the asker's.</exception>
    Task SetAsync(NotificationTopic topic, bool isOn, CancellationToken cancellationToken);
}

/// <summary>Messages in Telegram.</summary>
/// <param name="QuietFrom">Since when only what cannot wait comes, by the clocks of the company; null without quiet hours.</param>
/// <param name="QuietTo">When the rest follows.</param>
/// <param name="Choices">What may be switched off.</param>
public sealed record NotificationChoicesDto(TimeOnly? QuietFrom, TimeOnly? QuietTo, IReadOnlyList<NotificationChoiceDto> Choices);

/// <summary>Messages that may be switched off.</summary>
public sealed record NotificationChoiceDto(NotificationTopic Topic, bool IsOn);

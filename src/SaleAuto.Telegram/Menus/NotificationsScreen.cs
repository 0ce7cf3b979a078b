using SaleAuto.Messages;

namespace SaleAuto.Bot;

/// <summary>Which messages the person wants; a press switches one on or off.</summary>
internal sealed class NotificationsScreen(INotificationChoiceAppService notifications) : BotScreen
{
    public const string Show = "notify";
    public const string On = "notify.on";
    public const string Off = "notify.off";

    public override IReadOnlyList<string> Actions => [Show, On, Off];

    public override string? Command => "/notifications";

    public override string? ShowsInstead => Show;

    public override async Task<BotReply> ShowAsync(BotRequest request, CancellationToken cancellationToken)
    {
        if (request.Action is On or Off && Enum.TryParse<NotificationTopic>(request.Argument, out var topic))
        {
            await notifications.SetAsync(topic, request.Action == On, cancellationToken);
        }
        var mine = await notifications.GetAsync(cancellationToken);
        var reply = mine.QuietFrom is { } from
            ? BotReply.OfHtml(BotTexts.Get("Notifications.Quiet"), from.ToString("HH:mm"), mine.QuietTo?.ToString("HH:mm"))
            : BotReply.OfHtml(BotTexts.Get("Notifications"));
        return reply
            .Grid(mine.Choices.Select(x => BotButton.Act($"{(x.IsOn ? "✅" : "▫️")} {SellerTexts.NameOf(x.Topic)}", x.IsOn ? Off : On, argument: x.Topic.ToString())))
            .Row(BotButton.Act(BotTexts.Get("Menu.Button"), BotScreens.Menu));
    }
}

using SaleAuto.Staff;

namespace SaleAuto.Bot;

/// <summary>What the person may do here; every part of the bot adds its lines.</summary>
internal sealed class MenuScreen(IEnumerable<IBotMenu> parts, IStaffDirectory staff) : BotScreen
{
    public override IReadOnlyList<string> Actions => [BotScreens.Menu];

    public override string? Command => "/menu";

    public override async Task<BotReply> ShowAsync(BotRequest request, CancellationToken cancellationToken)
    {
        var reply = BotReply.OfHtml(BotTexts.Get("Menu"), await staff.FindNameAsync(request.StaffId, cancellationToken));
        return parts.OrderBy(part => part.Order).SelectMany(part => part.GetRows(request)).Aggregate(reply, (menu, row) => menu.Row(row))
            .Row(BotButton.Act(BotTexts.Get("Notifications.Button"), NotificationsScreen.Show), BotButton.Act(BotTexts.Get("Help.Button"), BotScreens.Help));
    }
}

/// <summary>What the bot understands everywhere.</summary>
internal sealed class HelpScreen : BotScreen
{
    public override IReadOnlyList<string> Actions => [BotScreens.Help];

    public override string? Command => "/help";

    public override Task<BotReply> ShowAsync(BotRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(BotReply.OfHtml(BotTexts.Get("Help")).Row(BotButton.Act(BotTexts.Get("Menu.Button"), BotScreens.Menu)));
}

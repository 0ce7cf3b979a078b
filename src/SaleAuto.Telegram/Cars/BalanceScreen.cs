using System.Globalization;
using SaleAuto.Accounting;
using SaleAuto.Bot;

namespace SaleAuto.Cars;

/// <summary>The company's money that the person holds, and what moved it.</summary>
internal sealed class BalanceScreen(IBalanceAppService balances) : BotScreen
{
    public override IReadOnlyList<string> Actions => [CarActions.Balance];

    public override string? Command => "/balance";

    public override string? Permission => AccountingPermissions.OwnBalance;

    public override async Task<BotReply> ShowAsync(BotRequest request, CancellationToken cancellationToken)
    {
        var mine = await balances.GetOwnAsync(cancellationToken);
        var reply = BotReply.OfHtml(SellerTexts.Get(mine.Advance < 0 ? "Balance.Own" : "Balance"), Money.Show(Math.Abs(mine.Advance)), Money.Show(mine.Share));
        if (mine.Lines.Count > 0)
        {
            reply = BotReply.Of(string.Join('\n', mine.Lines.Select(LineOf))).Under(reply);
        }
        return reply.Row(BotButton.Act(BotTexts.Get("Menu.Button"), BotScreens.Menu));
    }

    private static string LineOf(StatementLineDto line) =>
        $"{line.Day.ToString("d MMM", CultureInfo.CurrentCulture)} · {SellerTexts.NameOf(line.Kind)}{(line.CarNumber is { } car ? " " + car : "")} · {(line.Amount < 0 ? "−" : "+")}{Money.Show(Math.Abs(line.Amount))}";
}

using Microsoft.Extensions.Options;
using SaleAuto.Staff.Linking;
using SaleAuto.Telegram;

namespace SaleAuto.Bot;

internal sealed class BotLinks(IOptions<TelegramOptions> options) : IBotLinks
{
    public string? ForStart(string code) =>
        options.Value.BotName is { Length: > 0 } bot ? $"https://t.me/{Uri.EscapeDataString(bot)}?start={Uri.EscapeDataString(code)}" : null;
}

using Microsoft.Extensions.Options;
using SaleAuto.Staff.SignIn;
using SaleAuto.Telegram;

namespace SaleAuto.Staff;

/// <summary>Opens the bot with a sign-in code; without a bot, the sandbox that plays it.</summary>
internal sealed class SignInLinks(IOptions<TelegramOptions> telegram, IOptions<PublicAddress> address) : ISignInLinks
{
    public string For(string code) => telegram.Value is { IsConfigured: true, BotName: { Length: > 0 } bot }
        ? $"https://t.me/{Uri.EscapeDataString(bot)}?start=signin_{code}"
        : address.Value.Of($"/sandbox/signin?code={code}");
}

/// <summary>Registers the links.</summary>
public static class SignInLinkServices
{
    /// <summary>Links to the bot of section <c>Telegram</c>.</summary>
    public static IServiceCollection AddSignInLinks(this IServiceCollection services) => services.AddSingleton<ISignInLinks, SignInLinks>();
}

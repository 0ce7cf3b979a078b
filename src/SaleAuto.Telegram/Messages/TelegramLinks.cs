namespace SaleAuto.Telegram;

/// <summary>Addresses that Telegram takes on a button: it refuses those that lead to the own machine.</summary>
internal static class TelegramLinks
{
    public static bool IsTaken(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        && !address.IsLoopback
        && address.Host.Contains('.');
}

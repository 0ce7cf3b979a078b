using SaleAuto.Clients;

namespace SaleAuto.Sandbox;

/// <summary>Reads whose messages are asked for: a chat id, or a phone in any spelling (a plus in an address arrives as a space).</summary>
internal static class RecipientFilter
{
    public static IReadOnlyList<string> Read(string? to)
    {
        if (string.IsNullOrWhiteSpace(to))
        {
            return [];
        }
        var given = to.Trim();
        List<string> recipients = [given];
        if (PhoneNumber.TryParse(given, out var phone) || PhoneNumber.TryParse($"+{given}", out phone))
        {
            recipients.Add(phone.Value);
        }
        return recipients;
    }
}

namespace SaleAuto.Telegram;

/// <summary>Smallest files.</summary>
internal static class Samples
{
    public static byte[] Jpeg { get; } =
    [
        0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 1, 0xE0, 2, 0x80, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xFF, 0xDA, 0, 2, 1, 2, 3, 0xFF, 0xD9,
    ];
}

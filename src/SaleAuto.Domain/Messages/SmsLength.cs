using System.Buffers;

namespace SaleAuto.Messages;

/// <summary>How many parts an SMS is paid for. The alphabet of GSM 03.38 takes 160 characters, or 153 in each of several parts; any other 70, or 67 (3GPP TS 23.038, 23.040).</summary>
/// <param name="Characters">Characters as the network counts them.</param>
/// <param name="Segments">Parts.</param>
/// <param name="IsUnicode">Whether a character outside the GSM alphabet makes all of them wide.</param>
/// <param name="Left">Characters that still fit into the last part.</param>
public sealed record SmsLength(int Characters, int Segments, bool IsUnicode, int Left)
{
    private static readonly SearchValues<char> Basic = SearchValues.Create(
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");

    private static readonly SearchValues<char> Extended = SearchValues.Create("\f^{}\\[~]|€");

    /// <summary>Counts a text.</summary>
    public static SmsLength Of(string text)
    {
        var isUnicode = text.Any(x => !Basic.Contains(x) && !Extended.Contains(x));
        var (single, part) = isUnicode ? (70, 67) : (160, 153);
        var sizes = Sizes(text, isUnicode).ToList();
        var total = sizes.Sum();
        if (total <= single)
        {
            return new SmsLength(total, total == 0 ? 0 : 1, isUnicode, single - total);
        }
        var (segments, used) = (1, 0);
        foreach (var size in sizes)
        {
            if (used + size > part) // a pair is not torn apart
            {
                (segments, used) = (segments + 1, 0);
            }
            used += size;
        }
        return new SmsLength(total, segments, isUnicode, part - used);
    }

    private static IEnumerable<int> Sizes(string text, bool isUnicode)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = isUnicode ? i + 1 < text.Length && char.IsSurrogatePair(text, i) : Extended.Contains(text[i]);
            yield return isPair ? 2 : 1;
            if (isUnicode && isPair)
            {
                i++;
            }
        }
    }
}

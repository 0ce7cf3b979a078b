using QRCoder;

namespace SaleAuto.Admin.Account;

/// <summary>QR codes as pictures inside the page: their content goes to no other server.</summary>
internal static class QrPicture
{
    private const int PixelsPerModule = 6;

    /// <summary>A data address for an img.</summary>
    public static string Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(data);
        return "data:image/png;base64," + Convert.ToBase64String(picture.GetGraphic(PixelsPerModule));
    }
}

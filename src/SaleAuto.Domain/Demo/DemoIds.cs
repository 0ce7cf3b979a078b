using System.Security.Cryptography;
using System.Text;

namespace SaleAuto.Demo;

/// <summary>The same id for the same name on every installation, so that demo rows are written once and links to them keep.</summary>
public static class DemoIds
{
    /// <summary>A version 8 GUID made of the name.</summary>
    public static Guid Of(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("saleauto-demo:" + name))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}

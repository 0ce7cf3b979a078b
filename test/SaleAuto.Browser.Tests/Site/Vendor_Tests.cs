using System.Security.Cryptography;

namespace SaleAuto.Site;

public class Vendor_Tests
{
    [Fact]
    public void Should_Be_The_Files_That_The_Script_Recorded()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "SaleAuto.sln")))
        {
            root = root.Parent;
        }
        var recorded = File.ReadAllLines(Path.Combine(root.FullName, "etc/vendor/vendor.sha256"));

        recorded.ShouldNotBeEmpty();
        foreach (var line in recorded)
        {
            var (hash, file) = (line[..64], line[66..]);
            Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(root.FullName, file)))).ShouldBe(hash, file);
        }
    }
}

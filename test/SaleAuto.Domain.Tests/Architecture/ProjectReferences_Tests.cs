using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace SaleAuto.Architecture;

/// <summary>Walks the project files: an arrow that is not in this table fails. The table is the one of docs/developer.md.</summary>
public class ProjectReferences_Tests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Core"] = [],
        ["Domain.Shared"] = [],
        ["Domain"] = ["Core", "Domain.Shared"],
        ["Application.Contracts"] = ["Core", "Domain.Shared"],
        ["LowCode"] = ["Core"],
        ["Application"] = ["Domain", "Application.Contracts", "LowCode"],
        ["EntityFrameworkCore"] = ["Domain"],
        ["EntityFrameworkCore.Sqlite"] = ["EntityFrameworkCore"],
        ["EntityFrameworkCore.PostgreSql"] = ["EntityFrameworkCore"],
        ["Market"] = ["Domain", "Application.Contracts"],
        ["Telegram"] = ["Domain", "Application.Contracts"],
        ["Sms"] = ["Domain", "Application.Contracts"],
        ["Documents"] = ["Domain", "Application.Contracts"],
        ["BlobStoring"] = ["Domain", "Application.Contracts"],
        ["BackgroundJobs"] = ["Domain", "Application.Contracts"],
        ["Crm"] = ["Domain", "Application.Contracts"],
        ["HttpApi"] = ["Application.Contracts", "LowCode"],
        ["Admin"] = ["Application.Contracts", "LowCode"],
        ["DbMigrator"] = ["EntityFrameworkCore", "EntityFrameworkCore.Sqlite", "EntityFrameworkCore.PostgreSql"],
    };

    public static TheoryData<string> Projects() => new(Names());

    private static IEnumerable<string> Names() =>
        Directory.EnumerateDirectories(Path.Combine(Root(), "src"), "SaleAuto.*").Select(folder => Path.GetFileName(folder)["SaleAuto.".Length..]);

    [Theory, MemberData(nameof(Projects))]
    public void Should_Point_Down_Only(string project)
    {
        var references = References(project);
        if (project == "Web")
        {
            return; // the host sees everything, to wire it
        }
        Allowed.ShouldContainKey(project, $"{project} is not in the table of layers");
        references.Except(Allowed[project]).ShouldBeEmpty($"{project} may not use these");
    }

    [Fact]
    public void Should_Keep_Everything_But_The_Host_Free_Of_The_Host() =>
        Names().Where(project => References(project).Contains("Web")).ShouldBeEmpty();

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(Path.Combine(Root(), "src", $"SaleAuto.{project}", $"SaleAuto.{project}.csproj"))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/'))["SaleAuto.".Length..]);

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}

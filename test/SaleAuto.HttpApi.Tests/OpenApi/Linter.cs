using System.Diagnostics;

namespace SaleAuto.OpenApi;

/// <summary>The linter of API descriptions.</summary>
public static class Linter
{
    /// <summary>Fails with the findings unless there are none, warnings included.</summary>
    public static async Task ShouldFindNothingAsync(string document)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("saleauto-").FullName, "openapi.json");
        await File.WriteAllTextAsync(file, document);
        var linter = Path.Combine(Repository.Root, "test", "npm", "node_modules", ".bin", "redocly");
        File.Exists(linter).ShouldBeTrue("run etc/test.sh once: it installs the linter");

        using var process = Process.Start(new ProcessStartInfo(linter, ["lint", "--format=codeframe", file])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["REDOCLY_TELEMETRY"] = "off", ["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true" },
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var findings = await process.StandardOutput.ReadToEndAsync() + await errors;
        await process.WaitForExitAsync();

        process.ExitCode.ShouldBe(0, findings);
        findings.ShouldContain("valid");
        findings.ShouldNotContain("warning ");
    }
}

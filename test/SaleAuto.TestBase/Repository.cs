namespace SaleAuto;

/// <summary>Where the sources lie.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SaleAuto.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("SaleAuto.sln was not found above the tests");
        }
        return folder;
    }
}

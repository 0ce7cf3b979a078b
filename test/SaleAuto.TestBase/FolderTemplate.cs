using Microsoft.Data.Sqlite;

namespace SaleAuto;

/// <summary>What a program puts into its data folder at its first start: made once, and copied for every program that starts with it.</summary>
/// <param name="start">Starts a program on the folder; it is stopped when disposed of.</param>
public sealed class FolderTemplate(Func<string, IDisposable> start)
{
    private readonly Lazy<string> _template = new(() => Make(start));

    /// <summary>Copies everything into an empty folder.</summary>
    public void CopyTo(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(_template.Value, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(_template.Value, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static string Make(Func<string, IDisposable> start)
    {
        var folder = Directory.CreateTempSubdirectory("saleauto-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        start(folder).Dispose();
        SqliteConnection.ClearAllPools(); // closed, the database is one file
        return folder;
    }
}

namespace SaleAuto.Imports;

/// <summary>Bounds of imports.</summary>
public static class ImportConsts
{
    /// <summary>Largest uploaded table, bytes.</summary>
    public const long MaxFileSize = 50 * 1024 * 1024;

    /// <summary>Most rows of a table, without its heading.</summary>
    public const int MaxRows = 200_000;

    /// <summary>Most columns of a table.</summary>
    public const int MaxColumns = 200;

    /// <summary>Rows that are saved in one transaction together with the progress.</summary>
    public const int BatchSize = 50;

    public const int MaxResourceLength = 60;
    public const int MaxFileNameLength = 150;
    public const int MaxBlobNameLength = 100;
    public const int MaxFieldLength = 100;
    public const int MaxCodeLength = 100;

    /// <summary>How long an import and its table are kept.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);
}

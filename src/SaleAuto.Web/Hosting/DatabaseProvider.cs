namespace SaleAuto.Hosting;

/// <summary>Databases that the program runs on; key <c>Database:Provider</c>.</summary>
internal enum DatabaseProvider
{
    /// <summary>A file in the data folder.</summary>
    Sqlite,

    /// <summary>A server, for one node or several.</summary>
    PostgreSql,
}

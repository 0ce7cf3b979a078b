using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SaleAuto.LowCode;

namespace SaleAuto.Files;

/// <summary>Files of records.</summary>
public static class StoredFileServices
{
    /// <summary>Registers uploads, downloads through records and the removal of what was never used; blobs come from their own project.</summary>
    public static IServiceCollection AddStoredFiles(this IServiceCollection services)
    {
        services.TryAddScoped<RecordFiles>();
        services.TryAddScoped<IFileReferences, FileReferences>();
        services.TryAddScoped<IFileClaims, FileClaims>();
        services.AddScoped<IStoredFiles, StoredFiles>();
        services.AddScoped<StoredFileCleanupWorker>();
        return services;
    }
}

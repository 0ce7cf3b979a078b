using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Blobs;

namespace SaleAuto;

/// <summary>Wires the files outside the database.</summary>
public static class BlobStoringServices
{
    /// <summary>Keeps blobs in the folder <c>blobs</c> under setting <c>DataFolder</c>.</summary>
    public static IServiceCollection AddFolderBlobStoring(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<IBlobContainer>(_ => new FolderBlobContainer(Path.Combine(
            configuration["DataFolder"] ?? throw new InvalidOperationException("DataFolder is missing."), "blobs")));
}

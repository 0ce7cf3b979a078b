using Microsoft.Extensions.DependencyInjection;
using SaleAuto.LowCode;

namespace SaleAuto.Imports;

/// <summary>Tables into records.</summary>
public static class ImportServices
{
    /// <summary>Registers the wizard's service and the worker.</summary>
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.AddSingleton<ImportColumns>();
        services.AddScoped<ImportTables>();
        services.AddScoped<ImportRun>();
        services.AddScoped<ImportBatchSaver>();
        services.AddScoped<ImportWorker>();
        services.AddScoped<IExportBoard, ExportBoard>();
        services.AddScoped<IImportAppService, ImportAppService>();
        return services;
    }
}

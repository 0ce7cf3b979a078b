using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Repositories;

namespace SaleAuto.Auditing;

/// <summary>Lines about what changes no row.</summary>
internal sealed class AuditTrail(SaleAutoDbContext db, AuditRecorder recorder, IServiceScopeFactory scopes) : IAuditTrail
{
    public void Add(AuditRecord record) => db.Add(recorder.Tell(record));

    public async Task WriteAsync(AuditRecord record, CancellationToken cancellationToken)
    {
        var line = recorder.Tell(record); // who and from where, as this scope knows it
        await using var scope = scopes.CreateAsyncScope();
        var own = scope.ServiceProvider.GetRequiredService<SaleAutoDbContext>();
        own.Add(line);
        await own.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>What the current scope is doing.</summary>
internal sealed class AuditOperation : IAuditOperation
{
    public Guid? OperationId { get; set; }

    public string? Action { get; set; }

    public string? Note { get; set; }
}

/// <summary>Work that nobody asked for from outside: workers, seeding.</summary>
internal sealed class NoRequest : IRequestOrigin
{
    public bool IsRequest => false;

    public string? Address => null;

    public string? CorrelationId => null;
}

/// <summary>The audit log.</summary>
internal static class AuditTrailServices
{
    public static void AddAuditTrail(this IServiceCollection services)
    {
        services.AddScoped<IAuditTrail, AuditTrail>();
        services.AddScoped<IChangeFeed, ChangeFeed>();
        services.AddScoped<IAuditOperation, AuditOperation>();
        services.AddScoped<AuditRecorder>();
        services.AddSingleton<StaffNames>();
        services.AddSingleton<IRowChangeListener>(provider => provider.GetRequiredService<StaffNames>());
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Permissions;

namespace SaleAuto.LowCode.Garage;

/// <summary>The application over a database with the garage's tables, and a person whose permissions the test sets.</summary>
public sealed class GarageApplication : IAsyncDisposable
{
    private readonly TestApplication _app;

    private GarageApplication(TestDatabase database, Action<IServiceCollection>? more) => _app = new TestApplication(database, services =>
    {
        services.AddScoped<SaleAutoDbContext, GarageDbContext>();
        services.AddSingleton<IResourceDefinition, BranchResource>();
        services.AddSingleton<IResourceDefinition, VisitResource>();
        services.AddSingleton<IStaffAccessProvider>(Access);
        more?.Invoke(services);
    });

    public TestAccess Access { get; } = new();

    public TestApplication Application => _app;

    public ResourceModel Visits => _app.Services.GetRequiredService<IResourceRegistry>().Get("visits");

    public ResourceModel Branches => _app.Services.GetRequiredService<IResourceRegistry>().Get("branches");

    public static async Task<GarageApplication> StartAsync(TestDatabase database, Action<IServiceCollection>? more = null)
    {
        var app = new GarageApplication(database, more);
        await app.EnsureTablesAsync(database);
        return app;
    }

    public Task<T> ReadAsync<T>(Func<IResourceReader, Task<T>> read) => _app.RunAsync(read);

    public Task<T> WriteAsync<T>(Func<IResourceCommands, Task<T>> write) => _app.RunAsync(write);

    /// <summary>Adds a branch and visits in it.</summary>
    public Task<Branch> AddAsync(string title, params Visit[] visits) => _app.InDatabaseAsync(async db =>
    {
        var branch = new Branch();
        typeof(Branch).GetProperty(nameof(Branch.Id))!.SetValue(branch, Guid.CreateVersion7());
        typeof(Branch).GetProperty(nameof(Branch.Title))!.SetValue(branch, title);
        db.Add(branch);
        foreach (var visit in visits)
        {
            typeof(Visit).GetProperty(nameof(Visit.BranchId))!.SetValue(visit, branch.Id);
            db.Add(visit);
        }
        await db.SaveChangesAsync();
        return branch;
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task EnsureTablesAsync(TestDatabase database)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        database.AddTo(services);
        await using var plain = services.BuildServiceProvider();
        await using var scope = plain.CreateAsyncScope();
        await _app.InDatabaseAsync(async db =>
        {
            try
            {
                return await db.Set<Visit>().CountAsync();
            }
            catch (System.Data.Common.DbException)
            {
                await ((GarageDbContext)db).CreateGarageAsync(scope.ServiceProvider.GetRequiredService<SaleAutoDbContext>());
                return 0;
            }
        });
    }
}

/// <summary>What the person of the test may do.</summary>
public sealed class TestAccess : IStaffAccessProvider
{
    public StaffAccess Current { get; set; } = StaffAccess.Program;

    /// <summary>Makes the person somebody of one role with these permissions.</summary>
    public Guid Be(string role, params string[] permissions) => Be(Guid.CreateVersion7(), role, permissions);

    /// <summary>Makes the person this one.</summary>
    public Guid Be(Guid id, string role, params string[] permissions)
    {
        Current = new StaffAccess(id, new Dictionary<string, IReadOnlySet<string>> { [role] = permissions.ToHashSet() });
        return id;
    }

    public ValueTask<StaffAccess> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult(Current);

    public ValueTask<StaffAccess> GetAsync(Guid staffId, CancellationToken cancellationToken) => ValueTask.FromResult(Current);
}

using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Blobs;
using SaleAuto.Files;
using SaleAuto.Imports;
using SaleAuto.LowCode;
using SaleAuto.Permissions;
using SaleAuto.Staff;
using SaleAuto.Users;

namespace SaleAuto.Suppliers;

/// <summary>The application with the example's entity: a manager who may do everything with suppliers and a seller who may do nothing, both with accounts.</summary>
public sealed class SupplierApplication : IAsyncDisposable
{
    public const string Permission = "SaleAuto.Suppliers";

    private readonly string _folder = Directory.CreateTempSubdirectory("saleauto-").FullName;
    private readonly TestApplication _app;

    private SupplierApplication(TestDatabase database) => _app = new TestApplication(database, services =>
    {
        services.AddScoped<SaleAutoDbContext, SupplierDbContext>();
        services.AddSingleton<IResourceDefinition, SupplierResource>();
        var texts = services.Last(service => service.ServiceType == typeof(IResourceTexts)).ImplementationFactory!;
        services.AddSingleton<IResourceTexts>(provider => new ExampleTexts((IResourceTexts)texts(provider)));
        services.AddScoped<ICurrentUser>(provider => new Person(provider.GetRequiredService<UserSwitch>(), Current));
        services.AddScoped<IStaffAccessProvider>(provider => new Grants(provider.GetRequiredService<ICurrentUser>(), Permissions));
        services.AddSingleton<IBlobContainer>(new BlobFolder(_folder));
        services.AddSingleton(Watch);
    });

    public SaveWatch Watch { get; } = new();

    /// <summary>What each person may do; changed at will.</summary>
    public Dictionary<Guid, HashSet<string>> Permissions { get; } = [];

    public TestUser Current { get; } = new();

    public Guid Manager { get; private set; }

    public Guid Seller { get; private set; }

    public TestApplication Application => _app;

    public ResourceModel Suppliers => _app.Services.GetRequiredService<IResourceRegistry>().Get("suppliers");

    public static async Task<SupplierApplication> StartAsync(TestDatabase database)
    {
        var app = new SupplierApplication(database);
        await app.MigrateAsync(database);
        (app.Manager, app.Seller) = (await app.AddStaffAsync("manager"), await app.AddStaffAsync("seller"));
        app.Permissions[app.Manager] = [Permission, .. new[] { "Create", "Update", "Delete", "Export", "Import" }.Select(x => $"{Permission}.{x}")];
        app.Permissions[app.Seller] = [];
        app.Current.StaffId = app.Manager;
        return app;
    }

    /// <summary>Creates a supplier as the API would.</summary>
    public Task<SavedRow> CreateAsync(string json) => _app.RunAsync<IResourceCommands, SavedRow>(
        commands => commands.CreateAsync(Suppliers, Input(json), default));

    public ResourceInput Input(string json) => ResourceInput.FromJson(JsonDocument.Parse(json).RootElement, Suppliers.FormFields);

    public Task<ResourcePage> ListAsync(ListQuery query) => _app.RunAsync<IResourceReader, ResourcePage>(reader => reader.GetListAsync(Suppliers, query, default));

    public Task<T> ImportAsync<T>(Func<IImportAppService, Task<T>> use) => _app.RunAsync(use);

    public Task WorkAsync(CancellationToken cancellationToken = default) => _app.RunAsync<ImportWorker>(worker => worker.RunAsync(cancellationToken));

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<Guid> AddStaffAsync(string name) => _app.InDatabaseAsync(async db =>
    {
        var person = new StaffMember(Guid.CreateVersion7(), $"{name}-{Guid.NewGuid():N}", name);
        db.Add(person);
        await db.SaveChangesAsync();
        return person.Id;
    });

    private async Task MigrateAsync(TestDatabase database)
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
                return await db.Set<Supplier>().IgnoreQueryFilters().ExecuteDeleteAsync();
            }
            catch (System.Data.Common.DbException)
            {
                await ((SupplierDbContext)db).MigrateAsync(scope.ServiceProvider.GetRequiredService<SaleAutoDbContext>());
                return 0;
            }
        });
    }

    private sealed class Person(UserSwitch switched, TestUser user) : ICurrentUser
    {
        public Guid? StaffId => switched.StaffId ?? user.StaffId;

        public Guid? ClientId => null;
    }

    private sealed class Grants(ICurrentUser user, Dictionary<Guid, HashSet<string>> permissions) : IStaffAccessProvider
    {
        public ValueTask<StaffAccess> GetAsync(CancellationToken cancellationToken) => GetAsync(user.StaffId ?? Guid.Empty, cancellationToken);

        public ValueTask<StaffAccess> GetAsync(Guid staffId, CancellationToken cancellationToken) => ValueTask.FromResult(
            permissions.TryGetValue(staffId, out var granted) ? new StaffAccess(staffId, new Dictionary<string, IReadOnlySet<string>> { ["any"] = granted }) : StaffAccess.Nobody);
    }
}

/// <summary>The product's texts and those of the example, as docs/developer.md adds them.</summary>
internal sealed class ExampleTexts(IResourceTexts product) : IResourceTexts
{
    public string? Find(string key) => Example.TextsOf(CultureInfo.CurrentUICulture).GetValueOrDefault(key) ?? product.Find(key);

    public string NameOf(Enum value) => Example.TextsOf(CultureInfo.CurrentUICulture).GetValueOrDefault($"{value.GetType().Name}.{value}") ?? product.NameOf(value);

    public BadgeLook LookOf(Enum value) => product.LookOf(value);

    public string ErrorOf(string code, IReadOnlyDictionary<string, object?>? values = null) => product.ErrorOf(code, values);
}

namespace SaleAuto.Staff;

/// <summary>The program with its demo people and their week of work.</summary>
public sealed class DemoHost : IAsyncLifetime
{
    public SiteHost Site { get; private set; } = null!;

    public Task InitializeAsync()
    {
        Site = new SiteHost(demo: true);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

namespace SaleAuto.Hosting;

/// <summary>The endpoints are built before the server listens, not while the first visitor waits.</summary>
internal static class EndpointBuilding
{
    /// <summary>Builds everything that is mapped so far.</summary>
    public static void BuildEndpoints(this WebApplication app)
    {
        app.UseEndpoints(_ => { }); // hands the mapped endpoints over to the routing
        _ = app.Services.GetRequiredService<EndpointDataSource>().Endpoints;
    }
}

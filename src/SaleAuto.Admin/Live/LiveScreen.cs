using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SaleAuto.Admin.Shell;

namespace SaleAuto.Admin.Live;

/// <summary>Tells open pages which rows changed. Only names and ids travel: the page asks for the rows themselves and sees what the person may see.</summary>
internal sealed class LiveScreen : IAdminScreen
{
    // Proxies close silent connections; and a person whose account was closed must not listen on.
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public void Map(RouteGroupBuilder admin) => admin.MapGet("/live", Listen);

    private static IResult Listen(LiveHub hub, AdminContext context, TimeProvider clock, CancellationToken cancellationToken) =>
        TypedResults.ServerSentEvents(ReadAsync(hub, context, clock, cancellationToken));

    private static async IAsyncEnumerable<SseItem<object>> ReadAsync(LiveHub hub, AdminContext context, TimeProvider clock, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = hub.Open();
        try
        {
            yield return new SseItem<object>(new { }, "open");
            var end = clock.GetUtcNow() + Longest; // the browser connects again by itself, and is checked anew
            while (clock.GetUtcNow() < end)
            {
                using var beat = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                beat.CancelAfter(Beat);
                LiveChange? change = null;
                try
                {
                    change = await page.Reader.ReadAsync(beat.Token);
                }
                catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
                {
                    // Nothing happened for a while.
                }
                if (change is null)
                {
                    yield return new SseItem<object>(new { }, "beat");
                }
                else if (context.Access.Has(change.Resource.Permission))
                {
                    yield return new SseItem<object>(new { resource = change.Resource.Name, ids = change.Ids, added = change.HasNew, related = change.IsRelated }, "change");
                }
            }
        }
        finally
        {
            hub.Close(page);
        }
    }
}

using SaleAuto.LowCode;
using SaleAuto.Staff;

namespace SaleAuto.Market;

/// <summary>Car sites and how they do. A silent or redesigned source makes wrong prices.</summary>
public sealed class MarketSourceResource : ReadOnlyResourceDefinition<MarketSourceHealth>
{
    protected override void Define(ResourceBuilder<MarketSourceHealth, NoInput> source)
    {
        source.Name("market-sources");
        source.Menu("System", icon: "activity", order: 20);
        source.Permissions("SaleAuto.MarketSources", StaffRoles.Manager, StaffRoles.Owner);

        source.Label(x => x.Source);
        source.Column("isPaused", (x, now) => x.BlockedUntil > now);
        source.Column("isDrifting", x => x.DriftingSince != null);
        source.Column(x => x.LastGoodParseAt).DefaultSortDescending();
        source.Column(x => x.LastListingCount);
        source.Column(x => x.FailuresInARow);
        source.Column(x => x.LastFailure).Badge();
        source.Column(x => x.LastFailureAt);
        source.Column(x => x.BlockedUntil);
        source.Column(x => x.LastAskedAt).Hidden();
        source.Column(x => x.RecentOutcomes).Hidden();
        source.Column(x => x.LastFailureReason).DetailOnly();
        source.Column(x => x.DriftingSince).Hidden();

        source.Action("EndPause").Icon("player-play").GrantTo(StaffRoles.Owner).VisibleWhen(x => x.BlockedUntil != null || x.FailuresInARow > 0).Confirm()
            .Run((row, _) => row.EndPause());
        source.Action("AcceptDrift").Icon("check").GrantTo(StaffRoles.Owner).VisibleWhen(x => x.DriftingSince != null).Confirm()
            .Run((row, _) => row.AcceptDrift());
    }
}

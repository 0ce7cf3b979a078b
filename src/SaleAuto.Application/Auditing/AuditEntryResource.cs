using SaleAuto.Clients;
using SaleAuto.LowCode;
using SaleAuto.Staff;

namespace SaleAuto.Auditing;

/// <summary>The log of who did what: read, searched and exported, never changed.</summary>
public class AuditEntryResource : ReadOnlyResourceDefinition<AuditEntry>
{
    protected override void Define(ResourceBuilder<AuditEntry, NoInput> entry)
    {
        entry.Name("audit");
        entry.Menu(AdminMenu.System, icon: "history", order: 90);
        entry.Permissions(SaleAutoPermissions.Audit.Default, StaffRoles.Owner);

        entry.Column(x => x.At).DefaultSortDescending();
        entry.Column(x => x.ActorName);
        entry.Column(x => x.ActorKind).Badge().Hidden();
        entry.Label(x => x.Action);
        entry.Column(x => x.TargetType);
        entry.Column(x => x.TargetId).Hidden();
        entry.Column(x => x.TargetVersion).DetailOnly();
        entry.Column(x => x.Note);
        entry.Column(x => x.Changes).Multiline().DetailOnly().Permission(ClientPermissions.Phone); // the log keeps phones as they were
        entry.Column(x => x.Address).Hidden();
        entry.Column(x => x.CorrelationId).DetailOnly();
        entry.Column(x => x.OperationId).DetailOnly();
        entry.SearchedAlone();
        entry.Search(x => x.ActorName, x => x.Action, x => x.TargetType, x => x.Note);
        entry.SearchWith(ClientPermissions.Phone, x => AuditWords.Of(x.Changes));
        entry.Filter(x => x.At).Range();
        entry.Filter(x => x.ActorId).Allow(FilterOperator.Eq);
        entry.Filter(x => x.TargetId).Allow(FilterOperator.Eq);
        entry.Filter(x => x.OperationId).Allow(FilterOperator.Eq).Secondary();
    }
}

using SaleAuto.Deals;
using SaleAuto.LowCode;

namespace SaleAuto.Staff;

/// <summary>Employees. Accounts and passwords are kept on their own screen.</summary>
public sealed class StaffResource : ReadOnlyResourceDefinition<StaffMember>
{
    protected override void Define(ResourceBuilder<StaffMember, NoInput> staff)
    {
        staff.Name("staff");
        staff.Menu("People", icon: "users", order: 10);
        staff.Permissions("SaleAuto.Staff", StaffRoles.Manager, StaffRoles.Owner);

        staff.Label(x => x.FullName);
        staff.Column(x => x.UserName);
        staff.Column(x => x.IsActive);
        staff.Column(x => x.IsOnDuty);
        staff.Column("hasTelegram", x => x.TelegramChatId != null);
        staff.Rollup<Deal, int>("openDeals", (row, deals) => deals.Count(d => d.SellerId == row.Id
            && d.Status != DealStatus.Completed && d.Status != DealStatus.RejectedByClient && d.Status != DealStatus.RejectedBySeller));
        staff.Search(x => x.FullName, x => x.UserName);
        staff.Filter(x => x.IsActive);
        staff.Filter(x => x.IsOnDuty);
        staff.Related<Deal>(x => x.SellerId);

        staff.Action("StartDuty").Icon("player-play").GrantTo(StaffRoles.Owner).VisibleWhen(x => x.IsActive && !x.IsOnDuty).Run((row, _) => row.SetDuty(true));
        staff.Action("EndDuty").Icon("player-pause").GrantTo(StaffRoles.Owner).VisibleWhen(x => x.IsOnDuty).Run((row, _) => row.SetDuty(false));
        staff.Action("Disable").Permission(SaleAutoPermissions.ManageAccounts).Icon("user-off").Dangerous().VisibleWhen(x => x.IsActive)
            .Run<IStaffAccountAppService>((accounts, row, cancellationToken) => accounts.DisableAsync(row.Id, cancellationToken));
    }
}

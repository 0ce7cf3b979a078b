using SaleAuto.LowCode;
using SaleAuto.Staff;

namespace SaleAuto.Accounting;

/// <summary>Safes and accounts.</summary>
public sealed class CashPlaceResource : ResourceDefinition<CashPlace, CashPlaceInput>
{
    protected override void Define(ResourceBuilder<CashPlace, CashPlaceInput> place)
    {
        place.Menu(AdminMenu.Finance, icon: "building-bank", order: 60);
        place.Permissions("SaleAuto.CashPlaces", StaffRoles.Owner);
        place.Grant("Create", StaffRoles.Owner);
        place.Grant("Update", StaffRoles.Owner);

        place.Label(x => x.Name);
        place.Column(x => x.Kind).Badge();
        place.Rollup<LedgerEntry, decimal>("balance", (row, entries) => (
                (entries.Where(e => e.DebitAccount == LedgerAccount.CashPlace && e.DebitOwnerId == row.Id).Sum(e => (long?)e.Kopecks) ?? 0)
                - (entries.Where(e => e.CreditAccount == LedgerAccount.CashPlace && e.CreditOwnerId == row.Id).Sum(e => (long?)e.Kopecks) ?? 0)) / 100m)
            .Money().Total();
        place.Column(x => x.IsUsual);
        place.Column(x => x.IsActive);
        place.Search(x => x.Name);
        place.Filter(x => x.Kind);
        place.Filter(x => x.IsActive);

        place.Field(x => x.Name);
        place.Field(x => x.Kind).OnlyForCreation();
        place.Create<CashDesk>((desk, id, input, token) => desk.CreatePlaceAsync(id, input, token));
        place.Update((row, input) => row.Rename(input.Name!));

        place.Action("MakeUsual").Icon("star").GrantTo(StaffRoles.Owner).VisibleWhen(x => x.IsActive && !x.IsUsual).Run<CashDesk>((desk, row, token) => desk.MakeUsualAsync(row, token));
        place.Action("Close").Icon("lock").GrantTo(StaffRoles.Owner).VisibleWhen(x => x.IsActive && !x.IsUsual).Confirm().Run<CashDesk>((desk, row, token) => desk.CloseAsync(row, token));
        place.Action("Open").Icon("lock-open").GrantTo(StaffRoles.Owner).VisibleWhen(x => !x.IsActive).Run<CashDesk>((desk, row, token) => desk.OpenAsync(row, token));
    }
}

/// <summary>Movements of money: advances, transfers, payouts, costs of the company. A seller sees the own ones.</summary>
public sealed class CashOperationResource : ResourceDefinition<CashOperation, CashOperationInput>
{
    protected override void Define(ResourceBuilder<CashOperation, CashOperationInput> operation)
    {
        operation.Menu(AdminMenu.Finance, icon: "arrows-exchange", order: 50);
        operation.Permissions("SaleAuto.CashOperations", StaffRoles.Seller, StaffRoles.Owner);
        operation.Grant("Create", StaffRoles.Owner);
        operation.Grant("Export", StaffRoles.Owner);
        operation.RowFilter(StaffRoles.Seller, (row, person) => row.StaffId == person);

        operation.Rollup<CashPlace, string?>("placeName", (row, places) => places.Where(p => p.Id == row.PlaceId).Select(p => p.Name).FirstOrDefault()).DetailOnly();
        operation.Column(x => x.Day).DefaultSortDescending();
        operation.Column(x => x.Kind).Badge();
        operation.Column(x => x.Amount).Money().Total();
        operation.Column(x => x.PlaceId).Reference<CashPlace>(place => place.Name);
        operation.Column(x => x.ToPlaceId).Reference<CashPlace>(place => place.Name);
        operation.Column(x => x.StaffId).Reference<StaffMember>(staff => staff.FullName);
        operation.Column("isReversed", x => x.ReversedAt != null);
        operation.Column(x => x.EvidenceFileId).File();
        operation.Column(x => x.Note);
        operation.Column(x => x.ReversedAt).DetailOnly();
        operation.Column(x => x.ReversalReason).DetailOnly();
        operation.Filter(x => x.Day);
        operation.Filter(x => x.Kind);
        operation.Filter(x => x.PlaceId);
        operation.Filter(x => x.StaffId);

        operation.Field(x => x.Kind);
        operation.Field(x => x.Amount).Money();
        operation.Field(x => x.PlaceId).Lookup<CashPlace>(place => place.Name);
        operation.Field(x => x.ToPlaceId).Lookup<CashPlace>(place => place.Name);
        operation.Field(x => x.StaffId).Lookup<StaffMember>(staff => staff.FullName);
        operation.Field(x => x.EvidenceFileId).File();
        operation.Field(x => x.Note).Multiline();
        operation.Create<CashDesk>((desk, id, input, token) => desk.MoveAsync(id, input, token));

        var reverse = operation.Action<ReversalInput>("Reverse").Icon("arrow-back-up").GrantTo(StaffRoles.Owner).VisibleWhen(x => x.ReversedAt == null).Dangerous()
            .Run<CashDesk>((desk, row, input, token) => desk.ReverseAsync(row, input, token));
        reverse.Field(x => x.Reason).Multiline();
    }
}

using SaleAuto.Cars;
using SaleAuto.LowCode;
using SaleAuto.Staff;

namespace SaleAuto.Accounting;

/// <summary>Entries of the ledger: read and exported, never changed.</summary>
public sealed class LedgerEntryResource : ReadOnlyResourceDefinition<LedgerEntry>
{
    protected override void Define(ResourceBuilder<LedgerEntry, NoInput> entry)
    {
        entry.Name("ledger");
        entry.Menu(AdminMenu.Finance, icon: "book", order: 80);
        entry.Permissions("SaleAuto.Ledger", StaffRoles.Owner);
        entry.Grant("Export", StaffRoles.Owner);

        entry.Rollup<Car, string?>("carNumber", (row, cars) => cars.Where(c => c.Id == row.CarId).Select(c => c.Number).FirstOrDefault()).DetailOnly();
        entry.Column(x => x.Day).DefaultSortDescending();
        entry.Column(x => x.Kind).Badge();
        entry.Column(x => x.DebitAccount).Badge();
        entry.Column(x => x.CreditAccount).Badge();
        entry.Column("amount", x => x.Kopecks / 100m).Money();
        entry.Column(x => x.CarId).Reference<Car>(car => car.Number);
        entry.Column(x => x.DocumentType).Badge();
        entry.Column("isReversal", x => x.ReversesId != null);
        entry.Column(x => x.Reason);
        entry.Column(x => x.PostedAt).Hidden();
        entry.Column(x => x.ActorId).Reference<StaffMember>(staff => staff.FullName).Hidden();
        entry.Filter(x => x.Day);
        entry.Filter(x => x.Kind);
        entry.Filter(x => x.CarId);
    }
}

/// <summary>Closed periods.</summary>
public sealed class PeriodClosingResource : ResourceDefinition<PeriodClosing, PeriodClosingInput>
{
    protected override void Define(ResourceBuilder<PeriodClosing, PeriodClosingInput> closing)
    {
        closing.Name("closings");
        closing.Menu(AdminMenu.Finance, icon: "calendar-off", order: 90);
        closing.Permissions("SaleAuto.Closings", StaffRoles.Owner);
        closing.Grant("Create", StaffRoles.Owner);

        closing.Rollup<StaffMember, string?>("closedBy", (row, staff) => staff.Where(s => s.Id == row.ClosedById).Select(s => s.FullName).FirstOrDefault()).DetailOnly();
        closing.Column(x => x.ClosedThrough).DefaultSortDescending();
        closing.Column(x => x.ClosedById).Reference<StaffMember>(staff => staff.FullName);
        closing.Column(x => x.ClosedAt);

        closing.Field(x => x.ClosedThrough);
        closing.Create<CashDesk>((desk, id, input, token) => desk.ClosePeriodAsync(id, input, token));
    }
}

using SaleAuto.Accounting;
using SaleAuto.Expenses;
using SaleAuto.LowCode;
using SaleAuto.Resales;
using SaleAuto.Staff;

namespace SaleAuto.Cars;

/// <summary>Cars in stock. A seller sees the own ones.</summary>
public sealed class CarResource : ResourceDefinition<Car, CarInput>
{
    protected override void Define(ResourceBuilder<Car, CarInput> car)
    {
        car.Menu("Cars", icon: "car", order: 10);
        car.Permissions("SaleAuto.Cars", StaffRoles.Manager, StaffRoles.Seller, StaffRoles.Owner);
        car.Grant("Create", StaffRoles.Owner);
        car.Grant("Update", StaffRoles.Seller, StaffRoles.Owner);
        car.RowFilter(StaffRoles.Seller, (row, person) => row.SellerId == person);

        car.Label(x => x.Number);
        car.Column(x => x.PhotoId).Image();
        car.Column("title", x => x.Make + " " + x.Model);
        car.Column(x => x.Year);
        car.Column(x => x.Plate).Plate();
        car.Column(x => x.MileageKm);
        car.Column(x => x.Status).Badge();
        car.Column(x => x.SellerId).Reference<StaffMember>(staff => staff.FullName);
        car.Column(x => x.BoughtAt).DefaultSortDescending();
        car.Column(x => x.BuyoutPrice).Money().Total();
        car.Rollup<LedgerEntry, decimal?>("expenses", (row, entries) => entries
            .Where(e => e.CarId == row.Id && e.Kind == LedgerEntryKind.Restoration)
            .Sum(e => (long?)(e.DebitAccount == LedgerAccount.Stock ? e.Kopecks : -e.Kopecks)) / 100m).Money();
        car.Rollup<LedgerEntry, decimal?>("profit", (row, entries) => entries
            .Where(e => e.CarId == row.Id && (e.Kind == LedgerEntryKind.Resale || e.Kind == LedgerEntryKind.CostOfSale || e.Kind == LedgerEntryKind.WriteOff))
            .Sum(e => (long?)(e.CreditAccount == LedgerAccount.CarProfit ? e.Kopecks : -e.Kopecks)) / 100m).Money().Permission(AccountingPermissions.Default);
        car.Column(x => x.AskingPrice).Money();
        car.Column(x => x.Vin).Hidden();
        car.Column(x => x.LeftAt).Hidden();
        car.Rollup<LedgerEntry, string?>("correctionReason", (row, entries) => entries
            .Where(e => e.DocumentId == row.Id && e.Kind == LedgerEntryKind.IntoStock && e.ReversesId != null).OrderByDescending(e => e.PostedAt).Select(e => e.Reason).FirstOrDefault()).DetailOnly();
        car.Column(x => x.ReopenedAt).DetailOnly();
        car.Column(x => x.ReopeningReason).DetailOnly();
        car.Column(x => x.Note).DetailOnly();
        car.Search(x => x.Number, x => x.Make, x => x.Model, x => x.Plate, x => x.Vin);
        car.Filter(x => x.Status);
        car.Filter(x => x.SellerId);
        car.Filter(x => x.BoughtAt);

        car.Field(x => x.Make);
        car.Field(x => x.Model);
        car.Field(x => x.Year).Inline();
        car.Field(x => x.Plate).Plate();
        car.Field(x => x.Vin);
        car.Field(x => x.MileageKm).Inline();
        car.Field(x => x.SellerId).Lookup<StaffMember>(staff => staff.FullName).OnlyForCreation();
        car.Field(x => x.BuyoutPrice).Money().OnlyForCreation();
        car.Field(x => x.BoughtAt).OnlyForCreation().Default(x => x.Now);
        car.Field(x => x.PaidFromId).Lookup<CashPlace>(place => place.Name).OnlyForCreation();
        car.Field(x => x.PhotoId).Image();
        car.Field(x => x.Note).Multiline();
        car.Create<CarDesk>((desk, id, input, token) => desk.CreateAsync(id, input, token));
        car.Update(CarDesk.Correct);
        car.From(CarDesk.InputOf);

        car.Gallery("photoId", "number", "title", "year", "status", "askingPrice");
        car.Board(x => x.Status, ["number", "title", "plate", "buyoutPrice"],
            (CarStatus.Acquired, null), (CarStatus.Restoration, "SendToRestoration"), (CarStatus.Ready, "MarkReady"),
            (CarStatus.Listed, "PutOnSale"), (CarStatus.Reserved, "Reserve"), (CarStatus.Sold, null));
        car.Related<Expense>(x => x.CarId);
        car.Related<Resale>(x => x.CarId);

        car.Action("SendToRestoration").Icon("tools").GrantTo(StaffRoles.Seller, StaffRoles.Owner)
            .VisibleWhen(x => x.Status == CarStatus.Acquired || x.Status == CarStatus.Ready || x.Status == CarStatus.Listed).Run((row, _) => row.SendToRestoration());
        car.Action("MarkReady").Icon("check").GrantTo(StaffRoles.Seller, StaffRoles.Owner)
            .VisibleWhen(x => x.Status == CarStatus.Acquired || x.Status == CarStatus.Restoration).Run((row, _) => row.MarkReady());
        var sale = car.Action<PutOnSaleInput>("PutOnSale").Icon("tag").GrantTo(StaffRoles.Seller, StaffRoles.Owner)
            .VisibleWhen(x => x.Status == CarStatus.Ready || x.Status == CarStatus.Listed || x.Status == CarStatus.Reserved)
            .Prefill(row => new PutOnSaleInput { AskingPrice = row.AskingPrice })
            .Run<CarDesk>((desk, row, input, token) => desk.PutOnSaleAsync(row, input.AskingPrice!.Value, token));
        sale.Field(x => x.AskingPrice).Money();
        car.Action("Reserve").Icon("bookmark").GrantTo(StaffRoles.Seller, StaffRoles.Owner)
            .VisibleWhen(x => x.Status == CarStatus.Ready || x.Status == CarStatus.Listed).Run((row, _) => row.Reserve());
        car.Action("EndReservation").Icon("arrow-back-up").GrantTo(StaffRoles.Seller, StaffRoles.Owner)
            .VisibleWhen(x => x.Status == CarStatus.Reserved).Run<CarDesk>((desk, row, token) => desk.EndReservationAsync(row, token));
        var writeOff = car.Action<WriteOffInput>("WriteOff").Icon("trash").GrantTo(StaffRoles.Owner).Dangerous()
            .VisibleWhen(x => x.Status != CarStatus.Sold && x.Status != CarStatus.WrittenOff && x.Status != CarStatus.Reserved)
            .Run((row, input, at) => row.WriteOff(input.Reason!, at.Now));
        writeOff.Field(x => x.Reason).Multiline();
        var reopen = car.Action<ReopenCarInput>("Reopen").Icon("lock-open").GrantTo(StaffRoles.Owner).Dangerous()
            .VisibleWhen(x => x.ReopenedAt == null && (x.Status == CarStatus.Sold || x.Status == CarStatus.WrittenOff))
            .Run((row, input, at) => row.Reopen(input.Reason!, at.Now));
        reopen.Field(x => x.Reason).Multiline();
        var correct = car.Action<CorrectPurchaseInput>("CorrectPurchase").Icon("pencil").GrantTo(StaffRoles.Owner).Dangerous().VisibleWhen(x => x.DealId == null)
            .Prefill(row => new CorrectPurchaseInput { BuyoutPrice = row.BuyoutPrice, PaidFromId = row.PaidFromId })
            .Run<CorrectionManager>((corrections, row, input, token) => corrections.CorrectPurchaseAsync(row, input.BuyoutPrice!.Value, input.PaidFromId, input.Reason!, token));
        correct.Field(x => x.BuyoutPrice).Money();
        correct.Field(x => x.PaidFromId).Lookup<CashPlace>(place => place.Name);
        correct.Field(x => x.Reason).Multiline();
        car.Action("Shut").Icon("lock").GrantTo(StaffRoles.Owner).Confirm().VisibleWhen(x => x.ReopenedAt != null).Run((row, _) => row.Shut());
    }
}

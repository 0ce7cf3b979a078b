using SaleAuto.Accounting;
using SaleAuto.Accounting.Distributions;
using SaleAuto.Cars;
using SaleAuto.LowCode;
using SaleAuto.Staff;

namespace SaleAuto.Resales;

/// <summary>Sales of stock cars. A seller sees the own ones.</summary>
public sealed class ResaleResource : ResourceDefinition<Resale, ResaleInput>
{
    protected override void Define(ResourceBuilder<Resale, ResaleInput> resale)
    {
        resale.Menu("Finance", icon: "coins", order: 20);
        resale.Permissions("SaleAuto.Resales", StaffRoles.Seller, StaffRoles.Owner);
        resale.Grant("Create", StaffRoles.Seller, StaffRoles.Owner);
        resale.Grant("Update", StaffRoles.Seller, StaffRoles.Owner);
        resale.RowFilter(StaffRoles.Seller, (row, person) => row.SellerId == person);

        resale.Rollup<Car, string?>("carNumber", (row, cars) => cars.Where(c => c.Id == row.CarId).Select(c => c.Number).FirstOrDefault()).DetailOnly();
        resale.Column(x => x.CreationTime).DefaultSortDescending();
        resale.Column(x => x.CarId).Reference<Car>(car => car.Number);
        resale.Column(x => x.Status).Badge();
        resale.Column(x => x.Amount).Money().Total();
        resale.Column(x => x.PaidAmount).Money().Total();
        resale.Column(x => x.Method);
        resale.Column(x => x.SellerId).Reference<StaffMember>(staff => staff.FullName);
        resale.Column(x => x.ReceivedAt);
        resale.Rollup<LedgerEntry, string?>("takenBackReason", (row, entries) => entries
            .Where(e => e.DocumentId == row.Id && e.Kind == LedgerEntryKind.Resale && e.ReversesId != null).Select(e => e.Reason).FirstOrDefault()).DetailOnly();
        resale.Column(x => x.Note).DetailOnly();
        resale.Filter(x => x.Status);
        resale.Filter(x => x.CreationTime);
        resale.Filter(x => x.SellerId);
        resale.Filter(x => x.CarId).Secondary();

        resale.Field(x => x.CarId).Lookup<Car>(car => car.Number).OnlyForCreation();
        resale.Field(x => x.Amount).Money();
        resale.Field(x => x.Method);
        resale.Field(x => x.Note).Multiline();
        resale.Create<ResaleDesk>((desk, id, input, token) => desk.CreateAsync(id, input, token));
        resale.Update((row, input) => row.Correct(input.Amount!.Value, input.Method!.Value, input.Note));

        resale.Action("AwaitPayment").Icon("hourglass").GrantTo(StaffRoles.Seller, StaffRoles.Owner)
            .VisibleWhen(x => x.Status == ResaleStatus.Draft).Run((row, _) => row.AwaitPayment());
        var receive = resale.Action<ReceiveMoneyInput>("Receive").Icon("cash").GrantTo(StaffRoles.Seller, StaffRoles.Owner)
            .VisibleWhen(x => x.Status == ResaleStatus.Draft || x.Status == ResaleStatus.AwaitingPayment)
            .Prefill(row => new ReceiveMoneyInput { Amount = row.RestAmount, Method = row.Method })
            .Run<ResaleDesk>((desk, row, input, token) => desk.ReceiveAsync(row, input, token));
        receive.Field(x => x.Amount).Money();
        receive.Field(x => x.Method);
        receive.Field(x => x.PlaceId).Lookup<CashPlace>(place => place.Name).Permission(AccountingPermissions.Default);
        var cancel = resale.Action<CancelResaleInput>("Cancel").Icon("circle-x").GrantTo(StaffRoles.Seller, StaffRoles.Owner).Dangerous()
            .VisibleWhen(x => x.Status == ResaleStatus.Draft || x.Status == ResaleStatus.AwaitingPayment)
            .Run<ResaleManager>((sales, row, input, token) => sales.CancelAsync(row, input.KeepsDeposit, token));
        cancel.Field(x => x.KeepsDeposit);
        var takeBack = resale.Action<ReversalInput>("TakeBack").Icon("arrow-back-up").GrantTo(StaffRoles.Owner).Dangerous()
            .VisibleWhen(x => x.Status == ResaleStatus.Received || x.Status == ResaleStatus.Distributed)
            .Run<CorrectionManager>((corrections, row, input, token) => corrections.TakeBackAsync(row, input.Reason!, token));
        takeBack.Field(x => x.Reason).Multiline();
        resale.Action("Distribute").Permission(DistributionPermissions.Distribute).Icon("chart-pie")
            .VisibleWhen(x => x.Status == ResaleStatus.Received)
            .Run<IDistributionAppService>((distributions, row, token) => distributions.ComputeAsync(row.CarId, token));
    }
}

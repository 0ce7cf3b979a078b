using SaleAuto.Cars;
using SaleAuto.LowCode;
using SaleAuto.Staff;

namespace SaleAuto.Accounting.Distributions;

/// <summary>Profit of sold cars, shared out: to be looked at and approved, posted, taken back. Its lines stand on its page.</summary>
public sealed class DistributionResource : ReadOnlyResourceDefinition<Distribution>
{
    protected override void Define(ResourceBuilder<Distribution, NoInput> distribution)
    {
        distribution.Menu(AdminMenu.Finance, icon: "chart-pie", order: 30);
        distribution.Permissions(DistributionPermissions.Default, StaffRoles.Owner);
        distribution.Grant("Export", StaffRoles.Owner);

        distribution.Rollup<Car, string?>("carNumber", (row, cars) => cars.Where(c => c.Id == row.CarId).Select(c => c.Number).FirstOrDefault()).DetailOnly();
        distribution.Column(x => x.SoldOn).DefaultSortDescending();
        distribution.Column(x => x.CarId).Reference<Car>(car => car.Number);
        distribution.Column(x => x.Status).Badge();
        distribution.Column(x => x.Profit).Money().Total();
        distribution.Column(x => x.ResaleAmount).Money().Hidden();
        distribution.Column(x => x.DaysInStock).Hidden();
        distribution.Column(x => x.PolicyNumber);
        distribution.Column(x => x.ComputedAt).DetailOnly();
        distribution.Column(x => x.ApprovedAt);
        distribution.Column(x => x.ApprovedById).Reference<StaffMember>(staff => staff.FullName);
        distribution.Column(x => x.ReversedAt).DetailOnly();
        distribution.Column(x => x.ReversedById).Reference<StaffMember>(staff => staff.FullName).DetailOnly();
        distribution.Column(x => x.ReversalReason).DetailOnly();
        distribution.Filter(x => x.Status);
        distribution.Filter(x => x.SoldOn);
        distribution.Filter(x => x.CarId).Secondary();

        distribution.Action("Approve").Permission(DistributionPermissions.Distribute).Icon("checks").Confirm().VisibleWhen(x => x.Status == DistributionStatus.Computed)
            .Run<IDistributionAppService>((distributions, row, token) => distributions.ApproveAsync(row.Id, token));
        distribution.Action("Recompute").Permission(DistributionPermissions.Distribute).Icon("calculator").VisibleWhen(x => x.Status == DistributionStatus.Computed)
            .Run<IDistributionAppService>((distributions, row, token) => distributions.ComputeAsync(row.CarId, token));
        var reverse = distribution.Action<ReverseDistributionInput>("Reverse").Permission(DistributionPermissions.Distribute).Icon("arrow-back-up").Dangerous()
            .VisibleWhen(x => x.Status == DistributionStatus.Approved)
            .Run<IDistributionAppService>((distributions, row, input, token) => distributions.ReverseAsync(row.Id, input, token));
        reverse.Field(x => x.Reason).Multiline();
    }
}

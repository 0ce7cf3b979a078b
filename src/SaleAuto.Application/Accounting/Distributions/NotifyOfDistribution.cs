using SaleAuto.Cars;
using SaleAuto.Deals;
using SaleAuto.Events;
using SaleAuto.Messages;
using SaleAuto.Repositories;
using SaleAuto.Staff;

namespace SaleAuto.Accounting.Distributions;

/// <summary>Tells the owners once that the profit or the loss of a car waits to be shared out.</summary>
internal sealed class NotifyOfDistribution(MessageWriter messages, IDistributionRepository distributions, IRepository<Car> cars, IStaffDirectory staff) : ILocalEventHandler<DistributionWaitsEvent>
{
    public async Task HandleEventAsync(DistributionWaitsEvent waits, CancellationToken cancellationToken)
    {
        var distribution = await distributions.GetAsync(waits.DistributionId, cancellationToken);
        var car = await cars.GetAsync(distribution.CarId, cancellationToken);
        var text = await messages.TextAsync(
            "Owner.DistributionWaits", cancellationToken, ("CarNumber", car.Number), ("Car", $"{car.Make} {car.Model}"), ("Profit", Roubles.Of(distribution.Profit)));
        var button = await messages.LinkAsync("Owner.OpenDistribution", $"/admin/distributions/{distribution.Id}", cancellationToken);
        var owners = await staff.GetByRoleAsync(StaffRoles.Owner, cancellationToken);
        await messages.TellAsync(owners, text, $"distribution-waits:{distribution.Id}", null, [button], cancellationToken);
    }
}

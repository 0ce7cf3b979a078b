using SaleAuto.Repositories;

namespace SaleAuto.Messages;

/// <summary>Notes delivery reports on the messages that they are about.</summary>
public class DeliveryReports(IOutgoingMessageRepository messages, IUnitOfWork unitOfWork, TimeProvider clock) : IDeliveryReports
{
    /// <inheritdoc />
    public Task<bool> TakeAsync(DeliveryReport report, CancellationToken cancellationToken) =>
        unitOfWork.ExecuteAsync(
            async token =>
            {
                var message = await FindAsync(report, token);
                message?.ReportDelivery(report.ProviderId, report.State, report.Error, clock.GetUtcNow().UtcDateTime);
                return message is not null;
            },
            cancellationToken);

    private async Task<OutgoingMessage?> FindAsync(DeliveryReport report, CancellationToken cancellationToken)
    {
        var message = await messages.FindByProviderIdAsync(report.Channel, report.ProviderId, cancellationToken);
        if (message is null && report.MessageId is { } id)
        {
            message = await messages.FindAsync(id, cancellationToken);
        }
        return message?.Channel == report.Channel ? message : null;
    }
}

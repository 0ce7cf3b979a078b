using SaleAuto.Messages;
using SaleAuto.Staff;

namespace SaleAuto.Reports;

/// <summary>Which owners still wait for a piece of news.</summary>
internal sealed class OwnerNews(IStaffDirectory staff, IOutgoingMessageRepository sent)
{
    /// <summary>Owners who hear of the topic and were not told of it under this effect.</summary>
    public async Task<IReadOnlyList<StaffContact>> FindWaitingAsync(NotificationTopic topic, string effect, CancellationToken cancellationToken)
    {
        var owners = await staff.GetByRoleAsync(StaffRoles.Owner, cancellationToken);
        var told = await sent.GetUsedKeysAsync([.. owners.Select(x => $"{effect}:{x.Id}")], cancellationToken);
        return [.. owners.Where(x => x.Hears(topic) && !told.Contains($"{effect}:{x.Id}"))];
    }
}

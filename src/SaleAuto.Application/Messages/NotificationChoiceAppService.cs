using SaleAuto.Errors;
using SaleAuto.Repositories;
using SaleAuto.Settings;
using SaleAuto.Staff;
using SaleAuto.Users;

namespace SaleAuto.Messages;

internal sealed class NotificationChoiceAppService(
    OwnAccount own,
    IStaffAccounts accounts,
    MessageTextRegistry texts,
    ISettingProvider settings,
    IUnitOfWork unitOfWork) : INotificationChoiceAppService
{
    public async Task<NotificationChoicesDto> GetAsync(CancellationToken cancellationToken)
    {
        var staff = await own.GetAsync(cancellationToken);
        var rules = await settings.GetAsync<NotificationSettings>(cancellationToken);
        var isEverQuiet = rules.QuietFrom != rules.QuietTo;
        return new NotificationChoicesDto(
            isEverQuiet ? rules.QuietFrom : null,
            isEverQuiet ? rules.QuietTo : null,
            [.. (await GetTopicsAsync(staff, cancellationToken)).Select(x => new NotificationChoiceDto(x, !staff.MutedTopics.Contains(x)))]);
    }

    public Task SetAsync(NotificationTopic topic, bool isOn, CancellationToken cancellationToken) => unitOfWork.ExecuteAsync(
        async token =>
        {
            var staff = await own.GetAsync(token);
            if (!(await GetTopicsAsync(staff, token)).Contains(topic))
            {
                throw new InputValidationException(nameof(topic), SaleAutoErrorCodes.Fields.NotAllowed);
            }
            staff.Hear(topic, isOn);
            return isOn;
        },
        cancellationToken);

    private async Task<IReadOnlyList<NotificationTopic>> GetTopicsAsync(StaffMember staff, CancellationToken cancellationToken)
    {
        var roles = (await accounts.FindAsync(staff.Id, cancellationToken))!.Roles;
        return [.. texts.All.Where(x => Concerns(x.Audience, roles)).Select(x => x.Topic).OfType<NotificationTopic>().Distinct().Order()];
    }

    private static bool Concerns(MessageAudience audience, IReadOnlyList<string> roles) => audience switch
    {
        MessageAudience.Manager => roles.Contains(StaffRoles.Manager),
        MessageAudience.Seller => roles.Contains(StaffRoles.Seller),
        MessageAudience.Owner => roles.Contains(StaffRoles.Owner),
        MessageAudience.Staff => true,
        _ => false,
    };
}

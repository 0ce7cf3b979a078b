using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Messages;
using SaleAuto.Repositories;
using SaleAuto.Settings;
using SaleAuto.Staff;
using SaleAuto.Workers;

namespace SaleAuto.Deals;

/// <summary>
/// Reminds sellers of coming meetings, and tells manager and owners of a seller who does not confirm one. The deal itself carries the next moment, so several nodes
/// may look at once: the version lets one of them remind.
/// </summary>
public sealed class DealReminderWorker(IServiceScopeFactory scopes, TimeProvider clock) : IDueWorker
{
    private const int AtOnce = 100;

    /// <inheritdoc />
    public static TimeSpan Interval => TimeSpan.FromSeconds(20);

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var dealId in await GetDueAsync(cancellationToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DealReminders>().RemindAsync(dealId, cancellationToken);
        }
    }

    // What does not fit into one round is found by the next one.
    private async Task<IReadOnlyList<Guid>> GetDueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IDealRepository>().GetToRemindAsync(clock.GetUtcNow().UtcDateTime, AtOnce, cancellationToken);
    }
}

/// <summary>Writes what is due of one deal.</summary>
internal sealed class DealReminders(
    IDealRepository deals,
    ISellerDealQuery query,
    IStaffDirectory staff,
    MessageWriter messages,
    DealWords words,
    ISettingProvider settings,
    IUnitOfWork unitOfWork,
    TimeProvider clock)
{
    public async Task RemindAsync(Guid dealId, CancellationToken cancellationToken)
    {
        var rules = await settings.GetAsync<DealSettings>(cancellationToken);
        await unitOfWork.ExecuteAsync(
            async token =>
            {
                var deal = await deals.GetAsync(dealId, token);
                var heardAt = await messages.FindSendingTimeAsync(deal.AssignedAt, DealWords.NeededBy(deal), token);
                if (deal.Remind(clock.GetUtcNow().UtcDateTime, rules, heardAt) is { } reminder)
                {
                    await TellAsync(deal, reminder, token);
                }
                return deal.Id;
            },
            cancellationToken);
    }

    private async Task TellAsync(Deal deal, DealReminder reminder, CancellationToken cancellationToken)
    {
        var key = $"{deal.Id:N}:{deal.SellerId:N}:{deal.StartsAt:yyMMddHHmm}"; // another time or another seller is another reminder
        if (reminder.Minutes is { } minutes && await staff.FindAsync(deal.SellerId, cancellationToken) is { } seller)
        {
            await RemindSellerAsync(deal, seller, $"deal-reminder:{key}:{minutes}", cancellationToken);
        }
        if (reminder.Escalation != DealEscalation.None && await staff.FindAsync(deal.ManagerId, cancellationToken) is { } manager)
        {
            await messages.TellOfDealAsync(
                [manager], await words.TextAsync(reminder.Escalation == DealEscalation.Owners ? "Owner.SellerSilent" : "Manager.SellerSilent", deal, cancellationToken), $"deal-silent:{key}:{reminder.Escalation}", deal, cancellationToken);
        }
        if (reminder.Escalation == DealEscalation.Owners)
        {
            var owners = (await staff.GetByRoleAsync(StaffRoles.Owner, cancellationToken)).Where(x => x.Id != deal.ManagerId);
            await messages.TellOfDealAsync(owners, await words.TextAsync("Owner.SellerSilent", deal, cancellationToken), $"deal-silent:{key}:owner", deal, cancellationToken);
        }
    }

    private async Task RemindSellerAsync(Deal deal, StaffContact seller, string key, CancellationToken cancellationToken)
    {
        var around = await query.GetBackgroundAsync(deal.Id, cancellationToken);
        var text = await words.TextAsync(
            "Seller.DealReminder", deal, cancellationToken,
            ("ClientPhone", around.ClientPhone), ("Client", around.ClientName ?? "—"), ("Offer", Roubles.Of(deal.OfferHigh)), ("Note", deal.Note ?? "—"));
        List<MessageButton> buttons = [];
        if (deal.Status == DealStatus.Assigned)
        {
            buttons.Add(await messages.ButtonAsync("Seller.Accept", BotActionNames.AcceptDeal, deal.Id, cancellationToken));
        }
        if (deal.Status != DealStatus.ReassignRequested && deal.OnTheWayAt is null)
        {
            buttons.Add(await messages.ButtonAsync("Seller.OnTheWay", BotActionNames.SetOnTheWay, deal.Id, cancellationToken));
        }
        buttons.Add(new MessageButton(await messages.PhraseAsync("Seller.Map", cancellationToken), MapLink.Of(deal)));
        await messages.TellAsync([seller], text, key, deal.LeadId, buttons, cancellationToken);
    }
}

/// <summary>Where a meeting is, on the map that people here use.</summary>
internal static class MapLink
{
    public static string Of(Deal deal) => deal is { Latitude: { } latitude, Longitude: { } longitude }
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"https://yandex.ru/maps/?pt={longitude:0.######},{latitude:0.######}&z=17&l=map")
        : $"https://yandex.ru/maps/?text={Uri.EscapeDataString(deal.Address)}";
}

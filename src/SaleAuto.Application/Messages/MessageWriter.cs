using System.Globalization;
using Microsoft.Extensions.Options;
using SaleAuto.Deals;
using SaleAuto.Settings;
using SaleAuto.Staff;

namespace SaleAuto.Messages;

/// <summary>Words messages and addresses them. They are written in Russian, whatever the language of the request that they tell of.</summary>
internal sealed class MessageWriter(
    IMessageOutbox outbox,
    ISettingProvider settings,
    IMessageTexts texts,
    IOptions<PublicAddress> address)
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("ru-RU");

    /// <summary>The text of that name with its values.</summary>
    public Task<string> TextAsync(string name, CancellationToken cancellationToken, params (string Name, object Value)[] values) =>
        texts.GetAsync(name, Culture, cancellationToken, values);

    /// <summary>A moment by the clocks of the company.</summary>
    public async Task<DateTime> ToLocalAsync(DateTime utc, CancellationToken cancellationToken)
    {
        var company = await settings.GetAsync<CompanySettings>(cancellationToken);
        return TimeZoneInfo.ConvertTimeFromUtc(utc, TimeZoneInfo.FindSystemTimeZoneById(company.TimeZone));
    }

    /// <summary>Writes to the chats of managers and owners, with a button that leads to the lead. Name and phone of the client stay in the program.</summary>
    /// <param name="people">Who is told.</param>
    /// <param name="text">What.</param>
    /// <param name="key">Names the effect; each person is told once.</param>
    /// <param name="leadId">The lead.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task TellOfLeadAsync(IEnumerable<StaffContact> people, string text, string key, Guid leadId, CancellationToken cancellationToken)
    {
        var button = new MessageButton(await TextAsync("Manager.OpenLead", cancellationToken), address.Value.Of($"/admin/leads/{leadId}"));
        await TellAsync(people, text, key, leadId, [button], cancellationToken);
    }

    /// <summary>Writes to the chats of managers and owners, with a button that leads to the deal, and with others that act in the bot.</summary>
    public async Task TellOfDealAsync(
        IEnumerable<StaffContact> people, string text, string key, Deal deal, CancellationToken cancellationToken, params IReadOnlyList<MessageButton> buttons)
    {
        var button = new MessageButton(await TextAsync("Manager.OpenDeal", cancellationToken), address.Value.Of($"/admin/deals/{deal.Id}"));
        await TellAsync(people, text, key, deal.LeadId, [.. buttons, button], cancellationToken);
    }

    /// <summary>A button that acts in the bot, with the caption of that name.</summary>
    public async Task<MessageButton> ButtonAsync(string name, string action, Guid id, CancellationToken cancellationToken) =>
        MessageButton.Act(await TextAsync(name, cancellationToken), action, id);

    /// <summary>Writes to the chats of people who do not work with leads.</summary>
    public Task TellAsync(IEnumerable<StaffContact> people, string text, string key, Guid leadId, CancellationToken cancellationToken) =>
        TellAsync(people, text, key, leadId, [], cancellationToken);

    /// <summary>Writes an SMS to a client.</summary>
    public Task TellClientAsync(string phone, string text, string key, Guid leadId, CancellationToken cancellationToken) =>
        outbox.AddAsync(
            new MessageDraft { Channel = MessageChannel.Sms, Recipient = phone, Text = text, DeduplicationKey = key, LeadId = leadId },
            cancellationToken);

    /// <summary>Writes to the chats of people, with buttons.</summary>
    public async Task TellAsync(
        IEnumerable<StaffContact> people, string text, string key, Guid leadId, IReadOnlyList<MessageButton> buttons, CancellationToken cancellationToken)
    {
        foreach (var person in people)
        {
            await outbox.AddAsync(
                new MessageDraft
                {
                    Channel = MessageChannel.Telegram,
                    Recipient = person.TelegramChatId.ToString(CultureInfo.InvariantCulture),
                    Text = text,
                    Buttons = buttons,
                    Priority = MessagePriority.Urgent,
                    DeduplicationKey = $"{key}:{person.Id}",
                    LeadId = leadId,
                },
                cancellationToken);
        }
    }
}

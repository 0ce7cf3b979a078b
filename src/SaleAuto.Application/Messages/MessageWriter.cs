using System.Globalization;
using Microsoft.Extensions.Options;
using SaleAuto.Deals;
using SaleAuto.Settings;
using SaleAuto.Staff;
using SaleAuto.Times;

namespace SaleAuto.Messages;

/// <summary>
/// Words messages and addresses them. They are written in Russian, whatever the language of the request that they tell of. What can wait is sent after the quiet hours;
/// what a person switched off is not written.
/// </summary>
internal sealed class MessageWriter(
    IMessageOutbox outbox,
    ISettingProvider settings,
    IMessageTexts texts,
    MessageTextRegistry registry,
    IOptions<PublicAddress> address,
    TimeProvider clock)
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("ru-RU");

    /// <summary>The text of that name with its values.</summary>
    public async Task<WordedText> TextAsync(string name, CancellationToken cancellationToken, params (string Name, object Value)[] values) =>
        new(registry.Get(name), await texts.GetAsync(name, Culture, cancellationToken, values));

    /// <summary>Words of that name that become a part of something else: a caption, a phrase.</summary>
    public Task<string> PhraseAsync(string name, CancellationToken cancellationToken) => texts.GetAsync(name, Culture, cancellationToken);

    /// <summary>A moment by the clocks of the company.</summary>
    public async Task<DateTime> ToLocalAsync(DateTime utc, CancellationToken cancellationToken) =>
        TimeZoneInfo.ConvertTimeFromUtc(utc, await settings.GetTimeZoneAsync(cancellationToken));

    /// <summary>Writes to the chats of managers and owners, with a button that leads to the lead, and with others that act in the bot. Name and phone of the client stay in the program.</summary>
    /// <param name="people">Who is told.</param>
    /// <param name="text">What.</param>
    /// <param name="key">Names the effect; each person is told once.</param>
    /// <param name="leadId">The lead.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <param name="buttons">What acts in the bot.</param>
    public async Task TellOfLeadAsync(
        IEnumerable<StaffContact> people, WordedText text, string key, Guid leadId, CancellationToken cancellationToken, params IReadOnlyList<MessageButton> buttons) =>
        await TellAsync(people, text, key, leadId, [.. buttons, await LinkAsync("Manager.OpenLead", $"/admin/leads/{leadId}", cancellationToken)], cancellationToken);

    /// <summary>Writes to the chats of managers and owners, with a button that leads to the deal, and with others that act in the bot.</summary>
    public async Task TellOfDealAsync(
        IEnumerable<StaffContact> people, WordedText text, string key, Deal deal, CancellationToken cancellationToken, params IReadOnlyList<MessageButton> buttons) =>
        await TellAsync(people, text, key, deal.LeadId, [.. buttons, await LinkAsync("Manager.OpenDeal", $"/admin/deals/{deal.Id}", cancellationToken)], cancellationToken);

    /// <summary>A button that acts in the bot, with the caption of that name.</summary>
    public async Task<MessageButton> ButtonAsync(string name, string action, Guid id, CancellationToken cancellationToken) =>
        MessageButton.Act(await PhraseAsync(name, cancellationToken), action, id);

    /// <summary>A button that opens a page of ours, with the caption of that name.</summary>
    public async Task<MessageButton> LinkAsync(string name, string page, CancellationToken cancellationToken) =>
        new(await PhraseAsync(name, cancellationToken), address.Value.Of(page));

    /// <summary>Writes to the chats of people who do not work with leads.</summary>
    public Task TellAsync(IEnumerable<StaffContact> people, WordedText text, string key, Guid leadId, CancellationToken cancellationToken) =>
        TellAsync(people, text, key, leadId, [], cancellationToken);

    /// <summary>Writes an SMS to a client.</summary>
    public async Task TellClientAsync(string phone, WordedText text, string key, Guid leadId, CancellationToken cancellationToken) =>
        await outbox.AddAsync(
            new MessageDraft
            {
                Channel = MessageChannel.Sms,
                Recipient = phone,
                Text = text.Words,
                DeduplicationKey = key,
                LeadId = leadId,
                NotBefore = await FindQuietEndAsync(text, cancellationToken),
            },
            cancellationToken);

    /// <summary>Writes to the chats of people, with buttons.</summary>
    public async Task TellAsync(
        IEnumerable<StaffContact> people, WordedText text, string key, Guid? leadId, IReadOnlyList<MessageButton> buttons, CancellationToken cancellationToken)
    {
        var notBefore = await FindQuietEndAsync(text, cancellationToken);
        foreach (var person in people.Where(x => x.Hears(text.Of.Topic)))
        {
            await outbox.AddAsync(
                new MessageDraft
                {
                    Channel = MessageChannel.Telegram,
                    Recipient = person.TelegramChatId.ToString(CultureInfo.InvariantCulture),
                    Text = text.Words,
                    Buttons = buttons,
                    Priority = notBefore is null ? MessagePriority.Urgent : MessagePriority.Normal, // what waits for the morning holds up nothing else
                    DeduplicationKey = $"{key}:{person.Id}",
                    LeadId = leadId,
                    NotBefore = notBefore,
                },
                cancellationToken);
        }
    }

    /// <summary>When a message that can wait and was written at a moment is sent, UTC: then, or when the quiet hours end unless that would be too late.</summary>
    public async Task<DateTime> FindSendingTimeAsync(DateTime writtenAt, DateTime? neededBy, CancellationToken cancellationToken)
    {
        var zone = await settings.GetTimeZoneAsync(cancellationToken);
        var rules = await settings.GetAsync<NotificationSettings>(cancellationToken);
        return rules.FindQuietEnd(TimeZoneInfo.ConvertTimeFromUtc(writtenAt, zone)) is { } local && zone.ToUtc(local) is var end && !(end > neededBy)
            ? end
            : writtenAt;
    }

    private async Task<DateTime?> FindQuietEndAsync(WordedText text, CancellationToken cancellationToken)
    {
        if (text.Of.IgnoresQuietHours)
        {
            return null;
        }
        var now = clock.GetUtcNow().UtcDateTime;
        var sendingTime = await FindSendingTimeAsync(now, text.NeededBy, cancellationToken);
        return sendingTime == now ? null : sendingTime;
    }
}

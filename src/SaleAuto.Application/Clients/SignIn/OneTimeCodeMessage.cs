using System.Globalization;
using Microsoft.Extensions.Options;
using SaleAuto.Messages;
using SaleAuto.Settings;

namespace SaleAuto.Clients.SignIn;

/// <summary>The SMS with a code, in the language of the site that the person is on.</summary>
internal sealed class OneTimeCodeMessage(
    IMessageOutbox outbox,
    ISettingProvider settings,
    IMessageTexts texts,
    IOptions<PublicAddress> address)
{
    public async Task AddAsync(OneTimeCode code, string digits, CancellationToken cancellationToken)
    {
        var company = await settings.GetAsync<CompanySettings>(cancellationToken);
        var text = await texts.GetAsync(
            "Client.Code", CultureInfo.CurrentUICulture, cancellationToken,
            ("Code", digits), ("Brand", company.BrandName), ("Host", address.Value.Host));
        await outbox.AddAsync(
            new MessageDraft
            {
                Channel = MessageChannel.Sms,
                Recipient = code.Phone,
                Text = text,
                Priority = MessagePriority.Code,
                DeduplicationKey = $"code:{code.Id}",
                LeadId = code.LeadId,
                ExpiresAt = code.ExpiresAt,
                IsSecret = true,
            },
            cancellationToken);
    }
}

using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SaleAuto.Localization;
using SaleAuto.Messages;
using SaleAuto.Settings;

namespace SaleAuto.Clients.SignIn;

/// <summary>The SMS with a code. Its last line lets browsers fill the code in on our site only (the origin-bound format of WebOTP).</summary>
internal sealed class OneTimeCodeMessage(
    IMessageOutbox outbox,
    ISettingProvider settings,
    IStringLocalizer<SignInTexts> texts,
    IOptions<PublicAddress> address)
{
    public async Task AddAsync(OneTimeCode code, string digits, CancellationToken cancellationToken)
    {
        var company = await settings.GetAsync<CompanySettings>(cancellationToken);
        await outbox.AddAsync(
            new MessageDraft
            {
                Channel = MessageChannel.Sms,
                Recipient = code.Phone,
                Text = $"{texts["Sms", digits, company.BrandName].Value}\n@{address.Value.Host} #{digits}",
                Priority = MessagePriority.Code,
                DeduplicationKey = $"code:{code.Id}",
                LeadId = code.LeadId,
                ExpiresAt = code.ExpiresAt,
                IsSecret = true,
            },
            cancellationToken);
    }
}

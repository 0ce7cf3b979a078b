using System.Text.Json;
using SaleAuto.Company;
using SaleAuto.Errors;
using SaleAuto.Leads;
using SaleAuto.Messages;
using SaleAuto.Permissions;
using SaleAuto.Repositories;
using SaleAuto.Settings;

namespace SaleAuto.Clients;

internal sealed class ConsentAppService(
    IConsentRepository consents,
    IRepository<Client> clients,
    IStaffAccessProvider access,
    ICompanyProfile company,
    ISettingHistory history,
    SettingAuthors authors,
    IUnitOfWork unitOfWork,
    TimeProvider clock) : IConsentAppService
{
    private static readonly IReadOnlyList<string> Operator = ["LegalName", "Inn", "Ogrn", "Address", "Email"];

    public async Task<ConsentTextsDto> GetTextsAsync(ConsentKind kind, CancellationToken cancellationToken)
    {
        var own = await access.RequireAsync(SaleAutoPermissions.Settings.Default, cancellationToken);
        var profile = await company.GetAsync(cancellationToken);
        var versions = new List<ConsentVersionDto>();
        foreach (var text in await consents.GetTextsAsync(kind, cancellationToken))
        {
            versions.Add(new ConsentVersionDto(text.Version, text.PublishedAt, await authors.FindNameAsync(text.PublishedById, cancellationToken), Words(text)));
        }
        versions.Add(new ConsentVersionDto(ConsentTexts.VersionOf(kind), null, null, Delivered(kind)));
        return new ConsentTextsDto(
            kind,
            own.Has(SaleAutoPermissions.Settings.Change),
            Operator.ToDictionary(x => x, x => profile.FillIn(MessageTemplate.Written(x))),
            versions);
    }

    public async Task<ConsentPreviewDto> PreviewAsync(ConsentKind kind, PublishConsentInput input, CancellationToken cancellationToken)
    {
        await access.RequireAsync(SaleAutoPermissions.Settings.Default, cancellationToken);
        var words = Tidy(input);
        var profile = await company.GetAsync(cancellationToken);
        return new ConsentPreviewDto(
            new PublishConsentInput(profile.FillIn(words.Label), profile.FillIn(words.Text), profile.FillIn(words.EnglishLabel), profile.FillIn(words.EnglishText)),
            Check(words));
    }

    public async Task PublishAsync(ConsentKind kind, PublishConsentInput input, string expectedVersion, CancellationToken cancellationToken)
    {
        var own = await access.RequireAsync(SaleAutoPermissions.Settings.Change, cancellationToken);
        var words = Tidy(input);
        if (Check(words) is { Count: > 0 } faults)
        {
            throw new InputValidationException(faults);
        }
        await unitOfWork.ExecuteAsync(
            async token =>
            {
                await unitOfWork.TakeTurnAsync($"consents:{kind}", token);
                var newest = await consents.FindNewestTextAsync(kind, token);
                if ((newest?.Version ?? ConsentTexts.VersionOf(kind)) != expectedVersion)
                {
                    throw new BusinessException(SaleAutoErrorCodes.Requests.ChangedMeanwhile);
                }
                if (words == (newest is null ? Delivered(kind) : Words(newest)))
                {
                    throw new BusinessException(SaleAutoErrorCodes.Clients.ConsentSame);
                }
                consents.Insert(new ConsentTextVersion(
                    Guid.CreateVersion7(),
                    kind,
                    (newest?.Number ?? 1) + 1,
                    new ConsentWords(words.Label, words.Text),
                    new ConsentWords(words.EnglishLabel, words.EnglishText),
                    own.StaffId!.Value,
                    clock.GetUtcNow().UtcDateTime));
                return true;
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<GivenConsentDto>> GetOfLeadAsync(Guid leadId, CancellationToken cancellationToken)
    {
        await access.RequireAsync(LeadPermissions.Default, cancellationToken);
        return [.. (await consents.GetOfLeadAsync(leadId, cancellationToken)).Select(ToDto)];
    }

    public async Task<IReadOnlyList<GivenConsentDto>> GetOfClientAsync(Guid clientId, CancellationToken cancellationToken)
    {
        await access.RequireAsync(LeadPermissions.Default, cancellationToken);
        var client = await clients.GetAsync(clientId, cancellationToken);
        return [.. (await consents.GetOfPhoneAsync(client.Phone, cancellationToken)).Select(ToDto)];
    }

    public async Task<GivenConsentTextDto> GetGivenTextAsync(Guid consentId, CancellationToken cancellationToken)
    {
        await access.RequireAsync(LeadPermissions.Default, cancellationToken);
        var consent = await consents.GetAsync(consentId, cancellationToken);
        var language = consent.Language ?? "ru";
        var text = (await consents.GetTextsAsync(consent.Kind, cancellationToken)).FirstOrDefault(x => x.Version == consent.TextVersion);
        var words = text?.In(language) ?? (consent.TextVersion == ConsentTexts.VersionOf(consent.Kind) ? ConsentTexts.In(language, consent.Kind) : null);
        if (words is null)
        {
            return new GivenConsentTextDto(ToDto(consent), consent.Language, null, null);
        }
        var then = await history.FindAsync(nameof(CompanySettings), consent.GrantedAt, cancellationToken);
        var profile = CompanyProfile.Of(then is null ? new CompanySettings() : JsonSerializer.Deserialize<CompanySettings>(then.Value, JsonSerializerOptions.Web)!);
        return new GivenConsentTextDto(ToDto(consent), consent.Language, profile.FillIn(words.Label), profile.FillIn(words.Text));
    }

    private static List<InputError> Check(PublishConsentInput words) =>
    [
        .. MessageTemplate.Check(words.Label, nameof(words.Label), Operator, [], ClientConsts.MaxConsentLabelLength),
        .. MessageTemplate.Check(words.Text, nameof(words.Text), Operator, ["LegalName"], ClientConsts.MaxConsentTextLength),
        .. MessageTemplate.Check(words.EnglishLabel, nameof(words.EnglishLabel), Operator, [], ClientConsts.MaxConsentLabelLength),
        .. MessageTemplate.Check(words.EnglishText, nameof(words.EnglishText), Operator, ["LegalName"], ClientConsts.MaxConsentTextLength),
    ];

    private static PublishConsentInput Delivered(ConsentKind kind) => Words(ConsentTexts.In("ru", kind), ConsentTexts.In("en", kind));

    private static PublishConsentInput Words(ConsentTextVersion text) => Words(text.In("ru"), text.In("en"));

    private static PublishConsentInput Words(ConsentWords russian, ConsentWords english) => Tidy(new PublishConsentInput(russian.Label, russian.Text, english.Label, english.Text));

    private static PublishConsentInput Tidy(PublishConsentInput words) => new(
        MessageTemplate.Tidy(words.Label), MessageTemplate.Tidy(words.Text), MessageTemplate.Tidy(words.EnglishLabel), MessageTemplate.Tidy(words.EnglishText));

    private static GivenConsentDto ToDto(Consent consent) => new(consent.Id, consent.Kind, consent.TextVersion, consent.GrantedAt, consent.WithdrawnAt);
}

using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SaleAuto.Auditing;
using SaleAuto.Errors;
using SaleAuto.Localization;
using SaleAuto.Permissions;
using SaleAuto.Repositories;
using SaleAuto.Settings;

namespace SaleAuto.Messages;

internal sealed class MessageTextAppService(
    MessageTextRegistry registry,
    IStaffAccessProvider access,
    ISettingProvider settings,
    ISettingHistory history,
    ISettingWriter writer,
    SettingChronicle chronicle,
    IAuditTrail audit,
    IUnitOfWork unitOfWork,
    IOptions<PublicAddress> address) : IMessageTextAppService
{
    // An afternoon in late autumn: the day and the month look different.
    private static readonly DateTime SampleMoment = new(2026, 11, 24, 14, 30, 0, DateTimeKind.Unspecified);

    public async Task<IReadOnlyList<MessageTextLineDto>> GetListAsync(CancellationToken cancellationToken)
    {
        await access.RequireAsync(SaleAutoPermissions.Settings.Default, cancellationToken);
        var edited = await history.GetPartsAsync(nameof(EditedMessageText), cancellationToken);
        return [.. registry.All.Select(x => Line(x, edited.TryGetValue(x.Name, out var version) ? Read(version.Value) : new EditedMessageText()))];
    }

    public async Task<MessageTextDto> GetAsync(string name, CancellationToken cancellationToken)
    {
        var own = await access.RequireAsync(SaleAutoPermissions.Settings.Default, cancellationToken);
        var text = Find(name);
        var (version, edited) = await ReadAsync(text, cancellationToken);
        var samples = await SamplesAsync(text, CultureInfo.CurrentUICulture, cancellationToken);
        return new MessageTextDto(
            Line(text, edited),
            version,
            own.Has(SaleAutoPermissions.Settings.Change),
            text.MaxLength,
            text.Tail,
            [.. text.Placeholders.Select(x => new MessagePlaceholderDto(x, Named($"messages.Placeholder.{x}"), samples[x], text.Obligatory.Contains(x)))],
            [.. MessageText.Languages.Select(x => new MessageWordsDto(x, Words(text, edited, x), text.Delivered(Culture(x))))]);
    }

    public async Task<MessagePreviewDto> PreviewAsync(string name, string language, string words, CancellationToken cancellationToken)
    {
        await access.RequireAsync(SaleAutoPermissions.Settings.Default, cancellationToken);
        var text = Find(name);
        words = MessageTemplate.Tidy(words);
        var culture = Culture(RequireLanguage(language));
        var filled = MessageTemplate.Fill(words + text.Tail, await SamplesAsync(text, culture, cancellationToken));
        var length = text.Kind == MessageTextKind.Sms ? SmsLength.Of(filled) : null;
        return new MessagePreviewDto(
            text.Kind,
            filled,
            text.Check(words, language),
            length is null ? null : new SmsLengthDto(length.Characters, length.Segments, length.IsUnicode, length.Left));
    }

    public async Task ChangeAsync(string name, IReadOnlyDictionary<string, string> words, Guid? expectedVersion, CancellationToken cancellationToken)
    {
        await access.RequireAsync(SaleAutoPermissions.Settings.Change, cancellationToken);
        var text = Find(name);
        var typed = words.ToDictionary(x => RequireLanguage(x.Key), x => MessageTemplate.Tidy(x.Value));
        var faults = typed.SelectMany(x => text.Check(x.Value, x.Key)).ToList();
        if (faults.Count > 0)
        {
            throw new InputValidationException(faults);
        }
        await unitOfWork.ExecuteAsync(
            async token =>
            {
                await unitOfWork.TakeTurnAsync($"settings:{Group(text)}", token);
                var (version, now) = await ReadAsync(text, token);
                if (version != expectedVersion)
                {
                    throw new BusinessException(SaleAutoErrorCodes.Requests.ChangedMeanwhile);
                }
                var after = new EditedMessageText
                {
                    Words = MessageText.Languages
                        .Select(x => (Language: x, Words: typed.GetValueOrDefault(x) ?? Words(text, now, x)))
                        .Where(x => x.Words != text.Delivered(Culture(x.Language)))
                        .ToDictionary(x => x.Language, x => x.Words),
                };
                var changes = Compare(text, now, after);
                if (changes.Count > 0)
                {
                    writer.Change(text.Name, after);
                    audit.Add(new AuditRecord(
                        AuditActions.SettingChanged,
                        nameof(EditedMessageText),
                        Changes: changes.ToDictionary(x => $"{text.Name}.{x.Field}", x => new AuditChange(x.Before, x.After))));
                }
                return changes.Count;
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<SettingVersionDto>> GetHistoryAsync(string name, CancellationToken cancellationToken)
    {
        await access.RequireAsync(SaleAutoPermissions.Settings.Default, cancellationToken);
        var text = Find(name);
        return await chronicle.TellAsync(Group(text), new EditedMessageText(), Read, (before, after) => Compare(text, before, after), cancellationToken);
    }

    private static MessageTextLineDto Line(MessageText text, EditedMessageText edited)
    {
        var own = MessageText.Languages.Contains(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName : MessageText.Languages[0];
        return new MessageTextLineDto(text.Name, Named($"messages.{text.Name}"), text.Kind, text.Audience, Words(text, edited, own), edited.Words.Count > 0);
    }

    private async Task<Dictionary<string, string>> SamplesAsync(MessageText text, CultureInfo culture, CancellationToken cancellationToken)
    {
        var company = await settings.GetAsync<CompanySettings>(cancellationToken);
        var samples = text.Values.SelectMany(x => x.Fill(x.IsMoment ? SampleMoment : Sample(x.Name, company, culture), culture));
        return new Dictionary<string, string>(samples);
    }

    private string Sample(string name, CompanySettings company, CultureInfo culture) => name switch
    {
        "Brand" => company.BrandName,
        "CompanyPhone" => company.Phone,
        "Host" => address.Value.Host,
        _ => SettingTexts.Find($"messages.Sample.{name}", culture) ?? name,
    };

    private static List<SettingChangeDto> Compare(MessageText text, EditedMessageText before, EditedMessageText after) =>
    [
        .. MessageText.Languages
            .Select(x => new SettingChangeDto(x, Named($"messages.Language.{x}"), Words(text, before, x), Words(text, after, x)))
            .Where(x => x.Before != x.After),
    ];

    private async Task<(Guid? Version, EditedMessageText Edited)> ReadAsync(MessageText text, CancellationToken cancellationToken) =>
        await history.GetAsync(Group(text), 1, cancellationToken) is [var newest] ? (newest.Id, Read(newest.Value)) : (null, new EditedMessageText());

    private static EditedMessageText Read(string value) => JsonSerializer.Deserialize<EditedMessageText>(value, JsonSerializerOptions.Web)!;

    private static string Words(MessageText text, EditedMessageText edited, string language) =>
        edited.Words.GetValueOrDefault(language) ?? text.Delivered(Culture(language));

    private static string Group(MessageText text) => SettingVersion.PartOf(nameof(EditedMessageText), text.Name);

    private static string Named(string key) => SettingTexts.Find(key) ?? key;

    private static CultureInfo Culture(string language) => CultureInfo.GetCultureInfo(language == "ru" ? "ru-RU" : "en-GB");

    private static string RequireLanguage(string language) =>
        MessageText.Languages.Contains(language) ? language : throw new InputValidationException(language, SaleAutoErrorCodes.Fields.NotAllowed);

    private MessageText Find(string name) => registry.Find(name) ?? throw new EntityNotFoundException(typeof(MessageText), name);
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Calls;
using SaleAuto.Errors;
using SaleAuto.Leads;
using SaleAuto.Repositories;
using SaleAuto.Settings;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Clients;

public abstract class Consents_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestDatabase _database = database;
    private readonly TestApplication _app = new(database);

    public async Task InitializeAsync()
    {
        await _app.TakeDemoAsync();
        _app.User.StaffId = Owner;
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Show_The_Newest_Version_And_Keep_The_Earlier_Ones()
    {
        var before = await CurrentAsync();

        var version = await PublishAsync("Согласен на всё. {LegalName}");

        var now = await CurrentAsync();
        (now.Version, now.Text, now.ReplacedAt).ShouldBe((version, "Согласен на всё. {LegalName}", null));
        var earlier = await _app.RunAsync((IConsentTexts x) => x.FindAsync(ConsentKind.PersonalData, before.Version, default));
        earlier!.Text.ShouldBe(before.Text);
        earlier.ReplacedAt.ShouldBe(_app.Clock.Now);
        var texts = await TextsAsync();
        (texts.Versions[0].By, texts.Versions[0].PublishedAt).ShouldBe(("Вера Климова", _app.Clock.Now));
        texts.Versions[^1].ShouldSatisfyAllConditions(x => x.Version.ShouldBe(ConsentTexts.VersionOf(ConsentKind.PersonalData)), x => x.PublishedAt.ShouldBeNull());
        (await _app.RunAsync((IConsentTexts x) => x.FindAsync(ConsentKind.PersonalData, "1999-01", default))).ShouldBeNull();
    }

    [Fact]
    public async Task Should_Be_Heard_By_Other_Nodes()
    {
        await using var other = new TestApplication(_database);
        var nodes = other.Services.GetRequiredService<OtherNodes>();
        await nodes.ListenAsync(default);
        await other.RunAsync((IConsentTexts x) => x.GetCurrentAsync(ConsentKind.PersonalData, default));

        var version = await PublishAsync($"Текст для всех узлов {Guid.NewGuid()}. {{LegalName}}");
        await nodes.ListenAsync(default);

        (await other.RunAsync((IConsentTexts x) => x.GetCurrentAsync(ConsentKind.PersonalData, default))).Version.ShouldBe(version);
    }

    [Fact]
    public async Task Should_Keep_The_Version_That_The_Client_Saw_With_Its_Very_Words()
    {
        var seen = await PublishAsync($"Действует {Guid.NewGuid()} для {{LegalName}}, {{Email}}");
        var company = await _app.RunAsync((ISettingProvider x) => x.GetAsync<CompanySettings>(default));
        await PublishAsync($"Вышло, пока страница была открыта {Guid.NewGuid()}. {{LegalName}}");

        var lead = await AskAsync(seen);
        _app.Clock.Advance(TimeSpan.FromMinutes(5));
        await _app.RunAsync<IServiceProvider>(scope => scope.GetRequiredService<IUnitOfWork>().ExecuteAsync(
            _ =>
            {
                scope.GetRequiredService<ISettingWriter>().Change(company with { LegalName = "ООО «Другое имя»" });
                return Task.FromResult(true);
            },
            default));

        var consent = await _app.InDatabaseAsync(db => db.Set<Consent>().SingleAsync(x => x.LeadId == lead));
        (consent.TextVersion, consent.Language).ShouldBe((seen, "ru"));
        _app.User.StaffId = Manager;
        var given = (await _app.RunAsync((IConsentAppService x) => x.GetOfLeadAsync(lead, default))).ShouldHaveSingleItem();
        var text = await _app.RunAsync((IConsentAppService x) => x.GetGivenTextAsync(given.Id, default));
        text.Text.ShouldStartWith("Действует ");
        text.Text.ShouldEndWith($" для {company.LegalName}, {company.Email}"); // the operator of then, not of now
    }

    [Fact]
    public async Task Should_Ask_Again_When_The_Text_Was_Replaced_Long_Ago()
    {
        var seen = await PublishAsync($"Старое {Guid.NewGuid()}. {{LegalName}}");
        await PublishAsync($"Новое {Guid.NewGuid()}. {{LegalName}}");
        _app.Clock.Advance(TimeSpan.FromHours(25));

        (await Should.ThrowAsync<InputValidationException>(() => AskAsync(seen))).Errors.ShouldHaveSingleItem().Code.ShouldBe(SaleAutoErrorCodes.Clients.ConsentReplaced);
        (await Should.ThrowAsync<InputValidationException>(() => AskAsync("777"))).Errors.ShouldHaveSingleItem().Code.ShouldBe(SaleAutoErrorCodes.Clients.ConsentReplaced);
        await AskAsync(null);
    }

    [Fact]
    public async Task Should_Not_Publish_What_Makes_No_Sense()
    {
        var now = (await TextsAsync()).Versions[0];

        var wrong = await Should.ThrowAsync<InputValidationException>(() => PublishAsync(now.Words with { Label = "", Text = "Без оператора {Name}" }, now.Version));
        wrong.Errors.Select(x => (x.Field, x.Code)).ShouldBe(
        [
            ("Label", SaleAutoErrorCodes.Fields.Required),
            ("Text", SaleAutoErrorCodes.Messages.PlaceholderUnknown),
            ("Text", SaleAutoErrorCodes.Messages.PlaceholderMissing),
        ]);
        (await Should.ThrowAsync<BusinessException>(() => PublishAsync(now.Words, now.Version))).Code.ShouldBe(SaleAutoErrorCodes.Clients.ConsentSame);
        (await Should.ThrowAsync<BusinessException>(() => PublishAsync(now.Words with { Label = "Другое" }, "0"))).Code.ShouldBe(SaleAutoErrorCodes.Requests.ChangedMeanwhile);
        (await TextsAsync()).Versions[0].Version.ShouldBe(now.Version);
    }

    [Fact]
    public async Task Should_Be_Closed_To_Whoever_May_Not()
    {
        var now = (await TextsAsync()).Versions[0];
        var lead = await AskAsync(null);
        var consent = (await _app.InDatabaseAsync(db => db.Set<Consent>().SingleAsync(x => x.LeadId == lead))).Id;

        _app.User.StaffId = Manager;
        await Should.ThrowAsync<AuthorizationException>(TextsAsync);
        await Should.ThrowAsync<AuthorizationException>(() => PublishAsync(now.Words with { Label = "Другое" }, now.Version));
        await Should.ThrowAsync<AuthorizationException>(() => _app.RunAsync((IConsentAppService x) => x.PreviewAsync(ConsentKind.PersonalData, now.Words, default)));
        _app.User.StaffId = Seller;
        await Should.ThrowAsync<AuthorizationException>(() => _app.RunAsync((IConsentAppService x) => x.GetOfLeadAsync(lead, default)));
        await Should.ThrowAsync<AuthorizationException>(() => _app.RunAsync((IConsentAppService x) => x.GetOfClientAsync(Guid.NewGuid(), default)));
        await Should.ThrowAsync<AuthorizationException>(() => _app.RunAsync((IConsentAppService x) => x.GetGivenTextAsync(consent, default)));
    }

    private Task<ConsentTextDto> CurrentAsync() => _app.RunAsync((IConsentTexts x) => x.GetCurrentAsync(ConsentKind.PersonalData, default));

    private Task<ConsentTextsDto> TextsAsync() => _app.RunAsync((IConsentAppService x) => x.GetTextsAsync(ConsentKind.PersonalData, default));

    private async Task<string> PublishAsync(string text)
    {
        var now = (await TextsAsync()).Versions[0];
        await PublishAsync(now.Words with { Text = text }, now.Version);
        return (await TextsAsync()).Versions[0].Version;
    }

    private Task PublishAsync(PublishConsentInput words, string expected) =>
        _app.RunAsync((IConsentAppService x) => x.PublishAsync(ConsentKind.PersonalData, words, expected, default));

    private async Task<Guid> AskAsync(string? seen)
    {
        var input = new CreateLeadInput
        {
            Plate = NewPlate(),
            Name = "Анна",
            Phone = NewPhone().Value,
            Consents = [ConsentKind.PersonalData],
            ConsentVersions = seen is null ? null : new Dictionary<ConsentKind, string> { [ConsentKind.PersonalData] = seen },
        };
        return (await _app.RunAsync((IClientLeadAppService x) => x.CreateAsync(input, default))).Id;
    }
}

public sealed class Consents_OnSqlite_Tests(SqliteDatabase database) : Consents_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class Consents_OnPostgreSql_Tests(PostgreSqlDatabase database) : Consents_Tests(database), IClassFixture<PostgreSqlDatabase>;

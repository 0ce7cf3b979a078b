using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SaleAuto.Auditing;
using SaleAuto.Calls;
using SaleAuto.Clients;
using SaleAuto.Clients.SignIn;
using SaleAuto.Deals;
using SaleAuto.Errors;
using SaleAuto.Localization;
using SaleAuto.Repositories;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Messages;

public abstract class MessageTexts_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestDatabase _database = database;
    private readonly TestApplication _app = new(database, services => services.AddScoped<LeadCreation>());

    public async Task InitializeAsync()
    {
        await _app.TakeDemoAsync();
        _app.User.StaffId = Owner;
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Send_The_Edited_Text()
    {
        await ChangeAsync("Seller.DealAssigned", ("ru", "Сделка {DealNumber}: {MeetingDay} ровно в {MeetingTime}, машина {Car}"));

        var call = await _app.AskAsync("А001АА77");
        await _app.AsAsync(Manager, x => x.ClaimAsync(call.Id, default));
        await _app.AsAsync(Manager, x => x.PlanDealAsync(call.Id, Meeting(_app, Seller, 60, 12), default));

        var deal = await _app.InDatabaseAsync(db => db.Set<Deal>().SingleAsync(x => x.LeadId == call.LeadId));
        var told = await _app.InDatabaseAsync(db => db.Set<OutgoingMessage>().Where(x => x.LeadId == call.LeadId && x.DeduplicationKey.StartsWith("deal-planned")).ToListAsync());
        var day = deal.LocalStart.ToString("d MMMM", CultureInfo.GetCultureInfo("ru-RU"));
        told.Single(x => x.Channel == MessageChannel.Telegram).Body.ShouldContain($"Сделка {deal.Number}: {day} ровно в 12:00, машина {Cars.PlateNumber.Parse("А001АА77").Display}");
        told.Single(x => x.Channel == MessageChannel.Sms).Body.ShouldContain($"встреча {day} в 12:00"); // nobody changed that one
    }

    [Fact]
    public async Task Should_Send_The_Code_In_The_Edited_Words_Of_The_Language_Of_The_Site()
    {
        var sms = new SmsInbox();
        await using var site = new TestApplication(_database, services =>
        {
            var configuration = new ConfigurationBuilder().Build();
            services.AddClientSignIn(configuration);
            services.AddSaleAutoDataProtection(configuration);
            services.Replace(ServiceDescriptor.Singleton<IMessageOutbox>(sms));
        });
        await ChangeAsync("Client.Code", ("ru", "Код: {Code}"), ("en", "Your code: {Code}"));
        var (before, phone) = (CultureInfo.CurrentUICulture, NewPhone());

        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        await site.RunAsync((IClientSignInAppService x) => x.SendCodeAsync(new SendCodeInput { Phone = phone.Value }, null, default));
        CultureInfo.CurrentUICulture = before;

        sms.Last(phone).Text.ShouldBe($"Your code: {sms.LastCode(phone)}\n@saleauto.test #{sms.LastCode(phone)}");
    }

    [Fact]
    public async Task Should_Be_Heard_By_Other_Nodes()
    {
        await using var other = new TestApplication(_database);
        var nodes = other.Services.GetRequiredService<OtherNodes>();
        await nodes.ListenAsync(default);
        var delivered = await ButtonAsync(other);

        await ChangeAsync("Staff.OpenRow", ("ru", "Посмотреть"));
        (await ButtonAsync(_app)).ShouldBe("Посмотреть");
        await nodes.ListenAsync(default);

        (await ButtonAsync(other)).ShouldNotBe(delivered);

        static Task<string> ButtonAsync(TestApplication node) =>
            node.RunAsync((IMessageTexts x) => x.GetAsync("Staff.OpenRow", CultureInfo.GetCultureInfo("ru-RU"), default));
    }

    [Theory]
    [InlineData("Ваш код {Kod}", "{Kod}")]
    [InlineData("Ваш код", "{Code}")]
    [InlineData("Ваш код {Code", "{Code")]
    public async Task Should_Refuse_A_Text_That_Cannot_Be_Sent(string words, string named)
    {
        var before = await GetAsync("Client.Code");

        var refusal = await Should.ThrowAsync<InputValidationException>(() => ChangeAsync("Client.Code", ("en", words)));

        refusal.Errors.ShouldAllBe(x => x.Field == "en");
        ErrorTexts.For(refusal.Errors[0].Code, refusal.Errors[0].Values).ShouldContain(named);
        (await PreviewAsync("Client.Code", "en", words)).Faults.ShouldNotBeEmpty();
        (await GetAsync("Client.Code")).Version.ShouldBe(before.Version);
    }

    [Fact]
    public async Task Should_Show_What_The_Reader_Will_See()
    {
        var preview = await PreviewAsync("Client.Code", "ru", "{Code} — {Brand}");
        preview.Text.ShouldBe("481516 — SaleAuto\n@saleauto.test #481516");
        preview.Kind.ShouldBe(MessageTextKind.Sms);
        preview.Sms.ShouldBe(new SmsLengthDto(40, 1, true, 30));

        var moved = await PreviewAsync("Client.DealMoved", "en", "{MeetingDay}, {MeetingDate}, {MeetingTime}");
        moved.Text.ShouldBe("24 November, 24.11, 14:30");
        moved.Sms!.IsUnicode.ShouldBeFalse();
        (await PreviewAsync("Manager.CallDue", "ru", "{LeadNumber}")).Sms.ShouldBeNull();
    }

    [Fact]
    public async Task Should_Tell_Who_Changed_A_Text_And_Go_Back_To_The_Delivered_One()
    {
        var delivered = (await GetAsync("Owner.CallOverdue")).Languages[0].Delivered;
        await ChangeAsync("Owner.CallOverdue", ("ru", "Опоздали: {LeadNumber}"));
        (await ListAsync()).Single(x => x.Name == "Owner.CallOverdue").IsEdited.ShouldBeTrue();

        await ChangeAsync("Owner.CallOverdue", ("ru", delivered.ReplaceLineEndings("\r\n")));

        (await ListAsync()).Single(x => x.Name == "Owner.CallOverdue").ShouldSatisfyAllConditions(x => x.IsEdited.ShouldBeFalse(), x => x.Words.ShouldBe(delivered));
        var history = await _app.RunAsync((IMessageTextAppService x) => x.GetHistoryAsync("Owner.CallOverdue", default));
        history.Select(x => x.By).ShouldBe(["Вера Климова", "Вера Климова"]);
        history[1].Changes.ShouldHaveSingleItem().ShouldSatisfyAllConditions(x => x.Before.ShouldBe(delivered), x => x.After.ShouldBe("Опоздали: {LeadNumber}"));
        history[0].Changes.ShouldHaveSingleItem().After.ShouldBe(delivered);
        (await _app.InDatabaseAsync(db => db.Set<AuditEntry>().CountAsync(x => x.Action == AuditActions.SettingChanged && x.TargetType == nameof(EditedMessageText) && x.ActorId == Owner)))
            .ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task Should_Refuse_A_Change_Over_A_Newer_One()
    {
        var seen = await GetAsync("Manager.CallRequest");
        await ChangeAsync("Manager.CallRequest", ("ru", "Первый {LeadNumber}"));

        var refusal = await Should.ThrowAsync<BusinessException>(() => _app.RunAsync((IMessageTextAppService x) =>
            x.ChangeAsync("Manager.CallRequest", new Dictionary<string, string> { ["ru"] = "Второй {LeadNumber}" }, seen.Version, default)));

        refusal.Code.ShouldBe(SaleAutoErrorCodes.Requests.ChangedMeanwhile);
        (await GetAsync("Manager.CallRequest")).Line.Words.ShouldBe("Первый {LeadNumber}");
    }

    [Fact]
    public async Task Should_Be_Closed_To_Managers()
    {
        _app.User.StaffId = Manager;

        await Should.ThrowAsync<AuthorizationException>(ListAsync);
        await Should.ThrowAsync<AuthorizationException>(() => GetAsync("Client.Code"));
        await Should.ThrowAsync<AuthorizationException>(() => PreviewAsync("Client.Code", "ru", "{Code}"));
        await Should.ThrowAsync<AuthorizationException>(() => _app.RunAsync((IMessageTextAppService x) => x.GetHistoryAsync("Client.Code", default)));
        await Should.ThrowAsync<AuthorizationException>(() => _app.RunAsync((IMessageTextAppService x) =>
            x.ChangeAsync("Client.Code", new Dictionary<string, string> { ["ru"] = "{Code}" }, null, default)));
    }

    [Fact]
    public async Task Should_Deliver_Every_Text_Whole_And_Named_In_Both_Languages()
    {
        var before = CultureInfo.CurrentUICulture;
        foreach (var language in new[] { "ru", "en" })
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            foreach (var line in await ListAsync())
            {
                var text = await GetAsync(line.Name);
                line.Title.ShouldNotStartWith("messages.");
                text.Placeholders.ShouldAllBe(x => !x.Description.StartsWith("messages.") && x.Sample != x.Name);
                text.Languages.Select(x => x.Language).ShouldBe(["ru", "en"]);
                foreach (var words in text.Languages)
                {
                    (await PreviewAsync(line.Name, words.Language, words.Delivered)).Faults.ShouldBeEmpty(line.Name);
                    (words.Language == "ru").ShouldBe(words.Delivered.Any(x => x is >= 'а' and <= 'я'), line.Name);
                }
            }
        }
        CultureInfo.CurrentUICulture = before;
    }

    private Task<IReadOnlyList<MessageTextLineDto>> ListAsync() => _app.RunAsync((IMessageTextAppService x) => x.GetListAsync(default));

    private Task<MessageTextDto> GetAsync(string name) => _app.RunAsync((IMessageTextAppService x) => x.GetAsync(name, default));

    private Task<MessagePreviewDto> PreviewAsync(string name, string language, string words) =>
        _app.RunAsync((IMessageTextAppService x) => x.PreviewAsync(name, language, words, default));

    private async Task ChangeAsync(string name, params (string Language, string Words)[] words)
    {
        var version = (await GetAsync(name)).Version;
        await _app.RunAsync((IMessageTextAppService x) => x.ChangeAsync(name, words.ToDictionary(y => y.Language, y => y.Words), version, default));
    }
}

public sealed class MessageTexts_OnSqlite_Tests(SqliteDatabase database) : MessageTexts_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class MessageTexts_OnPostgreSql_Tests(PostgreSqlDatabase database) : MessageTexts_Tests(database), IClassFixture<PostgreSqlDatabase>;

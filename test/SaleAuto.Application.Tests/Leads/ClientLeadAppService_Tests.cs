using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Calls;
using SaleAuto.Cars;
using SaleAuto.Clients;
using SaleAuto.Errors;
using SaleAuto.Messages;
using SaleAuto.Repositories;
using SaleAuto.Staff;
using SaleAuto.Valuations;

namespace SaleAuto.Leads;

public abstract class ClientLeadAppService_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database);
    private readonly string _phone = $"+7916{Random.Shared.Next(1_000_000, 9_999_999)}";

    public async Task InitializeAsync() => await DutyRoster.EnsureManagerAsync(_app);

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Keep_A_Request_As_A_Draft_With_The_Consents_Given()
    {
        var draft = await CreateAsync(Request() with { Consents = [ConsentKind.PersonalData, ConsentKind.Advertising] });

        draft.Status.ShouldBe(LeadStatus.Draft);
        draft.Number.ShouldMatch(@"^L-\d{6}$");
        var consents = await _app.InDatabaseAsync(db => db.Set<Consent>().Where(c => c.LeadId == draft.Id).ToListAsync());
        consents.Select(c => c.Kind).ShouldBe([ConsentKind.PersonalData, ConsentKind.Advertising], ignoreOrder: true);
        consents.ShouldAllBe(c => c.TextVersion.Length > 0 && c.GrantedAt == _app.Clock.Now);
        (await CountAsync<CallTask>(t => t.LeadId == draft.Id)).ShouldBe(0);
    }

    [Fact]
    public async Task Should_Name_Every_Wrong_Field_And_Store_Nothing()
    {
        var wrong = new CreateLeadInput { Plate = "ФФФ", Name = "<b>", Phone = "12", MileageKm = -1, Consents = [ConsentKind.Advertising] };

        var refusal = await Should.ThrowAsync<InputValidationException>(() => CreateAsync(wrong));

        refusal.Errors.ToDictionary(e => e.Field, e => e.Code).ShouldBe(new Dictionary<string, string>
        {
            ["Plate"] = SaleAutoErrorCodes.Leads.PlateInvalid,
            ["Name"] = SaleAutoErrorCodes.Leads.NameInvalid,
            ["Phone"] = SaleAutoErrorCodes.Clients.PhoneInvalid,
            ["MileageKm"] = SaleAutoErrorCodes.Leads.MileageOutOfRange,
            ["Consents"] = SaleAutoErrorCodes.Clients.ConsentRequired,
        }, ignoreOrder: true);
        (await CountAsync<Lead>(l => l.Phone == _phone)).ShouldBe(0);
    }

    [Fact]
    public async Task Should_Write_Call_Valuation_And_Messages_Together_With_The_Confirmation()
    {
        var draft = await CreateAsync(Request());

        await ConfirmAsync();

        var call = await _app.InDatabaseAsync(db => db.Set<CallTask>().SingleAsync(t => t.LeadId == draft.Id));
        (call.Kind, call.Status, call.DueAt).ShouldBe((CallTaskKind.FirstCall, CallTaskStatus.Pending, _app.Clock.Now.AddMinutes(5)));
        var valuation = await _app.InDatabaseAsync(db => db.Set<Valuation>().SingleAsync(v => v.LeadId == draft.Id));
        valuation.Status.ShouldBe(ValuationStatus.Pending);
        var messages = await _app.InDatabaseAsync(db => db.Set<OutgoingMessage>().Where(m => m.LeadId == draft.Id).ToListAsync());
        var message = messages.ShouldHaveSingleItem();
        (message.Channel, message.Recipient, message.Priority).ShouldBe((MessageChannel.Telegram, "1001", MessagePriority.Urgent));
        _app.Signals.Raised.ShouldContain(typeof(ValuationWorker));
    }

    [Fact]
    public async Task Should_Not_Confirm_A_Draft_That_Waited_Too_Long()
    {
        var draft = await CreateAsync(Request());
        _app.Clock.Advance(LeadManager.DraftLife + TimeSpan.FromMinutes(1));

        await ConfirmAsync();

        (await FindAsync(draft.Id)).Status.ShouldBe(LeadStatus.Draft);
        (await CountAsync<CallTask>(t => t.LeadId == draft.Id)).ShouldBe(0);
    }

    [Fact]
    public async Task Should_Confirm_Only_The_Draft_That_The_Code_Was_For()
    {
        var wanted = await CreateAsync(Request());
        var other = await CreateAsync(Request() with { Plate = "В777ОР99" });

        await ConfirmAsync(wanted.Id);

        (await FindAsync(wanted.Id)).Status.ShouldBe(LeadStatus.New);
        (await FindAsync(other.Id)).Status.ShouldBe(LeadStatus.Draft);
    }

    [Fact]
    public async Task Should_Join_A_Repeated_Request_To_The_Open_Lead()
    {
        var first = await CreateAsync(Request());
        await ConfirmAsync();
        _app.Clock.Advance(TimeSpan.FromMinutes(2));

        var second = await CreateAsync(Request() with { Plate = "a123bc77", MileageKm = 155_000 });
        await ConfirmAsync();

        var own = await _app.RunAsync<IClientLeadAppService, IReadOnlyList<ClientLeadDto>>(s => s.GetListAsync(default));
        own.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            lead => lead.Id.ShouldBe(first.Id),
            lead => lead.MileageKm.ShouldBe(155_000),
            lead => lead.CallDueAt.ShouldBe(_app.Clock.Now.AddMinutes(3))); // the first promise still holds
        (await GetAsync(second.Id)).Id.ShouldBe(first.Id);
        (await CountAsync<CallTask>(t => t.LeadId == first.Id)).ShouldBe(1);
        (await _app.InDatabaseAsync(db => db.Set<LeadHistoryEntry>().CountAsync(h => h.Kind == LeadHistoryKind.Resubmitted && h.Note == second.Number))).ShouldBe(1);
    }

    [Fact]
    public async Task Should_Make_Two_Leads_Of_Two_Cars()
    {
        await CreateAsync(Request());
        await CreateAsync(Request() with { Plate = "В777ОР99" });

        await ConfirmAsync();

        (await CountAsync<Lead>(l => l.Phone == _phone && l.Status == LeadStatus.New)).ShouldBe(2);
    }

    [Fact]
    public async Task Should_Make_One_Lead_Of_Fifty_Parallel_Requests()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => CreateAsync(Request()))));

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => ConfirmAsync())));

        var leads = await _app.InDatabaseAsync(db => db.Set<Lead>().Where(l => l.Phone == _phone).ToListAsync());
        var open = leads.Where(l => l.IsOpen).ShouldHaveSingleItem();
        leads.Count(l => l.JoinedLeadId == open.Id).ShouldBe(49);
        (await CountAsync<CallTask>(t => t.LeadId == open.Id)).ShouldBe(1);
        (await CountAsync<Client>(c => c.Phone == _phone)).ShouldBe(1);
    }

    [Fact]
    public async Task Should_Show_A_Lead_To_Nobody_Else()
    {
        var draft = await CreateAsync(Request());
        await ConfirmAsync();
        _app.User.ClientId = Guid.CreateVersion7();

        await Should.ThrowAsync<EntityNotFoundException>(() => GetAsync(draft.Id));
        await Should.ThrowAsync<EntityNotFoundException>(() => OpinionAsync(draft.Id, ClientOpinion.Accepted));
        (await _app.RunAsync<IClientLeadAppService, IReadOnlyList<ClientLeadDto>>(s => s.GetListAsync(default))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Show_Leads_To_Nobody_Without_Sign_In()
    {
        _app.User.ClientId = null;

        await Should.ThrowAsync<AuthorizationException>(() => GetAsync(Guid.CreateVersion7()));
        await Should.ThrowAsync<AuthorizationException>(() => _app.RunAsync<IClientLeadAppService, IReadOnlyList<ClientLeadDto>>(s => s.GetListAsync(default)));
        await Should.ThrowAsync<AuthorizationException>(() => OpinionAsync(Guid.CreateVersion7(), ClientOpinion.Accepted));
    }

    [Fact]
    public async Task Should_Refuse_An_Opinion_Before_There_Is_A_Price()
    {
        var draft = await CreateAsync(Request());
        await ConfirmAsync();

        (await Should.ThrowAsync<BusinessException>(() => OpinionAsync(draft.Id, ClientOpinion.Accepted)))
            .Code.ShouldBe(SaleAutoErrorCodes.Leads.NothingToJudge);
    }

    [Fact]
    public async Task Should_Promise_A_Callback_Within_Fifteen_Minutes()
    {
        var callback = await CallbackAsync();

        callback.CallDueAt.ShouldBe(_app.Clock.Now.AddMinutes(15));
        var lead = await _app.InDatabaseAsync(db => db.Set<Lead>().SingleAsync(l => l.Phone == _phone));
        (lead.Kind, lead.Status).ShouldBe((LeadKind.CallRequest, LeadStatus.New));
    }

    [Fact]
    public async Task Should_Join_Repeated_Callbacks_And_Keep_The_First_Promise()
    {
        var first = await CallbackAsync();
        _app.Clock.Advance(TimeSpan.FromMinutes(4));

        var again = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(CallbackAsync)));

        again.ShouldAllBe(c => c.CallDueAt == _app.Clock.Now.AddMinutes(15)); // tells a stranger nothing
        var call = await _app.InDatabaseAsync(db => db.Set<CallTask>().SingleAsync(t => db.Set<Lead>().Any(l => l.Id == t.LeadId && l.Phone == _phone)));
        call.DueAt.ShouldBe(first.CallDueAt);
        (await _app.InDatabaseAsync(db => db.Set<Lead>().CountAsync(l => l.Phone == _phone && l.Status == LeadStatus.New))).ShouldBe(1);
    }

    [Fact]
    public async Task Should_Not_Let_A_Stranger_Change_A_Lead_By_A_Callback()
    {
        var draft = await CreateAsync(Request());
        await ConfirmAsync();

        await _app.RunAsync<IClientLeadAppService, CallbackDto>(
            s => s.RequestCallAsync(new CallbackInput { Phone = _phone, Name = "Злоумышленник", Consents = [ConsentKind.PersonalData] }, default));

        (await FindAsync(draft.Id)).Name.ShouldBe("Аристарх");
    }

    [Fact]
    public async Task Should_Keep_Name_Phone_And_Plate_Out_Of_The_Logs()
    {
        await CreateAsync(Request());
        await ConfirmAsync();
        await CallbackAsync();

        _app.Logs.Lines.ShouldAllBe(line => !line.Contains(_phone) && !line.Contains("А123ВС77") && !line.Contains("Аристарх"));
    }

    private CreateLeadInput Request() => new()
    {
        Plate = "А 123 ВС 77",
        Name = "Аристарх",
        Phone = _phone,
        MileageKm = 150_000,
        Condition = CarCondition.Good,
        Source = LeadSource.Friends,
        Consents = [ConsentKind.PersonalData],
        Utm = new UtmTags { Source = "yandex", Campaign = "autumn" },
    };

    private Task<LeadDraftDto> CreateAsync(CreateLeadInput input) =>
        _app.RunAsync<IClientLeadAppService, LeadDraftDto>(s => s.CreateAsync(input, default));

    private Task<ClientLeadDto> GetAsync(Guid id) =>
        _app.RunAsync<IClientLeadAppService, ClientLeadDto>(s => s.GetAsync(id, default));

    private Task<ClientLeadDto> OpinionAsync(Guid id, ClientOpinion answer) =>
        _app.RunAsync<IClientLeadAppService, ClientLeadDto>(s => s.SetOpinionAsync(id, new LeadOpinionInput { Answer = answer }, default));

    private Task<CallbackDto> CallbackAsync() => _app.RunAsync<IClientLeadAppService, CallbackDto>(
        s => s.RequestCallAsync(new CallbackInput { Phone = _phone, Consents = [ConsentKind.PersonalData] }, default));

    // What a right code does (see the sign-in service): the phone's owner becomes a client in the same transaction.
    private async Task ConfirmAsync(Guid? leadId = null)
    {
        _app.User.ClientId = await _app.RunAsync<IServiceProvider, Guid>(scope => scope.GetRequiredService<IUnitOfWork>().ExecuteAsync(
            async token =>
            {
                var client = await scope.GetRequiredService<ClientManager>().GetOrCreateAsync(PhoneNumber.Parse(_phone), null, token);
                client.ConfirmPhone(leadId, _app.Clock.Now);
                return client.Id;
            },
            default));
    }

    private Task<Lead> FindAsync(Guid id) => _app.RunAsync<ILeadRepository, Lead>(leads => leads.GetAsync(id, default));

    private Task<int> CountAsync<TEntity>(System.Linq.Expressions.Expression<Func<TEntity, bool>> condition)
        where TEntity : class => _app.InDatabaseAsync(db => db.Set<TEntity>().CountAsync(condition));
}

public sealed class ClientLeadAppService_OnSqlite_Tests(SqliteDatabase database) : ClientLeadAppService_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class ClientLeadAppService_OnPostgreSql_Tests(PostgreSqlDatabase database) : ClientLeadAppService_Tests(database), IClassFixture<PostgreSqlDatabase>;

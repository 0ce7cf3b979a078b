using Microsoft.EntityFrameworkCore;
using SaleAuto.Calls;
using SaleAuto.Errors;
using SaleAuto.Leads;
using SaleAuto.Messages;

namespace SaleAuto.Clients.SignIn;

public sealed class ClientSignIn_On_Sqlite_Tests(SqliteDatabase database) : ClientSignIn_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class ClientSignIn_On_PostgreSql_Tests(PostgreSqlDatabase database) : ClientSignIn_Tests(database), IClassFixture<PostgreSqlDatabase>;

public abstract class ClientSignIn_Tests(TestDatabase database) : IAsyncDisposable
{
    private readonly SignInWorld _world = new(database);
    private readonly PhoneNumber _phone = SignInWorld.NewPhone();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Should_Send_A_Secret_Code_That_Browsers_Fill_In_On_Our_Site_Only()
    {
        var sent = await _world.SendCodeAsync(_phone);

        sent.ShouldBe(new SentCodeDto(600, 60));
        var sms = _world.Sms.Last(_phone);
        sms.Text.Split('\n')[^1].ShouldMatch("^@saleauto\\.test #[0-9]{6}$");
        sms.Text.ShouldStartWith(_world.Sms.LastCode(_phone));
        (sms.Channel, sms.Priority, sms.IsSecret).ShouldBe((MessageChannel.Sms, MessagePriority.Code, true));
        sms.ExpiresAt.ShouldBe(_world.Clock.Now.AddMinutes(10));
    }

    [Fact]
    public async Task Should_Turn_The_Drafts_Of_The_Phone_Into_Leads()
    {
        var first = await _world.CreateLeadAsync(_phone, "А123ВС77");
        var second = await _world.CreateLeadAsync(_phone, "В456ЕК77");

        var tokens = await _world.SignInAsync(_phone);

        var leads = await _world.GetLeadsAsync(tokens);
        leads.Select(x => x.Id).ShouldBe([first.Id, second.Id], ignoreOrder: true);
        leads.ShouldAllBe(x => x.Status == LeadStatus.New && x.CallDueAt == _world.Clock.Now.AddMinutes(5));
    }

    [Fact]
    public async Task Should_Confirm_Only_The_Draft_That_The_Code_Was_For()
    {
        var confirmed = await _world.CreateLeadAsync(_phone, "А123ВС77");
        await _world.CreateLeadAsync(_phone, "В456ЕК77");
        await _world.SendCodeAsync(_phone, confirmed.Id);

        var tokens = await _world.SignInAsync(_phone, _world.Sms.LastCode(_phone));

        (await _world.GetLeadsAsync(tokens)).ShouldHaveSingleItem().Id.ShouldBe(confirmed.Id);
    }

    [Fact]
    public async Task Should_Not_Bind_A_Code_To_The_Draft_Of_Another_Phone()
    {
        var foreign = await _world.CreateLeadAsync(SignInWorld.NewPhone());

        await Should.ThrowAsync<EntityNotFoundException>(_world.SendCodeAsync(_phone, foreign.Id));

        _world.Sms.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Refuse_A_Wrong_Code_And_Leave_The_Draft_Alone()
    {
        var draft = await _world.CreateLeadAsync(_phone);
        await _world.SendCodeAsync(_phone);

        await ShouldBeRefusedAsync(SignInWorld.Wrong(_world.Sms.LastCode(_phone)), SaleAutoErrorCodes.SignIn.CodeInvalid);

        var status = await _world.Application.InDatabaseAsync(db => db.Set<Lead>().Where(x => x.Id == draft.Id).Select(x => x.Status).SingleAsync());
        status.ShouldBe(LeadStatus.Draft);
    }

    [Fact]
    public async Task Should_Refuse_A_Code_That_Was_Used()
    {
        await _world.SignInAsync(_phone);

        await ShouldBeRefusedAsync(_world.Sms.LastCode(_phone), SaleAutoErrorCodes.SignIn.CodeInvalid);
    }

    [Fact]
    public async Task Should_Refuse_A_Code_After_Ten_Minutes()
    {
        await _world.SendCodeAsync(_phone);
        _world.Clock.Advance(TimeSpan.FromMinutes(10));

        await ShouldBeRefusedAsync(_world.Sms.LastCode(_phone), SaleAutoErrorCodes.SignIn.CodeInvalid);
    }

    [Fact]
    public async Task Should_Refuse_A_Code_Once_A_Newer_One_Was_Sent()
    {
        await _world.SendCodeAsync(_phone);
        var older = _world.Sms.LastCode(_phone);
        _world.Clock.Advance(TimeSpan.FromSeconds(60));
        await _world.SendCodeAsync(_phone);
        var newer = _world.Sms.LastCode(_phone);

        if (older != newer)
        {
            await ShouldBeRefusedAsync(older, SaleAutoErrorCodes.SignIn.CodeInvalid);
        }
        (await _world.SignInAsync(_phone, newer)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Should_Refuse_The_Code_Of_Another_Phone()
    {
        var another = SignInWorld.NewPhone();
        await _world.SendCodeAsync(another);
        await _world.SendCodeAsync(_phone);
        var foreign = _world.Sms.LastCode(another);

        if (foreign != _world.Sms.LastCode(_phone))
        {
            await ShouldBeRefusedAsync(foreign, SaleAutoErrorCodes.SignIn.CodeInvalid);
        }
    }

    [Fact]
    public async Task Should_Refuse_Even_The_Right_Code_After_Five_Wrong_Ones()
    {
        await _world.SendCodeAsync(_phone);
        var right = _world.Sms.LastCode(_phone);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await ShouldBeRefusedAsync(SignInWorld.Wrong(right), SaleAutoErrorCodes.SignIn.CodeInvalid);
        }

        var refusal = await Should.ThrowAsync<TooManyRequestsException>(_world.SignInAsync(_phone, right));

        refusal.Code.ShouldBe(SaleAutoErrorCodes.SignIn.TooManyAttempts);
        refusal.RetryAfter.ShouldBe(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Should_Compare_No_More_Than_Five_Of_Fifty_Guesses_At_Once()
    {
        await _world.SendCodeAsync(_phone);
        var right = _world.Sms.LastCode(_phone);

        var outcomes = await Race.RunAsync(50, _ => _world.SignInAsync(_phone, SignInWorld.Wrong(right)));

        outcomes.Count(x => x.Failure is BusinessException { Code: SaleAutoErrorCodes.SignIn.CodeInvalid }).ShouldBe(5);
        outcomes.Count(x => x.Failure is TooManyRequestsException { Code: SaleAutoErrorCodes.SignIn.TooManyAttempts }).ShouldBe(45);
        await Should.ThrowAsync<TooManyRequestsException>(_world.SignInAsync(_phone, right));
    }

    [Fact]
    public async Task Should_Let_One_Of_Fifty_Confirmations_In()
    {
        await _world.CreateLeadAsync(_phone);
        await _world.SendCodeAsync(_phone);
        var code = _world.Sms.LastCode(_phone);

        var outcomes = await Race.RunAsync(50, _ => _world.SignInAsync(_phone, code));

        var tokens = outcomes.Select(x => x.Result).OfType<TokensDto>().ShouldHaveSingleItem();
        outcomes.Where(x => x.Failure is not null).ShouldAllBe(x => x.Failure is BusinessException);
        var lead = (await _world.GetLeadsAsync(tokens)).ShouldHaveSingleItem();
        var calls = await _world.Application.InDatabaseAsync(db => db.Set<CallTask>().CountAsync(x => x.LeadId == lead.Id));
        calls.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Send_One_Code_When_Fifty_Are_Asked_For_At_Once()
    {
        var outcomes = await Race.RunAsync(50, _ => _world.SendCodeAsync(_phone, address: "203.0.113.7"));

        outcomes.Count(x => x.Result is not null).ShouldBe(1);
        outcomes.Where(x => x.Failure is not null).ShouldAllBe(x => x.Failure is TooManyRequestsException);
        var codes = await _world.Application.InDatabaseAsync(db => db.Set<OneTimeCode>().CountAsync(x => x.Phone == _phone.Value));
        codes.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Answer_Known_And_Unknown_Phones_Alike()
    {
        await _world.SignInAsync(_phone);
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        var unknown = SignInWorld.NewPhone();

        var toKnown = await _world.SendCodeAsync(_phone);
        var toUnknown = await _world.SendCodeAsync(unknown);

        toUnknown.ShouldBe(toKnown);
        _world.Sms.LastCode(unknown).Length.ShouldBe(_world.Sms.LastCode(_phone).Length);
        await ShouldBeRefusedAsync(SignInWorld.Wrong(_world.Sms.LastCode(_phone)), SaleAutoErrorCodes.SignIn.CodeInvalid);
        var refusal = await Should.ThrowAsync<BusinessException>(_world.SignInAsync(unknown, SignInWorld.Wrong(_world.Sms.LastCode(unknown))));
        refusal.Code.ShouldBe(SaleAutoErrorCodes.SignIn.CodeInvalid);
    }

    [Theory]
    [InlineData("+77011234567")]
    [InlineData("+375291234567")]
    public async Task Should_Refuse_Phones_Of_Other_Countries(string phone)
    {
        var refusal = await Should.ThrowAsync<BusinessException>(_world.SendCodeAsync(PhoneNumber.Parse(phone)));

        refusal.Code.ShouldBe(SaleAutoErrorCodes.Clients.CountryNotServed);
        _world.Sms.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Keep_Phones_Addresses_Codes_And_Tokens_Out_Of_The_Logs()
    {
        await _world.CreateLeadAsync(_phone);
        await _world.SendCodeAsync(_phone, address: "203.0.113.99");
        var code = _world.Sms.LastCode(_phone);
        await Should.ThrowAsync<BusinessException>(_world.SignInAsync(_phone, SignInWorld.Wrong(code)));
        var tokens = await _world.SignInAsync(_phone, code);
        var next = await _world.RefreshAsync(tokens.RefreshToken);

        string[] secrets = [_phone.Value, _phone.Value[2..], "203.0.113.99", $"#{code}", tokens.AccessToken, tokens.RefreshToken, next.RefreshToken];
        _world.Application.Logs.Lines.ShouldNotBeEmpty();
        _world.Application.Logs.Lines.ShouldAllBe(line => !secrets.Any(line.Contains));
    }

    private async Task ShouldBeRefusedAsync(string code, string errorCode)
    {
        var refusal = await Should.ThrowAsync<BusinessException>(_world.SignInAsync(_phone, code));
        refusal.Code.ShouldBe(errorCode);
    }
}

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Auditing;
using SaleAuto.Errors;
using SaleAuto.Permissions;
using SaleAuto.Staff.Sessions;
using SaleAuto.Staff.SignIn;

namespace SaleAuto.Staff;

public abstract class StaffSignIn_Tests(TestDatabase database) : IAsyncLifetime
{
    private const string Password = "a long enough phrase";

    private readonly TestApplication _app = new(database, services => services.AddSingleton<ISignInLinks, Links>());
    private Guid _person;
    private string _userName = "";

    public async Task InitializeAsync()
    {
        await _app.RunAsync((DatabaseMigrator migrator) => migrator.MigrateAsync(withDemo: false, default));
        _person = await _app.AddStaffAsync(StaffRoles.Owner);
        _userName = await _app.InDatabaseAsync(db => db.Users.Where(x => x.Id == _person).Select(x => x.UserName!).SingleAsync());
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Start_A_Session_That_Ends_When_It_Is_Revoked()
    {
        var (mine, stolen) = (await EnterAsync(), await EnterAsync());
        (await CheckAsync(stolen)).ShouldBeTrue();
        (_app.User.StaffId, _app.User.SessionId) = (_person, mine.SessionId);

        await _app.RunAsync((IStaffSessionAppService x) => x.RevokeAsync(stolen.SessionId, default));

        (await CheckAsync(stolen)).ShouldBeFalse();
        (await CheckAsync(mine)).ShouldBeTrue();
        (await _app.RunAsync((IStaffSessionAppService x) => x.GetListAsync(default))).ShouldHaveSingleItem().IsCurrent.ShouldBeTrue();
    }

    [Fact]
    public async Task Should_Not_End_The_Session_Of_Somebody_Else_Nor_Take_A_Forged_Ticket()
    {
        var session = await EnterAsync();
        _app.User.StaffId = await _app.AddStaffAsync(StaffRoles.Owner);

        await Should.ThrowAsync<EntityNotFoundException>(() => _app.RunAsync((IStaffSessionAppService x) => x.RevokeAsync(session.SessionId, default)));

        (await CheckAsync(session)).ShouldBeTrue();
        (await CheckAsync(session with { StaffId = _app.User.StaffId!.Value })).ShouldBeFalse();
        (await CheckAsync(session with { SecurityStamp = "other" })).ShouldBeFalse();
    }

    [Fact]
    public async Task Should_Lock_After_Five_Mistakes_Even_At_The_Same_Moment()
    {
        await Race.RunAsync(5, _ => SignInAsync("not the password"));

        (await SignInAsync(Password)).Status.ShouldBe(StaffSignInStatus.Refused);

        _app.Clock.Advance(TimeSpan.FromMinutes(16));
        await _app.InDatabaseAsync(async db =>
        {
            (await db.Users.SingleAsync(x => x.Id == _person)).LockoutEnd = null; // Identity's lockout lives by the system clock
            return await db.SaveChangesAsync();
        });
        (await SignInAsync(Password)).Status.ShouldBe(StaffSignInStatus.SignedIn);
        var lines = await _app.InDatabaseAsync(db => db.Set<AuditEntry>().Where(x => x.TargetId == _person).Select(x => x.Action).ToListAsync());
        lines.Count(x => x == AuditActions.SignInRefused).ShouldBeGreaterThanOrEqualTo(5);
        lines.ShouldContain(AuditActions.SignedIn);
    }

    [Fact]
    public async Task Should_Ask_For_A_Code_And_Take_Each_Code_Once()
    {
        var (key, recovery) = await EnableSecondFactorAsync();
        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        var code = TotpCode.At(key, _app.Clock.Now);

        var pending = (await SignInAsync(Password)).Pending!;
        var both = await Race.RunAsync(2, _ => CodeAsync(pending, code));
        both.Count(x => x.Result?.Status == StaffSignInStatus.SignedIn).ShouldBe(1);
        (await CodeAsync(pending, code)).Status.ShouldBe(StaffSignInStatus.Refused);

        (await CodeAsync(pending, recovery[0].ToLowerInvariant())).Status.ShouldBe(StaffSignInStatus.SignedIn);
        (await CodeAsync(pending, recovery[0])).Status.ShouldBe(StaffSignInStatus.Refused);

        _app.Clock.Advance(TimeSpan.FromMinutes(5));
        (await CodeAsync(pending, TotpCode.At(key, _app.Clock.Now))).Status.ShouldBe(StaffSignInStatus.Refused); // the first step is too old
    }

    [Fact]
    public async Task Should_Take_The_Second_Factor_Away_Only_With_The_Password()
    {
        await EnableSecondFactorAsync();
        _app.User.StaffId = _person;

        await Should.ThrowAsync<InputValidationException>(() => _app.RunAsync((IStaffProfileAppService x) => x.DisableSecondFactorAsync("not it", default)));
        (await SignInAsync(Password)).Status.ShouldBe(StaffSignInStatus.CodeNeeded);

        await _app.RunAsync((IStaffProfileAppService x) => x.DisableSecondFactorAsync(Password, default));
        (await SignInAsync(Password)).Status.ShouldBe(StaffSignInStatus.SignedIn);
    }

    [Fact]
    public async Task Should_Let_The_Linked_Person_In_By_Telegram_Once()
    {
        var chat = await LinkAsync();
        var begun = await _app.RunAsync((IStaffSignInAppService x) => x.BeginTelegramAsync("test", default));
        (await StateAsync(begun)).Status.ShouldBe(SignInRequestStatus.Waiting);
        (await Should.ThrowAsync<BusinessException>(() => AnswerAsync(chat + 1, begun.Code, true))).Code.ShouldBe(SaleAutoErrorCodes.Staff.SignInCodeInvalid);

        await AnswerAsync(chat, begun.Code.ToLowerInvariant(), true);
        var taken = await Race.RunAsync(3, _ => StateAsync(begun));

        taken.Count(x => x.Result?.Result?.Status == StaffSignInStatus.SignedIn).ShouldBe(1);
        await Should.ThrowAsync<BusinessException>(() => AnswerAsync(chat, begun.Code, true));
    }

    [Fact]
    public async Task Should_Not_Let_In_By_Telegram_Who_Was_Refused_Or_Came_Late()
    {
        var chat = await LinkAsync();
        var refused = await _app.RunAsync((IStaffSignInAppService x) => x.BeginTelegramAsync("test", default));
        var late = await _app.RunAsync((IStaffSignInAppService x) => x.BeginTelegramAsync("test", default));

        await AnswerAsync(chat, refused.Code, false);
        (await StateAsync(refused)).Status.ShouldBe(SignInRequestStatus.Refused);
        _app.Clock.Advance(SignInRequest.Life);
        await Should.ThrowAsync<BusinessException>(() => AnswerAsync(chat, late.Code, true));
        (await StateAsync(late)).IsExpired.ShouldBeTrue();
    }

    [Fact]
    public async Task Should_Accept_An_Invitation_Once()
    {
        _app.User.StaffId = _person;
        var name = $"new-{Guid.NewGuid():N}"[..30];
        var invitation = await _app.RunAsync((IStaffAccountAppService x) => x.InviteAsync(new InviteStaffInput { UserName = name, FullName = "Новый Сотрудник", Role = StaffRoles.Manager }, default));
        var secret = invitation.Link[(invitation.Link.LastIndexOf('/') + 1)..];
        _app.User.StaffId = null;
        await Should.ThrowAsync<InputValidationException>(() => AcceptAsync(secret, "password123"));

        var both = await Race.RunAsync(2, _ => AcceptAsync(secret, "свой длинный пароль"));

        both.Count(x => x.Failure is null).ShouldBe(1);
        both.Single(x => x.Failure is not null).Failure.ShouldBeOfType<BusinessException>().Code.ShouldBe(SaleAutoErrorCodes.Staff.InvitationInvalid);
        (await _app.RunAsync((IStaffSignInAppService x) => x.SignInAsync(name, "свой длинный пароль", null, default))).Status.ShouldBe(StaffSignInStatus.SignedIn);
    }

    [Fact]
    public async Task Should_Not_Take_An_Expired_Or_Replaced_Invitation()
    {
        _app.User.StaffId = _person;
        var first = await _app.RunAsync((IStaffAccountAppService x) => x.InviteAsync(new InviteStaffInput { UserName = $"new-{Guid.NewGuid():N}"[..30], FullName = "Новый", Role = StaffRoles.Seller }, default));
        var second = await _app.RunAsync((IStaffAccountAppService x) => x.InviteAgainAsync(first.StaffId, default));
        (await FindAsync(first)).ShouldBeNull();
        (await FindAsync(second)).ShouldNotBeNull();

        _app.Clock.Advance(StaffInvitation.Life);
        (await FindAsync(second)).ShouldBeNull();

        Task<InvitedDto?> FindAsync(InvitationDto invitation) =>
            _app.RunAsync((IStaffAccountAppService x) => x.FindInvitationAsync(invitation.Link[(invitation.Link.LastIndexOf('/') + 1)..], default));
    }

    [Fact]
    public async Task Should_Not_Let_Managers_Invite_Nor_Anybody_Reach_For_More_Than_They_Have()
    {
        _app.User.StaffId = await _app.AddStaffAsync(StaffRoles.Manager);
        await Should.ThrowAsync<AuthorizationException>(() => InviteAsync(StaffRoles.Manager));

        _app.User.StaffId = _person;
        (await Should.ThrowAsync<BusinessException>(() => InviteAsync(StaffRoles.Administrator))).Code.ShouldBe(SaleAutoErrorCodes.Permissions.OnlyAdministrators);
        var administrator = await _app.AddStaffAsync(StaffRoles.Administrator);
        await Should.ThrowAsync<BusinessException>(() => _app.RunAsync((IStaffAccountAppService x) => x.InviteAgainAsync(administrator, default)));
        await Should.ThrowAsync<BusinessException>(() => _app.RunAsync((IStaffAccountAppService x) => x.DisableAsync(administrator, default)));
        (await InvitableAsync()).ShouldContain(StaffRoles.Seller);
        (await InvitableAsync()).ShouldNotContain(StaffRoles.Administrator);
        _app.User.StaffId = administrator;
        var role = $"Гараж {Guid.NewGuid():N}"[..20];
        await _app.RunAsync((IRoleAppService x) => x.CreateAsync(new RoleInput(role), default));
        (await InvitableAsync()).ShouldContain(role);
        (await InvitableAsync()).ShouldContain(StaffRoles.Administrator);

        async Task<IEnumerable<string>> InvitableAsync() =>
            (await _app.RunAsync((IStaffAccountAppService x) => x.GetInvitableRolesAsync(default))).Select(x => x.Name);
        Task InviteAsync(string role) => _app.RunAsync((IStaffAccountAppService x) =>
            x.InviteAsync(new InviteStaffInput { UserName = $"new-{Guid.NewGuid():N}"[..30], FullName = "Новый", Role = role }, default));
    }

    [Fact]
    public async Task Should_Demand_A_New_Password_And_End_The_Other_Sessions()
    {
        var other = await _app.AddStaffAsync(StaffRoles.Seller);
        var name = await _app.InDatabaseAsync(db => db.Users.Where(x => x.Id == other).Select(x => x.UserName!).SingleAsync());
        var before = (await _app.RunAsync((IStaffSignInAppService x) => x.SignInAsync(name, Password, null, default))).Ticket!;
        _app.User.StaffId = _person;
        await _app.RunAsync((IStaffAccountAppService x) => x.DemandNewPasswordAsync(other, default));
        (await CheckAsync(before)).ShouldBeFalse();

        var entered = await _app.RunAsync((IStaffSignInAppService x) => x.SignInAsync(name, Password, null, default));
        entered.MustChangePassword.ShouldBeTrue();
        (_app.User.StaffId, _app.User.SessionId) = (other, entered.Ticket!.SessionId);
        await ChangeAsync(Password, SaleAutoErrorCodes.Staff.PasswordSame);
        await ChangeAsync("qwertyuiop123", SaleAutoErrorCodes.Staff.PasswordKnown);
        await ChangeAsync("ghbdtnghbdtn1", SaleAutoErrorCodes.Staff.PasswordKnown);
        await ChangeAsync("short", SaleAutoErrorCodes.Staff.PasswordTooShort);
        var ticket = await _app.RunAsync((IStaffProfileAppService x) => x.ChangePasswordAsync(Input("совсем новая фраза"), default));

        (await CheckAsync(entered.Ticket)).ShouldBeFalse();
        (await CheckAsync(ticket)).ShouldBeTrue();
        (await _app.RunAsync((IStaffProfileAppService x) => x.GetAsync(default))).MustChangePassword.ShouldBeFalse();

        async Task ChangeAsync(string to, string code) =>
            (await Should.ThrowAsync<InputValidationException>(() => _app.RunAsync((IStaffProfileAppService x) => x.ChangePasswordAsync(Input(to), default)))).Errors.Single().Code.ShouldBe(code);

        static ChangePasswordInput Input(string to) => new() { Current = Password, New = to, Repeated = to };
    }

    [Fact]
    public async Task Should_See_As_Others_But_Never_As_An_Administrator()
    {
        var (seller, administrator) = (await _app.AddStaffAsync(StaffRoles.Seller), await _app.AddStaffAsync(StaffRoles.Administrator));
        _app.User.StaffId = _person;
        await _app.RunAsync((ISeeAsAppService x) => x.BeginAsync(seller, default));
        (await Should.ThrowAsync<BusinessException>(() => _app.RunAsync((ISeeAsAppService x) => x.BeginAsync(administrator, default)))).Code.ShouldBe(SaleAutoErrorCodes.Staff.SeeAsNotAllowed);

        (await AllowedAsync(_person, seller)).ShouldBeTrue();
        (await AllowedAsync(seller, _person)).ShouldBeFalse();
        (await AllowedAsync(_person, administrator)).ShouldBeFalse();
        (await AllowedAsync(administrator, _person)).ShouldBeTrue();
        (await _app.InDatabaseAsync(db => db.Set<AuditEntry>().SingleAsync(x => x.Action == AuditActions.SeenAs && x.TargetId == seller))).ActorId.ShouldBe(_person);

        Task<bool> AllowedAsync(Guid who, Guid whom) => _app.RunAsync(async (ISeeAsAppService x) => await x.FindAllowedAsync(who, whom, default) is not null);
    }

    private Task<StaffSignInResult> SignInAsync(string password) =>
        _app.RunAsync((IStaffSignInAppService x) => x.SignInAsync(_userName, password, "test", default));

    private Task<StaffSignInResult> CodeAsync(string pending, string code) =>
        _app.RunAsync((IStaffSignInAppService x) => x.SignInWithCodeAsync(pending, code, "test", default));

    private Task<TelegramSignInStateDto> StateAsync(TelegramSignInDto begun) =>
        _app.RunAsync((IStaffSignInAppService x) => x.GetTelegramAsync(begun.BrowserSecret, "test", default));

    private Task AnswerAsync(long chat, string code, bool yes) => _app.RunAsync((ISignInConfirmation x) => x.AnswerAsync(chat, code, yes, default));

    private Task<bool> AcceptAsync(string secret, string password) => _app.RunAsync(async (IStaffAccountAppService x) =>
    {
        await x.AcceptInvitationAsync(secret, new AcceptInvitationInput { FullName = "Анна Новая", Password = password, Repeated = password }, default);
        return true;
    });

    private async Task<StaffTicket> EnterAsync() => (await SignInAsync(Password)).Ticket!;

    private Task<bool> CheckAsync(StaffTicket ticket) => _app.RunAsync(async (IStaffTickets x) => await x.CheckAsync(ticket, default) is not null);

    private async Task<long> LinkAsync()
    {
        var chat = Random.Shared.NextInt64(1_000_000, 9_000_000_000);
        await _app.InDatabaseAsync(async db =>
        {
            (await db.Users.SingleAsync(x => x.Id == _person)).LinkTelegram(chat);
            return await db.SaveChangesAsync();
        });
        return chat;
    }

    private async Task<(byte[] Key, IReadOnlyList<string> Recovery)> EnableSecondFactorAsync()
    {
        _app.User.StaffId = _person;
        var begun = await _app.RunAsync((IStaffProfileAppService x) => x.BeginSecondFactorAsync(default));
        var key = FromBase32(begun.Key.Replace(" ", "", StringComparison.Ordinal));
        await Should.ThrowAsync<InputValidationException>(() => _app.RunAsync((IStaffProfileAppService x) => x.EnableSecondFactorAsync("000000x", default)));
        var codes = await _app.RunAsync((IStaffProfileAppService x) => x.EnableSecondFactorAsync(TotpCode.At(key, _app.Clock.Now), default));
        _app.User.StaffId = null;
        return (key, codes);
    }

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(x => x.Length == 8).Select(x => Convert.ToByte(new string(x), 2))];
    }

    private sealed class Links : ISignInLinks
    {
        public string For(string code) => $"https://bot.test/{code}";
    }
}

public sealed class StaffSignIn_OnSqlite_Tests(SqliteDatabase database) : StaffSignIn_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class StaffSignIn_OnPostgreSql_Tests(PostgreSqlDatabase database) : StaffSignIn_Tests(database), IClassFixture<PostgreSqlDatabase>;

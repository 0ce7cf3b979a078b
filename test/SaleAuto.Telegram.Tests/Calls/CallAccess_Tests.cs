using Microsoft.EntityFrameworkCore;
using SaleAuto.Clients;
using SaleAuto.Demo;
using SaleAuto.Leads;
using SaleAuto.Messages;
using SaleAuto.Permissions;
using SaleAuto.Staff;
using SaleAuto.Telegram;

namespace SaleAuto.Calls;

public abstract class CallAccess_Tests(TestDatabase database) : ManagerChats(database)
{
    private const string Forbidden = "У вас нет доступа к этому действию. Если он нужен, попросите администратора.";

    private static readonly (string Action, string? Argument)[] Everything =
    [
        (CallActions.Queue, null), (BotActionNames.OpenCall, null), (BotActionNames.TakeCall, null), (CallActions.Release, null),
        (CallActions.Plan, null), (CallActions.Result, "lost"), (LeadActions.Find, null), (LeadActions.Open, null),
    ];

    [Fact]
    public async Task Should_Show_Nothing_To_A_Seller_And_Do_Nothing()
    {
        Seller.Send("/menu");
        Seller.Buttons.ShouldNotContain("📞 Мои звонки");
        Seller.Buttons.ShouldNotContain("🔎 Найти заявку");
        Seller.Send("/calls").ShouldBe(Forbidden);
        Seller.Send($"/find {Phone}").ShouldBe(Forbidden);

        foreach (var (action, argument) in Everything)
        {
            Act(Seller, action, action == LeadActions.Open ? Lead.Id : Call.Id, argument).ShouldBe(Forbidden);
        }
        await ShouldBeUntouchedAsync();
    }

    [Fact]
    public async Task Should_Know_Nobody_In_A_Chat_That_Is_Not_Linked()
    {
        var stranger = World.User(77_777);
        stranger.Send("/calls").ShouldStartWith("Этот бот — для сотрудников.");

        foreach (var (action, argument) in Everything)
        {
            Act(stranger, action, Call.Id, argument).ShouldStartWith("Этот бот — для сотрудников.");
        }
        await ShouldBeUntouchedAsync();
    }

    [Fact]
    public async Task Should_Know_A_Disabled_Manager_No_More_Even_In_The_Middle_Of_A_Result()
    {
        Take(Colleague);
        Colleague.Press(Name(CallOutcome.SoldToCompetitor));
        var staffId = DemoStaff.IdOf("manager2");
        await World.App.RunAsync((IStaffAccountAppService accounts) => accounts.DisableAsync(staffId, default));
        try
        {
            Colleague.Press("Без заметки").ShouldStartWith("Этот бот — для сотрудников.");
            Colleague.Send("/now").ShouldStartWith("Этот бот — для сотрудников.");
            (await AttemptsAsync()).ShouldBeEmpty();
        }
        finally
        {
            await World.App.RunAsync((IStaffAccountAppService accounts) => accounts.EnableAsync(staffId, default));
        }
    }

    [Fact]
    public async Task Should_End_What_Was_Begun_When_The_Permission_Is_Taken_Away()
    {
        Take(Colleague);
        Colleague.Press(Name(CallOutcome.Busy));
        Colleague.Press("Через час").ShouldContain("Заметка для коллег?");
        using var _ = await DenyAsync("manager2", CallPermissions.Work);

        Colleague.Press("Без заметки").ShouldBe(Forbidden);
        Colleague.Send("/now").ShouldBe(Forbidden);
        Colleague.Send("/menu");
        Colleague.Buttons.ShouldNotContain("📞 Мои звонки");
        (await AttemptsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Hide_The_Phone_From_Whoever_May_Not_See_Phones()
    {
        using var _ = await DenyAsync("manager2", ClientPermissions.Phone);

        Take(Colleague);

        Colleague.Last.Text.ShouldNotContain(Phone);
        Colleague.Last.Text.ShouldContain("Телефон скрыт");
        Colleague.Send($"/find {Phone}").ShouldBe(Forbidden);
        Colleague.Send($"/find {Phone[^7..]}").ShouldStartWith("По «");
        Colleague.Send($"/find {Lead.Number}").ShouldContain("Телефон скрыт");
    }

    [Fact]
    public void Should_Let_An_Owner_Search_But_Not_Call()
    {
        var owner = World.User(3001);

        owner.Send("/menu");
        owner.Buttons.ShouldContain("🔎 Найти заявку");
        owner.Buttons.ShouldNotContain("📞 Мои звонки");
        owner.Send($"/find {Phone}").ShouldContain(Lead.Number);
        owner.Buttons.ShouldNotContain("☎ Открыть звонок");
    }

    private async Task ShouldBeUntouchedAsync()
    {
        (await CallOfAsync(Lead.Id)).Status.ShouldBe(CallTaskStatus.Pending);
        (await LeadAsync(Lead.Id)).Status.ShouldBe(LeadStatus.New);
        (await AttemptsAsync()).ShouldBeEmpty();
    }

    private async Task<Allowed> DenyAsync(string userName, string permission)
    {
        await SetAsync(userName, permission, PermissionState.Denied);
        return new Allowed(() => SetAsync(userName, permission, PermissionState.NotSet));
    }

    private Task SetAsync(string userName, string permission, PermissionState state) => World.App.RunAsync((IPermissionAppService permissions) =>
        permissions.SetAsync(new PermissionHolder(PermissionHolderKind.Staff, DemoStaff.IdOf(userName)), [new PermissionChangeInput(permission, state)], default));

    /// <summary>The other tests of the database find the permission as it was.</summary>
    private sealed class Allowed(Func<Task> giveBack) : IDisposable
    {
        public void Dispose() => giveBack().GetAwaiter().GetResult();
    }
}

public sealed class CallAccess_OnSqlite_Tests(SqliteDatabase database) : CallAccess_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class CallAccess_OnPostgreSql_Tests(PostgreSqlDatabase database) : CallAccess_Tests(database), IClassFixture<PostgreSqlDatabase>;

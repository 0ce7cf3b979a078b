using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Calls;
using SaleAuto.Clients;
using SaleAuto.Demo;
using SaleAuto.Errors;
using SaleAuto.Messages;
using SaleAuto.Repositories;
using SaleAuto.Staff;
using SaleAuto.Valuations;

namespace SaleAuto.Leads;

public abstract class StaffLeadAppService_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly CountedCommands _commands = new();
    private TestApplication _app = null!;

    public async Task InitializeAsync()
    {
        _app = new TestApplication(database, services =>
            services.ConfigureDbContext<SaleAutoDbContext>(options => options.AddInterceptors(_commands)));
        await _app.RunAsync((DatabaseMigrator migrator) => migrator.MigrateAsync(withDemo: true, default));
        _app.User.StaffId = DemoStaff.IdOf("manager");
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Refuse_Whoever_Is_Not_Signed_In()
    {
        _app.User.StaffId = null;
        _app.User.ClientId = DemoIds.Of("client:won-camry");

        var refusal = await Should.ThrowAsync<AuthorizationException>(GetCallsAsync);

        refusal.Permission.ShouldBeNull();
        await Should.ThrowAsync<AuthorizationException>(() => GetPageAsync(new()));
        await Should.ThrowAsync<AuthorizationException>(() => GetAsync("won-camry"));
    }

    [Fact]
    public async Task Should_Refuse_Sellers()
    {
        _app.User.StaffId = DemoStaff.IdOf("seller");

        var refusal = await Should.ThrowAsync<AuthorizationException>(GetCallsAsync);

        refusal.Permission.ShouldBe(LeadPermissions.Default);
        await Should.ThrowAsync<AuthorizationException>(() => GetPageAsync(new()));
        await Should.ThrowAsync<AuthorizationException>(() => GetAsync("won-camry"));
    }

    [Fact]
    public async Task Should_Refuse_A_Client_Whose_Id_Is_Taken_For_A_Staff_Id()
    {
        _app.User.StaffId = DemoIds.Of("client:won-camry");

        await Should.ThrowAsync<AuthorizationException>(GetCallsAsync);
    }

    [Fact]
    public async Task Should_Refuse_A_Disabled_Manager_At_Once()
    {
        var leaver = Guid.CreateVersion7();
        await _app.RunAsync(async (Microsoft.AspNetCore.Identity.UserManager<StaffMember> accounts) =>
        {
            var staff = new StaffMember(leaver, $"leaver-{leaver:N}", "Кто Уволился");
            await accounts.CreateAsync(staff, DemoStaff.Password);
            await accounts.AddToRoleAsync(staff, StaffRoles.Manager);
        });
        _app.User.StaffId = leaver;
        (await GetCallsAsync()).Calls.ShouldNotBeEmpty();

        await _app.RunAsync(async (SaleAutoDbContext db) =>
        {
            (await db.Users.SingleAsync(x => x.Id == leaver)).Disable();
            await db.SaveChangesAsync();
        });

        await Should.ThrowAsync<AuthorizationException>(GetCallsAsync);
    }

    [Theory]
    [InlineData("manager2")]
    [InlineData("owner")]
    [InlineData("admin")]
    public async Task Should_Let_Managers_Owners_And_Administrators_See(string userName)
    {
        _app.User.StaffId = DemoStaff.IdOf(userName);

        (await GetPageAsync(new())).Leads.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Should_List_Open_Calls_Soonest_First_With_Their_Lead()
    {
        var list = await GetCallsAsync();

        list.Calls.Select(x => x.DueAt).ShouldBeInOrder();
        var overdue = list.Calls.Single(x => x.Lead.Id == DemoIds.Of("lead:new-overdue"));
        overdue.IsOverdue.ShouldBeTrue();
        overdue.Lead.ValuationStatus.ShouldBe(ValuationStatus.Manual);
        var dueSoon = list.Calls.Single(x => x.Lead.Id == DemoIds.Of("lead:new-manual"));
        (dueSoon.DueAt - list.Now).ShouldBe(TimeSpan.FromMinutes(3));
        dueSoon.IsOverdue.ShouldBeFalse();
        var taken = list.Calls.Single(x => x.Lead.Id == DemoIds.Of("lead:work-duster"));
        taken.Status.ShouldBe(CallTaskStatus.InProgress);
        taken.ManagerName.ShouldBe("Марина Соколова");
        taken.Lead.ExpectedPrice.ShouldBe(1_150_000m);
        taken.Lead.OfferLow.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("8 900 000 00 07")]
    [InlineData("о540ак750")]
    [InlineData("O540AK750")]
    public async Task Should_Find_Leads_In_Any_Spelling(string text)
    {
        var page = await GetPageAsync(new() { Search = text });

        page.Leads.Select(x => x.Id).ShouldBe([DemoIds.Of("lead:closed-duplicate"), DemoIds.Of("lead:recall-focus")]);
    }

    [Fact]
    public async Task Should_Find_By_Number_And_By_The_End_Of_The_Phone()
    {
        var number = (await GetAsync("planned-rio")).Lead.Number;

        (await GetPageAsync(new() { Search = number.ToLowerInvariant() })).Leads.ShouldHaveSingleItem().Number.ShouldBe(number);
        (await GetPageAsync(new() { Search = "00 12" })).Leads.ShouldContain(x => x.Id == DemoIds.Of("lead:new-overdue"));
        (await GetPageAsync(new() { Search = "никто" })).Leads.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Filter_By_Status()
    {
        var page = await GetPageAsync(new() { Status = LeadStatus.Won });

        page.Leads.Count.ShouldBe(2);
        page.Leads.ShouldAllBe(x => x.Status == LeadStatus.Won);
    }

    [Fact]
    public async Task Should_Page_Through_All_Leads_Once_Even_When_They_Came_At_The_Same_Moment()
    {
        await AddDraftsAsync(40);
        var seen = new List<Guid>();

        string? before = null;
        do
        {
            var page = await GetPageAsync(new() { Before = before });
            page.Leads.Count.ShouldBeLessThanOrEqualTo(25);
            seen.AddRange(page.Leads.Select(x => x.Id));
            before = page.Next;
        }
        while (before is not null);

        var all = await _app.InDatabaseAsync(db => db.Set<Lead>().Select(x => x.Id).ToListAsync());
        seen.Count.ShouldBe(all.Count);
        seen.ToHashSet().SetEquals(all).ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("99999999999999999999-00000000000000000000000000000000")]
    [InlineData("9223372036854775807-00000000000000000000000000000000")]
    public async Task Should_Show_The_First_Page_For_A_Mistyped_Address(string before) =>
        (await GetPageAsync(new() { Before = before })).Leads.ShouldNotBeEmpty();

    [Fact]
    public async Task Should_Read_A_Page_With_The_Same_Number_Of_Commands_Whatever_Its_Length()
    {
        await GetPageAsync(new()); // settings and plans are cached now

        var one = await CountAsync(() => GetPageAsync(new() { Search = "8 900 000 00 16" }));
        var many = await CountAsync(() => GetPageAsync(new()));
        var calls = await CountAsync(() => GetCallsAsync());

        one.ShouldBe(1); // the rows: the permission is known
        many.ShouldBe(1);
        calls.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Show_Everything_About_A_Lead()
    {
        var lost = await GetAsync("lost-solaris");

        lost.Lead.Status.ShouldBe(LeadStatus.Lost);
        lost.Calls.Select(x => x.Outcome).ShouldBe([CallOutcome.Thinking, CallOutcome.SoldToCompetitor]);
        lost.Calls.ShouldAllBe(x => x.ManagerName == "Марина Соколова");
        lost.History[0].Kind.ShouldBe(LeadHistoryKind.Created);
        lost.History.ShouldContain(x => x.Actor == StaffHistoryActor.Client && x.Kind == LeadHistoryKind.Opinion);
        lost.History[^1].To.ShouldBe(LeadStatus.Lost);
        lost.History[^1].StaffName.ShouldBe("Марина Соколова");
        lost.Consents.ShouldHaveSingleItem().Kind.ShouldBe(ConsentKind.PersonalData);
        var evidence = lost.Valuation!.Evidence!;
        evidence.Used.Count.ShouldBe(lost.Valuation.SampleSize!.Value);
        evidence.Used.ShouldAllBe(x => x.AdjustedPrice > 0 && x.DroppedBecause == null);
        evidence.Dropped.Select(x => x.DroppedBecause).ShouldContain("outlier");
        (lost.Valuation.MarketLow <= lost.Valuation.MarketMedian && lost.Valuation.MarketMedian <= lost.Valuation.MarketHigh).ShouldBeTrue();
        (lost.Lead.OfferHigh < lost.Valuation.MarketHigh).ShouldBeTrue();
    }

    [Fact]
    public async Task Should_Show_What_Became_Of_The_Messages_About_A_Lead()
    {
        var leadId = DemoIds.Of("lead:won-octavia");
        var draft = new MessageDraft { Channel = MessageChannel.Telegram, Recipient = "1001", Text = "text", DeduplicationKey = $"test:{Guid.NewGuid()}", LeadId = leadId };
        await _app.RunAsync(async (SaleAutoDbContext db) =>
        {
            db.Add(new OutgoingMessage(Guid.CreateVersion7(), draft, "{}", _app.Clock.Now, _app.Clock.Now));
            await db.SaveChangesAsync();
        });

        var message = (await GetAsync("won-octavia")).Messages.ShouldHaveSingleItem();

        message.Recipient.ShouldBe("1001");
        message.Status.ShouldBe(MessageStatus.Pending);
        (await GetAsync("won-camry")).Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Name_The_Lead_That_A_Duplicate_Joined()
    {
        var duplicate = await GetAsync("closed-duplicate");

        duplicate.JoinedLeadId.ShouldBe(DemoIds.Of("lead:recall-focus"));
        duplicate.JoinedLeadNumber.ShouldBe((await GetAsync("recall-focus")).Lead.Number);
        duplicate.Lead.CloseReason.ShouldBe(LeadCloseReason.Duplicate);
    }

    [Fact]
    public async Task Should_Say_That_There_Is_No_Such_Lead() =>
        await Should.ThrowAsync<EntityNotFoundException>(() => GetAsync("nobody"));

    private Task<StaffCallListDto> GetCallsAsync() =>
        _app.RunAsync((IStaffLeadAppService leads) => leads.GetOpenCallsAsync(default));

    private Task<StaffLeadPageDto> GetPageAsync(StaffLeadListInput input) =>
        _app.RunAsync((IStaffLeadAppService leads) => leads.GetListAsync(input, default));

    private Task<StaffLeadDetailsDto> GetAsync(string demoName) =>
        _app.RunAsync((IStaffLeadAppService leads) => leads.GetAsync(DemoIds.Of($"lead:{demoName}"), default));

    private async Task AddDraftsAsync(int count)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var leads = scope.ServiceProvider.GetRequiredService<LeadManager>();
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().ExecuteAsync(
            async token =>
            {
                for (var i = 0; i < count; i++)
                {
                    await leads.DraftAsync(LeadKind.CallRequest, PhoneNumber.Parse("+79000009999"), null, new LeadDetails(), _app.Clock.Now, token);
                }
                return count;
            },
            default);
    }

    private async Task<int> CountAsync(Func<Task> action)
    {
        _commands.Count = 0;
        await action();
        return _commands.Count;
    }

    private sealed class CountedCommands : DbCommandInterceptor
    {
        public int Count { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Count++;
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}

public sealed class StaffLeadAppService_OnSqlite_Tests(SqliteDatabase database) : StaffLeadAppService_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class StaffLeadAppService_OnPostgreSql_Tests(PostgreSqlDatabase database) : StaffLeadAppService_Tests(database), IClassFixture<PostgreSqlDatabase>;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Calls;
using SaleAuto.Demo;
using SaleAuto.Errors;
using SaleAuto.Messages;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Deals;

public abstract class Reassignment_Tests(TestDatabase database) : IAsyncLifetime
{
    private static readonly DealReasonInput Ill = new() { Reason = "Заболел" };
    private static readonly Guid Seller3 = DemoStaff.IdOf("seller3");

    private readonly TestApplication _app = new(database, services => services.AddScoped<LeadCreation>());

    public Task InitializeAsync() => _app.TakeDemoAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Go_To_The_First_Who_Takes_It_And_Name_Him_To_The_Others()
    {
        var (deal, request) = await RequestAsync();

        var outcomes = await Race.RunAsync(6, async i =>
        {
            await _app.AskAsync(i % 2 == 0 ? Seller2 : Seller3, x => x.AcceptAsync(request, default));
            return i % 2;
        });

        var winner = outcomes.Where(x => x.Failure is null).Select(x => x.Result).Distinct().Single();
        outcomes.Count(x => x.Failure is null).ShouldBe(3); // double presses of the winner are no faults
        var late = outcomes.Select(x => x.Failure).OfType<BusinessException>().ToList();
        late.Count.ShouldBe(3);
        late.ShouldAllBe(x => x.Code == SaleAutoErrorCodes.Deals.TakenBy && Equals(x.Values["Seller"], winner == 0 ? "Руслан Агеев" : "Тимур Алиев"));
        var row = await _app.DealAsync(deal);
        (row.SellerId, row.Status).ShouldBe((winner == 0 ? Seller2 : Seller3, DealStatus.Assigned));
        (await _app.ToldAsync(deal)).Where(x => x.StartsWith("reassignment-taken")).ShouldBe(["reassignment-taken 2001", winner == 0 ? "reassignment-taken 2003" : "reassignment-taken 2002"]);
        await Should.ThrowAsync<EntityNotFoundException>(() => _app.SeeAsync(Seller, deal)); // it is no longer the first seller's
    }

    [Fact]
    public async Task Should_Stay_With_The_First_Seller_Until_Somebody_Takes_It()
    {
        var (deal, request) = await RequestAsync();

        (await _app.ByAsync(Seller, (ISellerDealAppService x) => x.RequestReassignmentAsync(deal, Ill, default))).ShouldBe(request); // a second press
        (await _app.SeeAsync(Seller, deal)).ReassignmentId.ShouldBe(request);
        await _app.ByAsync(Seller, x => x.WithdrawReassignmentAsync(deal, default));
        await _app.ByAsync(Seller, x => x.WithdrawReassignmentAsync(deal, default));

        var row = await _app.DealAsync(deal);
        (row.SellerId, row.Status).ShouldBe((Seller, DealStatus.Accepted));
        (await Should.ThrowAsync<BusinessException>(() => _app.AskAsync(Seller2, x => x.AcceptAsync(request, default)))).Code.ShouldBe(SaleAutoErrorCodes.Deals.RequestClosed);
    }

    [Fact]
    public async Task Should_Either_Be_Withdrawn_Or_Taken_When_Both_Happen_At_Once()
    {
        for (var i = 0; i < 5; i++)
        {
            var (deal, request) = await RequestAsync();
            await Race.RunAsync(2, async who =>
            {
                await (who == 0 ? _app.ByAsync(Seller, x => x.WithdrawReassignmentAsync(deal, default)) : _app.AskAsync(Seller2, x => x.AcceptAsync(request, default)));
                return who;
            });

            var row = await _app.DealAsync(deal);
            var status = await _app.InDatabaseAsync(db => db.Set<ReassignmentRequest>().Where(x => x.Id == request).Select(x => x.Status).SingleAsync());
            (row.SellerId, row.Status, status).ShouldBeOneOf((Seller, DealStatus.Accepted, ReassignmentStatus.Withdrawn), (Seller2, DealStatus.Assigned, ReassignmentStatus.Accepted));
        }
    }

    [Fact]
    public async Task Should_Tell_The_Busy_So_And_Refuse_Them_With_Their_Deal()
    {
        var day = DealWorld.NextDay();
        var own = await _app.PlanDealAsync(Seller2, day);
        var (deal, request) = await RequestAsync(day);

        var refusal = await Should.ThrowAsync<BusinessException>(() => _app.AskAsync(Seller2, x => x.AcceptAsync(request, default)));

        (refusal.Code, refusal.Values["DealId"]).ShouldBe((SaleAutoErrorCodes.Deals.SellerBusy, own));
        var messages = await _app.InDatabaseAsync(db => db.Set<OutgoingMessage>().Where(x => x.DeduplicationKey.StartsWith($"reassignment:{request}")).ToDictionaryAsync(x => x.Recipient, x => x.Text!));
        messages.Keys.Order().ShouldBe(["2002", "2003"]);
        messages["2002"].ShouldContain("заняты");
        messages["2003"].ShouldContain("Заболел");
        (await _app.DealAsync(deal)).SellerId.ShouldBe(Seller);
    }

    [Fact]
    public async Task Should_Ask_The_Others_Again_When_The_Meeting_Is_Moved()
    {
        var day = DealWorld.NextDay();
        await _app.PlanDealAsync(Seller2, day);
        var (deal, request) = await RequestAsync(day);

        await _app.ByAsync(Manager, async (IDealAppService x) =>
        {
            await x.RescheduleAsync(deal, Meeting(_app, Seller, day, 17), default);
            return true;
        });

        var messages = await _app.InDatabaseAsync(db => db.Set<OutgoingMessage>().Where(x => x.DeduplicationKey.StartsWith($"reassignment-moved:{request}")).ToDictionaryAsync(x => x.Recipient, x => x.Text!));
        messages.Keys.Order().ShouldBe(["2002", "2003"]);
        messages["2002"].ShouldContain("17:00"); // busy at the old time, free at the new one
        messages["2002"].ShouldNotContain("заняты");
    }

    [Fact]
    public async Task Should_Let_Colleagues_Vote_And_Comment_But_Nobody_Else()
    {
        var (_, request) = await RequestAsync();

        await _app.AskAsync(Seller2, x => x.VoteAsync(request, ReassignmentVote.NotConvincing, default));
        await _app.AskAsync(Seller2, x => x.VoteAsync(request, ReassignmentVote.Understood, default));
        await _app.AskAsync(Seller3, x => x.VoteAsync(request, ReassignmentVote.NotConvincing, default));
        await _app.AskAsync(Seller3, x => x.CommentAsync(request, new CommentOnReassignmentInput { Text = "Опять?", Key = "c1" }, default));
        await _app.AskAsync(Seller3, x => x.CommentAsync(request, new CommentOnReassignmentInput { Text = "Опять?", Key = "c1" }, default));

        var seen = await _app.ByAsync(Seller2, (IReassignmentAppService x) => x.GetAsync(request, default));
        (seen.Understood, seen.NotConvincing, seen.MyVote, seen.CanAccept).ShouldBe((1, 1, ReassignmentVote.Understood, true));
        seen.Comments.Select(x => (x.AuthorName, x.Text)).ShouldBe([("Тимур Алиев", "Опять?")]);
        (await Should.ThrowAsync<BusinessException>(() => _app.AskAsync(Seller, x => x.VoteAsync(request, ReassignmentVote.Understood, default)))).Code.ShouldBe(SaleAutoErrorCodes.Deals.OwnRequest);
        (await Should.ThrowAsync<BusinessException>(() => _app.AskAsync(Seller, x => x.AcceptAsync(request, default)))).Code.ShouldBe(SaleAutoErrorCodes.Deals.OwnRequest);
        await Should.ThrowAsync<AuthorizationException>(() => _app.AskAsync(Manager, x => x.AcceptAsync(request, default)));
        (await _app.ByAsync(Seller3, (IReassignmentAppService x) => x.GetOpenAsync(default))).ShouldContain(x => x.Id == request && !x.IsOwn);
    }

    [Fact]
    public async Task Should_Raise_Each_Alarm_Once_However_Many_Nodes_Look()
    {
        var (deal, request) = await RequestAsync(2);
        await AdvanceAndLookAsync(TimeSpan.FromMinutes(31));
        (await AlarmsAsync(request)).ShouldBe(["1001", "3001"]);

        await AdvanceAndLookAsync(TimeSpan.FromMinutes(31));
        (await AlarmsAsync(request)).Count.ShouldBe(2);
        _app.Clock.Advance((await _app.DealAsync(deal)).StartsAt - _app.Clock.Now - TimeSpan.FromMinutes(179));
        await AdvanceAndLookAsync(TimeSpan.Zero);
        (await AlarmsAsync(request)).ShouldBe(["1001", "1001", "1002", "3001", "3001"]);
        await AdvanceAndLookAsync(TimeSpan.FromMinutes(120));
        (await AlarmsAsync(request)).Count.ShouldBe(8);

        await _app.ByAsync(Seller, x => x.RejectBySellerAsync(deal, Ill, default)); // nobody took it
        (await _app.DealAsync(deal)).Status.ShouldBe(DealStatus.RejectedBySeller);
        (await _app.InDatabaseAsync(db => db.Set<ReassignmentRequest>().SingleAsync(x => x.Id == request))).Status.ShouldBe(ReassignmentStatus.Withdrawn);
    }

    [Fact]
    public async Task Should_End_When_A_Manager_Gives_The_Deal_To_Somebody()
    {
        var (deal, request) = await RequestAsync();

        await _app.ByAsync(Manager, async (IDealAppService x) =>
        {
            await x.ReassignAsync(deal, new ReassignDealInput { SellerId = Seller3, Reason = "Ближе всех" }, default);
            return true;
        });

        var row = await _app.InDatabaseAsync(db => db.Set<ReassignmentRequest>().SingleAsync(x => x.Id == request));
        (row.Status, row.TakenById).ShouldBe((ReassignmentStatus.Accepted, Seller3));
        (await _app.ToldAsync(deal)).Where(x => x.StartsWith("reassignment-taken")).ShouldBe(["reassignment-taken 2002"]);
    }

    private async Task<(Guid Deal, Guid Request)> RequestAsync(int? inDays = null)
    {
        var deal = await _app.PlanDealAsync(Seller, inDays ?? DealWorld.NextDay());
        await _app.ByAsync(Seller, x => x.AcceptAsync(deal, default));
        return (deal, await _app.ByAsync(Seller, (ISellerDealAppService x) => x.RequestReassignmentAsync(deal, Ill, default)));
    }

    private async Task AdvanceAndLookAsync(TimeSpan time)
    {
        _app.Clock.Advance(time);
        var outcomes = await Race.RunAsync(4, async _ =>
        {
            await _app.RunAsync((ReassignmentWorker worker) => worker.RunAsync(default));
            return true;
        });
        outcomes.ShouldAllBe(x => x.Failure == null);
    }

    private async Task<IReadOnlyList<string>> AlarmsAsync(Guid request)
    {
        var key = $"reassignment-alarm:{request:N}";
        return await _app.InDatabaseAsync(db => db.Set<OutgoingMessage>().Where(x => x.DeduplicationKey.StartsWith(key)).OrderBy(x => x.Recipient).Select(x => x.Recipient).ToListAsync());
    }
}

public sealed class Reassignment_OnSqlite_Tests(SqliteDatabase database) : Reassignment_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class Reassignment_OnPostgreSql_Tests(PostgreSqlDatabase database) : Reassignment_Tests(database), IClassFixture<PostgreSqlDatabase>;

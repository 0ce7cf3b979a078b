using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Calls;
using SaleAuto.Deals;
using SaleAuto.Demo;
using SaleAuto.Errors;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Messages;

public abstract class QuietHours_Tests(TestDatabase database) : IAsyncLifetime
{
    private static readonly DealReasonInput Ill = new() { Reason = "Заболел" };
    private static readonly DealReasonInput Drowned = new() { Reason = "Утопленник" };
    private static readonly Guid Seller3 = DemoStaff.IdOf("seller3");

    private readonly TestApplication _app = new(database, services => services.AddScoped<LeadCreation>());

    public Task InitializeAsync() => _app.TakeDemoAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Let_What_Can_Wait_Wait_For_The_Morning()
    {
        SetLocalTime(23);

        var deal = await _app.PlanDealAsync(Seller, DealWorld.NextDay());

        var written = await WrittenAsync(deal);
        written["deal-planned"].ShouldBe([(MorningAfter(), MessagePriority.Normal), (MorningAfter(), MessagePriority.Normal)]); // seller and client
    }

    [Fact]
    public async Task Should_Not_Hold_Back_A_Meeting_Of_The_Early_Morning()
    {
        SetLocalTime(23);

        var deal = await _app.PlanDealAsync(Seller, 1, hour: 9); // whoever hears of it at eight comes too late

        (await WrittenAsync(deal))["deal-planned"].ShouldAllBe(x => x.DueAt == _app.Clock.Now);
    }

    [Fact]
    public async Task Should_Forget_The_News_Of_A_Plan_That_Was_Changed_Before_The_Morning()
    {
        SetLocalTime(23);
        var day = DealWorld.NextDay();
        var deal = await _app.PlanDealAsync(Seller, day);

        await _app.ByAsync(Manager, async (IDealAppService x) =>
        {
            await x.RescheduleAsync(deal, Meeting(_app, Seller, day, 17), default);
            return true;
        });

        var written = await WrittenAsync(deal);
        written["deal-planned"].ShouldBeEmpty();
        written["deal-moved"].Select(x => x.DueAt).ShouldBe([MorningAfter(), MorningAfter()]);
    }

    [Fact]
    public async Task Should_Look_For_Another_Seller_At_Night_And_Overtake_What_Waits()
    {
        SetLocalTime(23);
        var deal = await _app.PlanDealAsync(Seller, DealWorld.NextDay());

        var request = await _app.ByAsync(Seller, (ISellerDealAppService x) => x.RequestReassignmentAsync(deal, Ill, default));
        await _app.ByAsync(Seller, x => x.WithdrawReassignmentAsync(deal, default));

        var written = await WrittenAsync(request);
        written["reassignment"].ShouldBe([(_app.Clock.Now, MessagePriority.Urgent), (_app.Clock.Now, MessagePriority.Urgent)]); // the two others
        written["reassignment-withdrawn"].ShouldBe([(_app.Clock.Now, MessagePriority.Urgent), (_app.Clock.Now, MessagePriority.Urgent)]);
    }

    [Fact]
    public async Task Should_Wait_For_Nothing_By_Day()
    {
        SetLocalTime(12);

        var deal = await _app.PlanDealAsync(Seller, DealWorld.NextDay());

        (await WrittenAsync(deal))["deal-planned"].ShouldAllBe(x => x.DueAt == _app.Clock.Now);
    }

    [Fact]
    public async Task Should_Not_Tell_What_A_Person_Switched_Off_And_Tell_The_Others()
    {
        await SetAsync(Seller2, NotificationTopic.RejectionReasons, isOn: false);
        await SetAsync(Seller2, NotificationTopic.RejectionReasons, isOn: false); // the same twice
        var first = await _app.InspectAsync(Seller, DealWorld.NextDay());
        await _app.ByAsync(Seller, x => x.RejectBySellerAsync(first, Drowned, default));
        await SetAsync(Seller2, NotificationTopic.RejectionReasons, isOn: true);
        var second = await _app.InspectAsync(Seller, DealWorld.NextDay());
        await _app.ByAsync(Seller, x => x.RejectBySellerAsync(second, Drowned, default));

        (await _app.ToldAsync(first)).Where(x => x.StartsWith("deal-refused")).ShouldBe(["deal-refused 2003"]);
        (await _app.ToldAsync(second)).Where(x => x.StartsWith("deal-refused")).ShouldBe(["deal-refused 2002", "deal-refused 2003"]);
    }

    [Fact]
    public async Task Should_Offer_Everybody_The_Messages_Of_Their_Own_Roles_Only()
    {
        (await TopicsAsync(Seller3)).ShouldBe([NotificationTopic.DealsCompleted, NotificationTopic.RejectionReasons, NotificationTopic.Mentions]);
        (await TopicsAsync(Manager2)).ShouldBe([NotificationTopic.DealsCompleted, NotificationTopic.Mentions]);
        (await TopicsAsync(Owner)).ShouldContain(NotificationTopic.DayDigest);

        var refused = await Should.ThrowAsync<InputValidationException>(() => SetAsync(Seller3, NotificationTopic.DayDigest, isOn: false));
        refused.Errors.Single().Code.ShouldBe(SaleAutoErrorCodes.Fields.NotAllowed);
        await Should.ThrowAsync<AuthorizationException>(() => _app.RunAsync((INotificationChoiceAppService x) => x.GetAsync(default))); // nobody is signed in
    }

    private Task<IReadOnlyList<NotificationTopic>> TopicsAsync(Guid staffId) => _app.ByAsync(staffId, async (INotificationChoiceAppService x) =>
        (IReadOnlyList<NotificationTopic>)[.. (await x.GetAsync(default)).Choices.Select(choice => choice.Topic)]);

    private async Task SetAsync(Guid staffId, NotificationTopic topic, bool isOn)
    {
        var choices = await _app.ByAsync(staffId, async (INotificationChoiceAppService x) =>
        {
            await x.SetAsync(topic, isOn, default);
            return (await x.GetAsync(default)).Choices;
        });
        choices.Single(x => x.Topic == topic).IsOn.ShouldBe(isOn);
    }

    // The company's clocks are three hours ahead of UTC.
    private void SetLocalTime(int hour)
    {
        var today = _app.Clock.Now.Date.AddHours(hour - 3);
        _app.Clock.Advance((today < _app.Clock.Now ? today.AddDays(1) : today) - _app.Clock.Now);
    }

    private DateTime MorningAfter() => _app.Clock.Now.Date.AddDays(1).AddHours(8 - 3);

    private async Task<ILookup<string, (DateTime DueAt, MessagePriority Priority)>> WrittenAsync(Guid about)
    {
        var id = about.ToString();
        var messages = await _app.InDatabaseAsync(db => db.Set<OutgoingMessage>().Where(x => x.DeduplicationKey.Contains(id)).ToListAsync());
        return messages.ToLookup(x => x.DeduplicationKey[..x.DeduplicationKey.IndexOf(':')], x => (x.DueAt, x.Channel == MessageChannel.Sms ? MessagePriority.Normal : x.Priority));
    }
}

public sealed class QuietHours_OnSqlite_Tests(SqliteDatabase database) : QuietHours_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class QuietHours_OnPostgreSql_Tests(PostgreSqlDatabase database) : QuietHours_Tests(database), IClassFixture<PostgreSqlDatabase>;

using SaleAuto.Repositories;

namespace SaleAuto.Messages;

public abstract class DeliveryReports_Tests(TestDatabase database)
{
    private const string Sid = "SM1";

    [Fact]
    public async Task Should_Follow_The_Reports_And_Never_Go_Backwards()
    {
        await using var world = await SentAsync();

        await TakeAsync(world, DeliveryState.Sent);
        (await StandsAsync(world)).ShouldBe((MessageStatus.Sent, DeliveryState.Sent, null));
        await TakeAsync(world, DeliveryState.Delivered);
        await TakeAsync(world, DeliveryState.Queued);
        await TakeAsync(world, DeliveryState.Undelivered, "twilio:30003");

        (await StandsAsync(world)).ShouldBe((MessageStatus.Delivered, DeliveryState.Delivered, null));
    }

    [Theory]
    [InlineData(DeliveryState.Undelivered)]
    [InlineData(DeliveryState.Failed)]
    public async Task Should_Show_A_Message_That_Did_Not_Arrive_As_Failed(DeliveryState state)
    {
        await using var world = await SentAsync();

        await TakeAsync(world, state, "twilio:30003");
        await TakeAsync(world, DeliveryState.Sent);

        (await StandsAsync(world)).ShouldBe((MessageStatus.Failed, state, "twilio:30003"));
    }

    [Fact]
    public async Task Should_Take_A_Report_That_Is_Quicker_Than_The_Answer()
    {
        await using var world = await new OutboxWorld(database).EmptyAsync();
        await world.WriteAsync(OutboxWorld.Draft("text"));
        var id = (await world.FindAsync("text")).Id;
        world.Answer = _ =>
        {
            TakeAsync(world, DeliveryState.Delivered, messageId: id).GetAwaiter().GetResult();
            return SendResult.Sent(Sid);
        };

        await world.DispatchAsync();

        (await StandsAsync(world)).ShouldBe((MessageStatus.Delivered, DeliveryState.Delivered, null));
        (await world.FindAsync("text")).ProviderId.ShouldBe(Sid);
    }

    [Fact]
    public async Task Should_Leave_The_Report_Of_An_Earlier_Sending_Alone()
    {
        await using var world = await SentAsync();
        var id = (await world.FindAsync("text")).Id;
        await TakeAsync(world, DeliveryState.Failed, "twilio:30003");
        await world.App.RunAsync<IServiceProvider>(async scope =>
        {
            (await ((IOutgoingMessageRepository)scope.GetService(typeof(IOutgoingMessageRepository))!).GetAsync(id, default)).Resend(world.App.Clock.Now);
            await ((IUnitOfWork)scope.GetService(typeof(IUnitOfWork))!).SaveChangesAsync(default);
        });

        await TakeAsync(world, DeliveryState.Delivered, messageId: id);

        (await StandsAsync(world)).ShouldBe((MessageStatus.Pending, DeliveryState.None, "twilio:30003"));
    }

    [Fact]
    public async Task Should_Not_Know_A_Message_That_Is_Not_Ours()
    {
        await using var world = await SentAsync();

        var isKnown = await world.App.RunAsync<IDeliveryReports, bool>(reports => reports.TakeAsync(
            new DeliveryReport { Channel = MessageChannel.Sms, ProviderId = "SM2", MessageId = Guid.NewGuid(), State = DeliveryState.Delivered }, default));

        isKnown.ShouldBeFalse();
        (await StandsAsync(world)).ShouldBe((MessageStatus.Sent, DeliveryState.None, null));
    }

    private async Task<OutboxWorld> SentAsync()
    {
        var world = await new OutboxWorld(database, _ => SendResult.Sent(Sid)).EmptyAsync();
        await world.WriteAsync(OutboxWorld.Draft("text"));
        await world.DispatchAsync();
        return world;
    }

    private static Task TakeAsync(OutboxWorld world, DeliveryState state, string? error = null, Guid? messageId = null) =>
        world.App.RunAsync<IDeliveryReports, bool>(reports => reports.TakeAsync(
            new DeliveryReport { Channel = MessageChannel.Sms, ProviderId = Sid, MessageId = messageId, State = state, Error = error }, default));

    private static async Task<(MessageStatus, DeliveryState, string?)> StandsAsync(OutboxWorld world)
    {
        var message = await world.FindAsync("text");
        return (message.Status, message.Delivery, message.LastError);
    }
}

public sealed class DeliveryReports_OnSqlite_Tests(SqliteDatabase database) : DeliveryReports_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class DeliveryReports_OnPostgreSql_Tests(PostgreSqlDatabase database) : DeliveryReports_Tests(database), IClassFixture<PostgreSqlDatabase>;

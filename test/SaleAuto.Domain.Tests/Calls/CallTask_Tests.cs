using SaleAuto.Errors;

namespace SaleAuto.Calls;

public class CallTask_Tests
{
    private static readonly DateTime Now = new(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Manager = Guid.CreateVersion7();

    [Fact]
    public void Should_Be_Taken_By_One_Manager_Only()
    {
        var call = Promised();
        call.Take(Manager, Now);

        var refusal = Should.Throw<BusinessException>(() => call.Take(Guid.CreateVersion7(), Now));

        refusal.Code.ShouldBe(SaleAutoErrorCodes.Calls.AlreadyTaken);
        call.ManagerId.ShouldBe(Manager);
    }

    [Fact]
    public void Should_Tell_A_Call_That_Is_Over_From_One_That_A_Colleague_Has()
    {
        var (finished, cancelled) = (Promised(), Promised());
        finished.Take(Manager, Now);
        finished.Finish(CallOutcome.NoAnswer, Now);
        cancelled.Cancel(Now);

        Should.Throw<BusinessException>(() => finished.Take(Manager, Now)).Code.ShouldBe(SaleAutoErrorCodes.Calls.Ended);
        Should.Throw<BusinessException>(() => cancelled.Take(Manager, Now)).Code.ShouldBe(SaleAutoErrorCodes.Calls.Ended);
    }

    [Fact]
    public void Should_Count_A_Double_Click_On_Take_Once()
    {
        var call = Promised();
        call.Take(Manager, Now);

        call.Take(Manager, Now.AddMinutes(1));

        call.TakenAt.ShouldBe(Now);
    }

    [Fact]
    public void Should_Be_Overdue_Only_After_The_Deadline()
    {
        var call = Promised();

        call.IsOverdue(Now.AddMinutes(5)).ShouldBeFalse();
        call.IsOverdue(Now.AddMinutes(5).AddTicks(1)).ShouldBeTrue();
    }

    [Fact]
    public void Should_Stay_A_Miss_After_A_Late_Answer()
    {
        var call = Promised();

        call.Take(Manager, Now.AddMinutes(6));
        call.Finish(CallOutcome.Agreed, Now.AddMinutes(10));

        call.Status.ShouldBe(CallTaskStatus.Succeeded);
        call.IsOverdue(Now.AddDays(1)).ShouldBeTrue();
    }

    [Fact]
    public void Should_Only_Become_Sooner_When_The_Client_Asks_Again()
    {
        var call = Promised();

        call.Hasten(Now.AddMinutes(15));
        call.DueAt.ShouldBe(Now.AddMinutes(5));

        call.Hasten(Now.AddMinutes(2));
        call.DueAt.ShouldBe(Now.AddMinutes(2));
    }

    [Fact]
    public void Should_Refuse_A_Result_Before_Anybody_Took_The_Call() =>
        Should.Throw<BusinessException>(() => Promised().Finish(CallOutcome.NoAnswer, Now)).Code.ShouldBe(SaleAutoErrorCodes.Calls.WrongStatus);

    [Fact]
    public void Should_Stay_A_Miss_When_It_Is_Put_Off_After_The_Deadline()
    {
        var call = Promised();

        call.Reschedule(Now.AddHours(2), Now.AddMinutes(6));

        call.DueAt.ShouldBe(Now.AddHours(2));
        call.IsOverdue(Now.AddMinutes(7)).ShouldBeTrue();
    }

    [Fact]
    public void Should_Wait_For_Anybody_Again_When_Given_Back()
    {
        var call = Promised();
        call.Take(Manager, Now);

        call.Release();
        call.Take(Guid.CreateVersion7(), Now.AddMinutes(6));

        call.IsOverdue(Now.AddMinutes(6)).ShouldBeTrue(); // nobody called in time, whoever held it
    }

    [Fact]
    public void Should_Tell_More_People_The_Later_It_Is()
    {
        var settings = new CallSettings { ReminderMinutes = 10, MostReminders = 3, EscalateToAllMinutes = 5, EscalateToOwnersMinutes = 15 };
        var call = Promised();
        var told = new List<(double Minute, CallReminder Reminder)>();

        for (var minute = 0; minute < 120; minute++)
        {
            if (call.Remind(Now.AddMinutes(minute), settings) is { } reminder)
            {
                told.Add((minute, reminder));
            }
        }

        told.Select(x => x.Minute).ShouldBe([5, 10, 20]); // due after 5 minutes
        told.Select(x => x.Reminder.Now).ShouldBe([CallEscalation.Responsible, CallEscalation.AllManagers, CallEscalation.Owners]);
        call.RemindAt.ShouldBeNull();
    }

    [Fact]
    public void Should_Remind_Nobody_Of_A_Call_That_Somebody_Took()
    {
        var call = Promised();
        call.Take(Manager, Now);

        call.Remind(Now.AddHours(1), new CallSettings()).ShouldBeNull();
    }

    private static CallTask Promised() =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), CallTaskKind.FirstCall, Now, Now.AddMinutes(5));
}

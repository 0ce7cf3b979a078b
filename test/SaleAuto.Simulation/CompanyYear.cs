using SaleAuto.Simulation.Invariants;
using SaleAuto.Simulation.People;

namespace SaleAuto.Simulation;

/// <summary>
/// A year of the company in simulated time: clients, managers, sellers, owners and buyers press what people press, workers run as time goes, messages fail and the power is cut; at the end everything
/// that has to hold is checked against what the people noted.
/// </summary>
public sealed class CompanyYear(SimulationPlan plan, TestDatabase database, Action<string> tell) : IAsyncDisposable
{
    private static readonly DateTime _opensAt = new(2026, 11, 30, 21, 0, 0, DateTimeKind.Utc); // the first minute of December in Moscow

    private readonly Company _company = new(database, plan, _opensAt);
    private readonly List<MonthEnd> _months = [];
    private World _world = null!;

    /// <summary>Lives through it and checks.</summary>
    public async Task<IReadOnlyList<Verdict>> RunAsync()
    {
        var agenda = new Agenda(World.LocalOf(_opensAt).AddMonths(plan.Months).AddHours(-3));
        _world = new World(_company, agenda, plan);
        await _company.OpenAsync();
        PlanClients(agenda);
        PlanOwners(agenda);
        PlanWorkers(agenda);
        while (agenda.TryTakeNext(out var at, out var happens))
        {
            _company.Wait(at);
            await happens();
            await _company.FollowSignalsAsync();
        }
        await EndTheNightAsync();
        tell($"{_world.Leads.Came} requests, {_world.Leads.Calls} calls, {_world.Books.Cars.Count} cars bought, {_world.Books.Sold} sold, {_company.Presses} presses, {_company.Cuts} power cuts, until {_company.Now:u}");
        return [.. await new SalesInvariants(_world, _opensAt).CheckAsync(), .. await new BooksInvariants(_world, _months).CheckAsync()];
    }

    public ValueTask DisposeAsync() => _company.DisposeAsync();

    // Most come by day, some at night.
    private void PlanClients(Agenda agenda)
    {
        var chances = _world.NewChances();
        var days = (int)(agenda.End - _opensAt).TotalDays;
        for (var i = 1; i <= plan.LeadsPerMonth * plan.Months; i++)
        {
            var at = _opensAt.AddDays(chances.Next(days)).AddMinutes(chances.Next(12) == 0 ? chances.Next(1440) : chances.Next(540, 1260));
            var story = new ClientStory(_world, i);
            agenda.UntilEnd(at, story.ComeAsync);
        }
    }

    private void PlanOwners(Agenda agenda)
    {
        var owners = new OwnersStory(_world);
        agenda.At(_opensAt.AddHours(9), owners.OpenAsync);
        for (var at = _opensAt.AddDays(7).AddHours(10); at < agenda.End; at = at.AddDays(7))
        {
            agenda.UntilEnd(at, owners.LookAfterSellersAsync);
        }
        for (var month = 1; month <= plan.Months; month++)
        {
            var next = World.LocalOf(_opensAt).AddMonths(month);
            var lastDay = DateOnly.FromDateTime(next).AddDays(-1);
            agenda.UntilEnd(next.AddHours(-3).AddDays(-1).AddHours(15), owners.PayTheMonthAsync);
            agenda.UntilEnd(next.AddHours(-3).AddDays(-3).AddHours(12), owners.PayOutAsync);
            if (month % 2 == 1)
            {
                agenda.UntilEnd(next.AddHours(-3).AddDays(-16).AddHours(11), owners.ChangePolicyAsync);
            }
            agenda.At(next.AddHours(-3), () => LookAtTheMonthAsync(lastDay));
            agenda.At(next.AddHours(-3).AddDays(2).AddHours(11), () => owners.CloseMonthAsync(lastDay));
        }
    }

    private async Task LookAtTheMonthAsync(DateOnly lastDay)
    {
        _months.Add(await MonthEnd.LookAsync(_world, lastDay));
        await _company.TidyAsync();
        tell($"{lastDay}: {_world.Leads.Calls} calls, {_world.Books.Cars.Count} cars bought, {_world.Books.Sold} sold, {_company.Cuts} power cuts");
    }

    // Often by day, seldom at night and when all that is left are promises.
    private void PlanWorkers(Agenda agenda)
    {
        var lastLook = agenda.End.AddDays(20);
        agenda.At(_opensAt, LookAsync);

        async Task LookAsync()
        {
            await _company.WorkAsync();
            var isBusy = World.LocalOf(_company.Now).Hour is >= 8 and < 22 && _company.Now < agenda.End;
            var next = _company.Now.AddMinutes(isBusy ? plan.MinutesBetweenLooks : 120);
            if (next < lastLook)
            {
                agenda.At(next, LookAsync);
            }
        }
    }

    // Retries and messages that waited for the morning.
    private async Task EndTheNightAsync()
    {
        for (var look = 0; look < 20; look++)
        {
            _company.Wait(_company.Now.AddHours(1));
            await _company.WorkAsync();
        }
    }
}

using Microsoft.EntityFrameworkCore;
using SaleAuto.Cars;
using SaleAuto.Deals;
using SaleAuto.Leads;
using SaleAuto.Messages;
using SaleAuto.Reports;
using SaleAuto.Simulation.Records;

namespace SaleAuto.Simulation.Invariants;

/// <summary>Requests, calls, meetings, messages and reports.</summary>
public sealed class SalesInvariants(World world, DateTime from)
{
    public async Task<IReadOnlyList<Verdict>> CheckAsync() =>
    [
        await NextActionsAsync(),
        await CallsAsync(),
        await MessagesAsync(),
        await SentOnceAsync(),
        await PurchasesAsync(),
        .. await FunnelAsync(),
        .. await DaysAsync(),
        new("of two at the same moment one goes through", $"{world.Races} races", world.BrokenRaces),
    ];

    private async Task<Verdict> NextActionsAsync()
    {
        var open = await world.Company.LookAsync(db => db.Set<Lead>().CountAsync(x => x.Status != LeadStatus.Draft && x.Status != LeadStatus.Won && x.Status != LeadStatus.Lost && x.Status != LeadStatus.Closed));
        var without = await world.Company.AskAsync((ISimilarLeadQuery x) => x.CountWithoutNextActionAsync(world.Now, default));
        return new Verdict("no open lead without a next action", $"{open} open, {without} without", without == 0 ? [] : [$"{without} leads"]);
    }

    private async Task<Verdict> CallsAsync()
    {
        var made = await world.Company.LookAsync(db => db.Set<Calls.CallAttempt>().CountAsync());
        return Verdict.Same("calls recorded", world.Leads.Calls, made);
    }

    // At the end nothing waits but what is due later.
    private async Task<Verdict> MessagesAsync()
    {
        var all = await world.Company.LookAsync(db => db.Set<OutgoingMessage>().AsNoTracking().Select(x => new { x.Id, x.Status, x.LastError, x.DueAt }).ToListAsync());
        var states = string.Join(", ", all.GroupBy(x => x.Status).OrderBy(x => x.Key).Select(x => $"{x.Key} {x.Count()}"));
        return new Verdict(
            "every message was sent or failed visibly",
            states,
            [
                .. all.Where(x => x.Status == MessageStatus.Pending && x.DueAt <= world.Now).Select(x => $"{x.Id} waits since {x.DueAt:u}"),
                .. all.Where(x => x.Status == MessageStatus.Failed && string.IsNullOrEmpty(x.LastError)).Select(x => $"{x.Id} failed without saying why"),
                .. all.Where(x => x.Status is MessageStatus.Sent or MessageStatus.Delivered && !world.Company.Wire.Taken.ContainsKey(x.Id)).Select(x => $"{x.Id} is said to be sent, but nobody took it"),
                .. all.Where(x => x.Status == MessageStatus.Failed && world.Company.Wire.Taken.ContainsKey(x.Id)).Select(x => $"{x.Id} is said to have failed, but was taken"),
                .. world.Company.Wire.Refused.Except(all.Where(x => x.Status == MessageStatus.Failed).Select(x => x.Id)).Select(x => $"{x} was refused, and does not say so"),
            ]);
    }

    // At least once: a message goes twice only where the program ended between the sending and the note of it.
    private Task<Verdict> SentOnceAsync()
    {
        var twice = world.Company.Wire.Taken.Count(x => x.Value > 1);
        const int SideBySide = 24; // messages of a batch that one power cut may meet
        return Task.FromResult(new Verdict(
            "a message goes twice only through a power cut", $"{twice} of {world.Company.Wire.Taken.Count}, {world.Company.Cuts} cuts", twice > world.Company.Cuts * SideBySide ? [$"{twice} went twice"] : []));
    }

    private async Task<Verdict> PurchasesAsync()
    {
        var won = world.Leads.Counted.Count(x => x.End == PlainLeadEnd.Won);
        var (deals, cars, leads) = await world.Company.LookAsync(async db => (
            await db.Set<Deal>().CountAsync(x => x.Status == DealStatus.Completed), await db.Set<Car>().CountAsync(), await db.Set<Lead>().CountAsync(x => x.Status == LeadStatus.Won)));
        return Verdict.Same("requests won, deals completed and cars bought", (won, won, won), (leads, deals, cars));
    }

    private async Task<IReadOnlyList<Verdict>> FunnelAsync()
    {
        var input = new SalesReportInput { From = World.DayOf(from), To = World.DayOf(world.Now) };
        var report = await world.Company.ByAsync(Team.Owners[0].Id, (ISalesReportAppService x) => x.GetAsync(input, default));
        var (told, noted) = (report.Funnel, world.Leads.Counted);
        return
        [
            Verdict.Same("funnel: confirmed", noted.Count, told.Confirmed),
            Verdict.Same("funnel: called", noted.Count(x => x.WasCalled), told.Called),
            Verdict.Same("funnel: called late", noted.Count(x => x.WasLate), told.CalledLate),
            Verdict.Same("funnel: meeting planned", noted.Count(x => x.HadMeeting), told.DealPlanned),
            Verdict.Same("funnel: won, lost, closed", (noted.Count(x => x.End == PlainLeadEnd.Won), noted.Count(x => x.End == PlainLeadEnd.Lost), noted.Count(x => x.End == PlainLeadEnd.Closed)), (told.Won, told.Lost, told.Closed)),
            Verdict.Same("sources add up to the funnel", (told.Confirmed, told.Won, told.Lost), (report.Sources.Sum(x => x.Leads), report.Sources.Sum(x => x.Won), report.Sources.Sum(x => x.Lost))),
            Verdict.Same("offered and agreed", (world.Leads.Offered, world.Leads.Agreed), (report.Offers.Sum(x => x.Offered), report.Offers.Sum(x => x.Paid))),
        ];
    }

    private async Task<IReadOnlyList<Verdict>> DaysAsync()
    {
        var to = world.Now.AddDays(1);
        var told = await world.Company.AskAsync((IDayReportQuery x) => x.GetAsync(from, to, to, to.AddDays(1), default));
        return
        [
            Verdict.Same("report of days: cars bought", (world.Books.Cars.Count, world.Leads.BoughtFor), (told.Bought, told.BoughtFor)),
            Verdict.Same("report of days: cars sold", (world.Books.Sold, world.Books.SoldFor), (told.Sold, told.SoldFor)),
            Verdict.Same("report of days: meetings that came to nothing", world.Leads.Rejected, told.Rejected),
        ];
    }
}

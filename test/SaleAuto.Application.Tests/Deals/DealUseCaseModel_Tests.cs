using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Calls;
using SaleAuto.Cars;
using SaleAuto.Demo;
using SaleAuto.Errors;
using SaleAuto.Leads;
using Xunit.Abstractions;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Deals;

/// <summary>
/// Random presses of several people, often at the same moment, over the use cases and a real database. Whatever they press: refusals are refusals, steps make a legal chain,
/// no request for another seller is lost, and money, lead, calls and stock agree with the deal. The seed is printed; <c>SALEAUTO_MODEL_SEED</c> repeats the presses of a run, <c>SALEAUTO_MODEL_SEQUENCES</c> makes it longer.
/// </summary>
public sealed class DealUseCaseModel_Tests(SqliteDatabase database, ITestOutputHelper output) : IClassFixture<SqliteDatabase>, IAsyncLifetime
{
    private const int Rounds = 10;

    private static readonly int Sequences = Environment.GetEnvironmentVariable("SALEAUTO_MODEL_SEQUENCES") is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : 40;

    private static readonly Guid[] Sellers = [Seller, Seller2, DemoStaff.IdOf("seller3")];
    private static readonly DealReasonInput Why = new() { Reason = "Так вышло" };

    private readonly TestApplication _app = new(database, services => services.AddScoped<LeadCreation>());
    private readonly Dictionary<DealStatus, int> _reached = [];

    public Task InitializeAsync() => _app.TakeDemoAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Hold_Under_Random_Presses_Of_Several_People()
    {
        var seed = Environment.GetEnvironmentVariable("SALEAUTO_MODEL_SEED") is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : Random.Shared.Next();
        output.WriteLine($"Seed {seed}");
        for (var i = 0; i < Sequences; i++)
        {
            var random = new Random(unchecked(seed + i));
            _app.Clock.Advance(TimeSpan.FromDays(1)); // no two sequences meet on one day
            var deal = await StartAsync(random, i);
            for (var round = 0; round < Rounds; round++)
            {
                _app.Clock.Advance(TimeSpan.FromMinutes(random.Next(1, 40)));
                var (owner, seen) = await LookAsync(deal);
                var presses = Enumerable.Range(0, random.Next(4) == 0 ? 2 : 1).Select(_ => Pick(random, deal, owner, seen)).ToList();
                var outcomes = await Race.RunAsync(presses.Count, async x =>
                {
                    await presses[x]();
                    return true;
                });
                outcomes.Select(x => x.Failure).ShouldAllBe(x => x == null || x is BusinessException || x is InputValidationException || x is EntityNotFoundException, $"seed {seed}, sequence {i}");
            }
            await CheckAsync(deal, $"seed {seed}, sequence {i}");
        }
        output.WriteLine(string.Join(", ", _reached.OrderBy(x => x.Key).Select(x => $"{x.Key} {x.Value}")));
        _reached.Keys.ShouldContain(DealStatus.Completed, "the presses must get somewhere");
    }

    // Some begin at the end of the inspection, so that papers and money get their share of the presses.
    private async Task<Guid> StartAsync(Random random, int number)
    {
        var seller = Sellers[number % Sellers.Length];
        return random.Next(2) == 0 ? await _app.PlanDealAsync(seller, 2) : await _app.InspectAsync(seller, 2);
    }

    private async Task<(Guid Owner, SellerDealDto Seen)> LookAsync(Guid deal)
    {
        var owner = (await _app.DealAsync(deal)).SellerId;
        return (owner, await _app.SeeAsync(owner, deal));
    }

    private Func<Task> Pick(Random random, Guid deal, Guid owner, SellerDealDto seen)
    {
        var (colleague, key, sum) = (Sellers[random.Next(Sellers.Length)], $"k{random.Next(6)}", random.Next(1, 70) * 1000m);
        return random.Next(10) switch
        {
            0 when seen.ReassignmentId is { } request => () => _app.AskAsync(colleague, x => x.AcceptAsync(request, default)),
            1 => () => LookAroundAsync(),
            2 => () => Press(Enum.GetValues<DealAction>()[random.Next(18)], deal, colleague, seen, key, sum), // out of turn, perhaps not even the own deal
            3 when seen.Status == DealStatus.Inspection => () => AnswerAsync(deal, seen.Price ?? 1, random.Next(3) > 0),
            4 when random.Next(6) == 0 => () => _app.ByAsync(Manager, async (IDealAppService x) =>
            {
                await x.CancelAsync(deal, new CancelDealInput { Reason = "Передумал" }, default);
                return true;
            }),
            _ when seen.Actions.Count > 0 => () => Press(Forward(random, seen), deal, owner, seen, key, sum),
            _ => LookAroundAsync,
        };
    }

    // Refusals are possible but rare: most deals should get on.
    private static DealAction Forward(Random random, SellerDealDto seen)
    {
        var actions = seen.Actions.Where(x => x is not (DealAction.RejectByClient or DealAction.RejectBySeller) || random.Next(20) == 0).ToList();
        return actions.Count == 0 ? seen.Actions[0] : actions[^1] == DealAction.AgreePrice && random.Next(3) == 0 ? DealAction.AgreePrice : actions[random.Next(actions.Count)];
    }

    private async Task Press(DealAction action, Guid deal, Guid seller, SellerDealDto seen, string key, decimal sum) => await (action switch
    {
        DealAction.Accept => _app.ByAsync(seller, x => x.AcceptAsync(deal, default)),
        DealAction.SetOnTheWay => _app.ByAsync(seller, x => x.SetOnTheWayAsync(deal, default)),
        DealAction.BeginInspection => _app.ByAsync(seller, x => x.BeginInspectionAsync(deal, default)),
        DealAction.AddPhoto => _app.AddPhotoAsync(seller, deal, Enum.GetValues<DealShot>()[(int)sum % 8], key),
        DealAction.RecordCar => _app.ByAsync(seller, x => x.RecordCarAsync(deal, new InspectedCarInput { MileageKm = (int)sum, Make = "Kia", Model = "Rio", Year = 2018 }, default)),
        DealAction.AddDefect => _app.ByAsync(seller, x => x.AddDefectAsync(deal, new AddDefectInput { Kind = DefectKind.Engine, EstimatedCost = sum, Key = key }, default)),
        DealAction.ProposeStartPrice => _app.ByAsync(seller, x => x.ProposeStartPriceAsync(deal, sum, default)),
        DealAction.AddPriceLine => _app.ByAsync(seller, x => x.AddPriceLineAsync(
            deal, new AddPriceLineInput { Title = "Мотор", Reason = "Стучит", Amount = sum, IsAddition = sum > 60_000, PhotoId = seen.Photos.FirstOrDefault()?.Id, Key = key }, default)),
        DealAction.AskPriceApproval => _app.ByAsync(seller, x => x.AskPriceApprovalAsync(deal, default)),
        DealAction.AgreePrice => _app.ByAsync(seller, x => x.AgreePriceAsync(deal, new AgreePriceInput { Price = seen.Price ?? 1, ShownLineIds = [.. seen.PriceLines.Select(l => l.Id)] }, default)),
        DealAction.AddDocument or DealAction.SignDocuments => _app.SignAsync(seller, deal),
        DealAction.RecordPayment => _app.PayAsync(seller, deal, (seen.AgreedPrice ?? 1) + (key == "k0" ? 0.01m : 0)),
        DealAction.Complete => _app.ByAsync(seller, x => x.CompleteAsync(deal, default)),
        DealAction.RejectByClient => _app.ByAsync(seller, x => x.RejectByClientAsync(deal, Why, default)),
        DealAction.RejectBySeller => _app.ByAsync(seller, x => x.RejectBySellerAsync(deal, Why, default)),
        DealAction.RequestReassignment => _app.ByAsync(seller, x => x.RequestReassignmentAsync(deal, Why, default)),
        _ => _app.ByAsync(seller, x => x.WithdrawReassignmentAsync(deal, default)),
    });

    private async Task LookAroundAsync()
    {
        await _app.RunAsync((ReassignmentWorker worker) => worker.RunAsync(default));
        await _app.RunAsync((DealReminderWorker worker) => worker.RunAsync(default));
    }

    private Task AnswerAsync(Guid deal, decimal price, bool isGranted) => _app.ByAsync(Owner, async (IPriceApprovalAppService x) =>
    {
        await x.AnswerAsync(deal, new PriceApprovalAnswerInput { Price = price, IsGranted = isGranted }, default);
        return true;
    });

    private async Task CheckAsync(Guid id, string when)
    {
        var deal = await _app.InDatabaseAsync(db => db.Set<Deal>().Include(x => x.PriceLines).Include(x => x.Photos).SingleAsync(x => x.Id == id));
        _reached[deal.Status] = _reached.GetValueOrDefault(deal.Status) + 1;
        var steps = await _app.InDatabaseAsync(db => db.Set<DealTransition>().Where(x => x.DealId == id).OrderBy(x => x.At).ThenBy(x => x.Id).ToListAsync());
        steps.Zip(steps.Skip(1)).ShouldAllBe(x => x.First.To == x.Second.From, $"{when}: steps make a chain");
        steps[^1].To.ShouldBe(deal.Status, when);
        deal.PriceChange.ShouldBe(deal.PriceLines.Sum(x => x.Effect), when);
        deal.Photos.Select(x => x.SourceKey).Distinct().Count().ShouldBe(deal.Photos.Count, when);
        (deal.AgreedPrice is null || deal.AgreedPrice == deal.Price).ShouldBeTrue(when);
        (deal.PaidAmount is null || deal.PaidAmount == deal.AgreedPrice).ShouldBeTrue(when);
        var open = await _app.InDatabaseAsync(db => db.Set<ReassignmentRequest>().CountAsync(x => x.DealId == id && (x.Status == ReassignmentStatus.Open || x.Status == ReassignmentStatus.Escalated)));
        open.ShouldBe(deal.Status == DealStatus.ReassignRequested ? 1 : 0, when);
        var cars = await _app.InDatabaseAsync(db => db.Set<Car>().Where(x => x.DealId == id).Select(x => x.BuyoutPrice).ToListAsync());
        cars.ShouldBe(deal.Status == DealStatus.Completed ? [deal.AgreedPrice!.Value] : [], when);
        var expected = deal.Status switch
        {
            DealStatus.Completed => LeadStatus.Won,
            DealStatus.RejectedByClient or DealStatus.RejectedBySeller => LeadStatus.Recall,
            _ => LeadStatus.DealPlanned,
        };
        (await _app.LeadAsync(deal.LeadId)).Status.ShouldBe(expected, when);
        var calls = await _app.InDatabaseAsync(db => db.Set<CallTask>().CountAsync(x => x.LeadId == deal.LeadId && (x.Status == CallTaskStatus.Pending || x.Status == CallTaskStatus.InProgress)));
        calls.ShouldBe(expected == LeadStatus.Recall ? 1 : 0, when);
    }
}

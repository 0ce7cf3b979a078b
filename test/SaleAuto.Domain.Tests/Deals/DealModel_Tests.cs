using System.Globalization;
using SaleAuto.Errors;
using SaleAuto.Events;
using Xunit.Abstractions;
using static SaleAuto.Deals.SampleDeals;

namespace SaleAuto.Deals;

/// <summary>
/// Random commands of several people against a small model of domain facts 2.3 and 2.4: what the model forbids is refused and changes nothing, what it allows ends where
/// the model says, steps make a chain, money is always equal. The seed is printed; <c>SALEAUTO_MODEL_SEED</c> repeats a run.
/// </summary>
public class DealModel_Tests(ITestOutputHelper output)
{
    private const int Sequences = 3_000;
    private const int Commands = 120;

    [Fact]
    public void Should_Hold_Under_Thousands_Of_Random_Sequences()
    {
        var seed = Environment.GetEnvironmentVariable("SALEAUTO_MODEL_SEED") is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : Random.Shared.Next();
        output.WriteLine($"Seed {seed}");
        var reached = new Dictionary<DealStatus, int>();
        for (var i = 0; i < Sequences; i++)
        {
            var world = new World(new Random(unchecked(seed + i)));
            for (var j = 0; j < Commands; j++)
            {
                try
                {
                    world.Step();
                }
                catch (Exception failure) when (failure is not ModelBrokenException)
                {
                    throw new ModelBrokenException($"Seed {seed}, sequence {i}, after {world.Story}: {failure.Message}", failure);
                }
            }
            reached[world.Deal.Status] = reached.GetValueOrDefault(world.Deal.Status) + 1;
        }
        output.WriteLine(string.Join(", ", reached.OrderBy(x => x.Key).Select(x => $"{x.Key} {x.Value}")));
        foreach (var end in new[] { DealStatus.Completed, DealStatus.RejectedByClient, DealStatus.RejectedBySeller })
        {
            reached.Keys.ShouldContain(end, "every end must be reached, or the commands say little");
        }
    }

    private sealed class ModelBrokenException(string message, Exception inner) : Exception(message, inner);

    private sealed class World
    {
        private readonly Random _random;
        private readonly Guid[] _sellers = [Seller, Guid.CreateVersion7(), Guid.CreateVersion7()];
        private readonly List<ReassignmentRequest> _requests = [];
        private readonly List<string> _story = [];
        private DateTime _now = Now;
        private int _seen; // events that were checked
        private DealStatus? _last; // where the chain of steps stands
        private int _key;

        public World(Random random)
        {
            _random = random;
            Deal = Planned(random.Next(4) == 0 ? null : Offer);
            Check();
        }

        public Deal Deal { get; }

        public string Story => string.Join(" ", _story);

        private ReassignmentRequest? Open => _requests.Find(x => x.IsOpen);

        public void Step()
        {
            _now = _now.AddMinutes(_random.Next(1, 50));
            var (name, act, expected) = Pick();
            _story.Add(name);
            var before = (Deal.Status, Deal.Price, Deal.AgreedPrice, Deal.PaidAmount, Deal.SellerId, Open?.Id);
            if (expected is { } to)
            {
                act();
                Deal.Status.ShouldBe(to, name);
            }
            else
            {
                Should.Throw<BusinessException>(act, name);
                (Deal.Status, Deal.Price, Deal.AgreedPrice, Deal.PaidAmount, Deal.SellerId, Open?.Id).ShouldBe(before, name);
            }
            Check();
        }

        // A command with where it must lead; null where it must be refused. A command that repeats what is done changes nothing.
        private (string Name, Action Act, DealStatus? Expected) Pick()
        {
            var s = Deal.Status;
            switch (_random.Next(24))
            {
                case 0 or 1:
                    return ("accept", () => Deal.Accept(Deal.SellerId, _now), From(DealStatus.Accepted, DealStatus.Assigned, DealStatus.Accepted));
                case 2:
                    return ("drive", () => Deal.SetOnTheWay(Deal.SellerId, _now), From(DealStatus.Accepted, DealStatus.Assigned, DealStatus.Accepted));
                case 3 or 4:
                    return ("inspect", () => Deal.BeginInspection(Deal.SellerId, new InspectedCar(90_000, null, null, "Kia", "Rio", 2018), _now), From(DealStatus.Inspection, DealStatus.Accepted, DealStatus.Inspection));
                case 5 or 6 when Deal.Photos.Count < DealConsts.MaxPhotos - 10:
                    return ("photos", AddShots, From(DealStatus.Inspection, DealStatus.Inspection));
                case 7:
                    var price = _random.Next(200, 900) * 1000m;
                    return ("propose", () => Deal.ProposeStartPrice(price), Deal.OfferHigh is null && price + Deal.PriceChange > 0 ? From(DealStatus.Inspection, DealStatus.Inspection) : null);
                case 8:
                    return Line(_random.Next(1, 90) * 1000);
                case 9 when Deal.PriceLines.Count > 0:
                    return ("unline", () => Deal.RemovePriceLine(Deal.PriceLines[0].Id), s == DealStatus.Inspection && Deal.Price - Deal.PriceLines[0].Effect > 0 ? s : null);
                case 10:
                    return ("ask", () => Deal.AskApproval(Limit, _now), Deal.Price is null ? null : From(DealStatus.Inspection, DealStatus.Inspection));
                case 11:
                    return Answer();
                case 12 or 13:
                    return Agree(Deal.Price ?? 1, Deal.PriceLines.Select(x => x.Id).ToList());
                case 14:
                    return Agree((Deal.Price ?? 1) + 1, Deal.PriceLines.Select(x => x.Id).ToList());
                case 15 or 16:
                    return ("papers", AddPapers, s == DealStatus.PriceAgreed ? s : Deal.Documents.Count > 0 ? s : null);
                case 17:
                    return ("sign", () => Deal.SignDocuments(Deal.SellerId, false, _now), s == DealStatus.PriceAgreed && Deal.Documents.Count == 2 ? DealStatus.DocumentsSigned : s == DealStatus.DocumentsSigned ? s : null);
                case 18:
                    return Pay(_random.Next(3) == 0 ? 0.01m : 0);
                case 19:
                    return ("complete", () => Deal.Complete(Deal.SellerId, _now), From(DealStatus.Completed, DealStatus.Paid, DealStatus.Completed));
                case 20 when _random.Next(8) == 0:
                    return ("client-no", () => RejectByClient(), IsBefore(s) || s == DealStatus.RejectedByClient ? DealStatus.RejectedByClient : null);
                case 21 when _random.Next(4) == 0:
                    return SellerNo();
                case 22:
                    return ("away", Ask, From(DealStatus.ReassignRequested, DealStatus.Assigned, DealStatus.Accepted, DealStatus.ReassignRequested));
                case 23:
                    return Colleague();
                default:
                    return ("alarm", Look, s);
            }
        }

        private DealStatus? From(DealStatus to, params DealStatus[] from) => from.Contains(Deal.Status) ? to : null;

        private static bool IsBefore(DealStatus s) => s is DealStatus.Assigned or DealStatus.Accepted or DealStatus.ReassignRequested or DealStatus.Inspection or DealStatus.PriceAgreed;

        private void AddShots()
        {
            foreach (var shot in Enum.GetValues<DealShot>())
            {
                Deal.AddPhoto(Guid.CreateVersion7(), shot, Guid.CreateVersion7(), $"{shot}{_key++}", null, _now);
            }
        }

        private void AddPapers()
        {
            Deal.AddDocument(Guid.CreateVersion7(), DealDocumentKind.Contract, Guid.CreateVersion7(), "contract", _now);
            Deal.AddDocument(Guid.CreateVersion7(), DealDocumentKind.TransferAct, Guid.CreateVersion7(), "act", _now);
        }

        private (string, Action, DealStatus?) Line(decimal amount)
        {
            var isAddition = _random.Next(4) == 0;
            var effect = isAddition ? amount : -amount;
            var fits = Deal.Status == DealStatus.Inspection && Deal.Photos.Count > 0 && Deal.Price + effect > 0;
            var photo = Deal.Photos.Count > 0 ? Deal.Photos[0].Id : (Guid?)null;
            var facts = new PriceLineFacts { Title = "Мотор", Reason = "Стучит", Amount = amount, IsAddition = isAddition, PhotoId = photo };
            return ($"line{effect}", () => Deal.AddPriceLine(Guid.CreateVersion7(), facts, $"k{_key++}", _now), fits ? DealStatus.Inspection : null);
        }

        private (string, Action, DealStatus?) Answer()
        {
            var isGranted = _random.Next(3) > 0;
            var answer = isGranted ? PriceApproval.Granted : PriceApproval.Refused;
            var fits = Deal.Status == DealStatus.Inspection && (Deal.CurrentApproval == PriceApproval.Asked || Deal.CurrentApproval == answer);
            return ($"answer-{answer}", () => Deal.AnswerApproval(isGranted, Deal.Price ?? 1, Manager, null, _now), fits ? DealStatus.Inspection : null);
        }

        private (string, Action, DealStatus?) Agree(decimal price, IReadOnlyCollection<Guid> lines)
        {
            var isRight = price == Deal.Price && Deal.MissingShots.Count == 0 && (!Deal.NeedsApproval(Limit) || Deal.CurrentApproval == PriceApproval.Granted);
            var expected = Deal.Status == DealStatus.Inspection && isRight ? DealStatus.PriceAgreed
                : Deal.Status == DealStatus.PriceAgreed && price == Deal.AgreedPrice ? DealStatus.PriceAgreed
                : (DealStatus?)null;
            return ("agree", () => Deal.AgreePrice(lines, price, Limit, Deal.SellerId, _now), expected);
        }

        private (string, Action, DealStatus?) Pay(decimal off)
        {
            var amount = (Deal.AgreedPrice ?? 1) + off;
            var expected = off == 0 && Deal.Status is DealStatus.DocumentsSigned ? DealStatus.Paid
                : off == 0 && Deal.Status is DealStatus.Paid or DealStatus.Completed && amount == Deal.PaidAmount ? Deal.Status
                : (DealStatus?)null;
            return ("pay", () => Deal.RecordPayment(amount, PaymentMethod.Cash, PaymentDirection.CompanyToClient, null, Guid.CreateVersion7(), Deal.SellerId, _now), expected);
        }

        private void RejectByClient()
        {
            Deal.RejectByClient(Manager, "Передумал", _now);
            Settle();
        }

        private (string, Action, DealStatus?) SellerNo()
        {
            var nobodyTookIt = Open?.Status == ReassignmentStatus.Escalated;
            var fits = Deal.Status is DealStatus.Inspection or DealStatus.PriceAgreed or DealStatus.RejectedBySeller || (Deal.Status == DealStatus.ReassignRequested && nobodyTookIt);
            return ("seller-no", () =>
            {
                Deal.RejectBySeller(Deal.SellerId, "Гнилая", nobodyTookIt, _now);
                Settle();
            }, fits ? DealStatus.RejectedBySeller : null);
        }

        private void Ask()
        {
            if (Open is not null)
            {
                return; // a second press gives the same request
            }
            Deal.RequestReassignment(Deal.SellerId, "Заболел", _now);
            _requests.Add(new ReassignmentRequest(Guid.CreateVersion7(), Deal, "Заболел", _now));
        }

        // Somebody takes the deal, the seller comes after all, or a manager decides.
        private (string, Action, DealStatus?) Colleague()
        {
            var who = _sellers[_random.Next(_sellers.Length)];
            var last = _requests.Count > 0 ? _requests[^1] : null;
            switch (_random.Next(4))
            {
                case 0:
                    var back = Deal.Status == DealStatus.ReassignRequested ? Deal.StatusBeforeRequest : From(Deal.Status, DealStatus.Assigned, DealStatus.Accepted);
                    return ("come", () =>
                    {
                        Deal.WithdrawReassignment(Deal.SellerId, _now);
                        Settle();
                    }, back);
                case 1 when Deal.SellerId != who:
                    return ("manager", () =>
                    {
                        Deal.Reassign(who, Manager, "Ближе", _now);
                        Settle();
                    }, From(DealStatus.Assigned, DealStatus.Assigned, DealStatus.Accepted, DealStatus.ReassignRequested));
                case not 0 when last is not null:
                    return ("take", () =>
                    {
                        last.Accept(who, _now);
                        Deal.Reassign(who, who, last.Reason, _now);
                        last.TakenById.ShouldBe(who);
                    }, last.IsOpen && who != last.FromSellerId ? DealStatus.Assigned : null);
                default:
                    return ("alarm", Look, Deal.Status);
            }
        }

        private void Look()
        {
            var before = (Open?.Alarms, Deal.Escalation);
            Open?.Look(_now, Deal.StartsAt, new DealSettings());
            Deal.Remind(_now, new DealSettings());
            if (Open is { } open)
            {
                open.Alarms.ShouldBeGreaterThanOrEqualTo(before.Alarms!.Value);
                open.Look(_now, Deal.StartsAt, new DealSettings()).ShouldBeNull("each alarm once");
            }
            ((int)Deal.Escalation).ShouldBeGreaterThanOrEqualTo((int)before.Escalation);
            Deal.Remind(_now, new DealSettings()).ShouldBeNull("each reminder once");
        }

        // As the handler of the moved deal does.
        private void Settle()
        {
            if (Deal.Status != DealStatus.ReassignRequested)
            {
                Open?.Settle(Deal.SellerId, _now);
            }
        }

        private void Check()
        {
            foreach (var moved in ((IHasLocalEvents)Deal).LocalEvents.Skip(_seen).OfType<DealMovedEvent>())
            {
                moved.From.ShouldBe(_last, "steps make a chain");
                Allowed(moved.From, moved.To).ShouldBeTrue($"{moved.From} -> {moved.To}");
                _last = moved.To;
            }
            _seen = ((IHasLocalEvents)Deal).LocalEvents.Count;
            Deal.Status.ShouldBe(_last!.Value);
            Deal.PriceChange.ShouldBe(Deal.PriceLines.Sum(x => x.Effect));
            Deal.Price.ShouldBe(Deal.StartPrice + Deal.PriceLines.Sum(x => x.Effect));
            (Deal.AgreedPrice is null || Deal.AgreedPrice == Deal.Price).ShouldBeTrue("the contract is what was shown");
            (Deal.PaidAmount is null || Deal.PaidAmount == Deal.AgreedPrice).ShouldBeTrue("paid to the kopeck");
            (Deal.Status is DealStatus.Paid or DealStatus.Completed).ShouldBe(Deal.PaidAt is not null);
            _requests.Count(x => x.IsOpen).ShouldBe(Deal.Status == DealStatus.ReassignRequested ? 1 : 0, "no request is lost, and none lingers");
        }

        private static bool Allowed(DealStatus? from, DealStatus to) => (from, to) switch
        {
            (null, DealStatus.Assigned) => true,
            (DealStatus.Assigned, DealStatus.Accepted or DealStatus.ReassignRequested or DealStatus.Assigned) => true, // to Assigned: another seller
            (DealStatus.Accepted, DealStatus.Inspection or DealStatus.ReassignRequested or DealStatus.Assigned) => true,
            (DealStatus.ReassignRequested, DealStatus.Assigned or DealStatus.Accepted or DealStatus.RejectedBySeller) => true,
            (DealStatus.Inspection, DealStatus.PriceAgreed or DealStatus.RejectedBySeller) => true,
            (DealStatus.PriceAgreed, DealStatus.DocumentsSigned or DealStatus.RejectedBySeller) => true,
            (DealStatus.DocumentsSigned, DealStatus.Paid) => true,
            (DealStatus.Paid, DealStatus.Completed) => true,
            ({ } any, DealStatus.RejectedByClient) => IsBefore(any),
            _ => false,
        };
    }
}

using System.Text.Json;
using SaleAuto.Calls;
using SaleAuto.Cars;
using SaleAuto.Clients;
using SaleAuto.Deals;
using SaleAuto.Events;
using SaleAuto.Leads;
using SaleAuto.Market;
using SaleAuto.Valuations;

namespace SaleAuto.Demo;

/// <summary>An invented request and all that came of it, told step by step. Uses the verbs of the trade, so that nothing impossible is shown.</summary>
public sealed class DemoRequest
{
    private const string ConsentVersion = "2026-11";

    private readonly string _name;
    private readonly DemoCar? _car;
    private readonly List<Consent> _consents = [];
    private readonly List<CallTask> _calls = [];
    private readonly List<CallAttempt> _attempts = [];
    private Client? _client;
    private Deal? _deal;
    private Valuation? _valuation;
    private DateTime _at;

    internal DemoRequest(string name, string number, int phone, string person, DemoCar? car, DateTime createdAt, LeadDetails details)
    {
        (_name, _car, _at, CreatedAt) = (name, car, createdAt, createdAt);
        Phone = PhoneNumber.Parse($"+7900000{phone:0000}");
        var kind = car is null ? LeadKind.CallRequest : LeadKind.Buyout;
        details = details with { Plate = car is null ? null : PlateNumber.Parse(car.Plate), MileageKm = car?.MileageKm };
        Lead = new Lead(DemoIds.Of($"lead:{name}"), number, kind, Phone, person, details, createdAt);
        _consents.Add(new Consent(DemoIds.Of($"consent:{name}:1"), Phone.Value, Lead.Id, ConsentKind.PersonalData, ConsentVersion, createdAt, "ru"));
    }

    /// <summary>The lead.</summary>
    public Lead Lead { get; }

    /// <summary>When it was entered, UTC.</summary>
    public DateTime CreatedAt { get; }

    /// <summary>Everything to be saved. What happened is told already: no handler is to hear of it.</summary>
    public IReadOnlyList<object> TakeRows()
    {
        object?[] rows = [_client, Lead, .. _consents, .. _calls, .. _attempts, _valuation, _deal];
        foreach (var aggregate in rows.OfType<IHasLocalEvents>())
        {
            aggregate.ClearLocalEvents();
        }
        return [.. rows.OfType<object>()];
    }

    internal PhoneNumber Phone { get; }

    private CallTask LastCall => _calls[^1];

    internal DemoRequest AgreeToAdvertising()
    {
        _consents.Add(new Consent(DemoIds.Of($"consent:{_name}:2"), Phone.Value, Lead.Id, ConsentKind.Advertising, ConsentVersion, _at, "ru"));
        return this;
    }

    internal DemoRequest After(double minutes)
    {
        _at = _at.AddMinutes(minutes);
        return this;
    }

    internal DemoRequest Confirm()
    {
        if (Lead.Kind == LeadKind.Buyout)
        {
            _client = new Client(DemoIds.Of($"client:{_name}"), Phone, Lead.Name);
            _client.ConfirmPhone(Lead.Id, _at);
        }
        Lead.Confirm(_client?.Id, _at);
        return Lead.Kind == LeadKind.Buyout ? Promise(CallTaskKind.FirstCall, 5) : Promise(CallTaskKind.Callback, 15);
    }

    internal DemoRequest Value()
    {
        var (figures, evidence) = _car!.Appraise();
        _valuation = new Valuation(DemoIds.Of($"valuation:{_name}"), Lead.Id, _at);
        _valuation.Identify(new VehicleRecord { Make = _car.Make, Model = _car.Model, Year = _car.Year });
        _valuation.Complete(figures, JsonSerializer.Serialize(evidence, JsonSerializerOptions.Web), _at, _at.AddDays(evidence.Settings.OfferValidDays));
        Lead.MarkValued(_at);
        return this;
    }

    internal DemoRequest LeaveToManager(ManualValuationReason reason)
    {
        _valuation = new Valuation(DemoIds.Of($"valuation:{_name}"), Lead.Id, _at);
        _valuation.LeaveToManager(reason, null, _at);
        Lead.MarkForManualValuation(_at, reason.ToString());
        return this;
    }

    internal DemoRequest Answer(ClientOpinion opinion, decimal? expectedPrice = null)
    {
        Lead.GiveOpinion(opinion, expectedPrice, _client!.Id, _at);
        return this;
    }

    internal DemoRequest TakeCall(string manager)
    {
        LastCall.Take(DemoStaff.IdOf(manager), _at);
        Lead.TakeIntoWork(DemoStaff.IdOf(manager), _at);
        return this;
    }

    internal DemoRequest PlanDeal()
    {
        EndCall(CallOutcome.Agreed, null);
        Lead.PlanDeal(LastCall.ManagerId!.Value, _at);
        return this;
    }

    internal DemoRequest PlanDeal(string number, string seller, MeetingPlan plan)
    {
        PlanDeal();
        var parties = new DealParties(Lead.Id, _client!.Id, DemoStaff.IdOf(seller), LastCall.ManagerId!.Value, LastCall.Id);
        _deal = new Deal(DemoIds.Of($"deal:{_name}"), number, parties, plan, new OfferedPrice(_valuation?.OfferLow, _valuation?.OfferHigh), _at);
        return this;
    }

    internal DemoRequest CallOff(string reason, double callAfterMinutes)
    {
        _deal!.RejectByClient(LastCall.ManagerId, reason, _at);
        Lead.PlanRecall(LastCall.ManagerId, reason, _at);
        return Promise(CallTaskKind.Repeat, callAfterMinutes, LastCall.ManagerId);
    }

    internal DemoRequest FailCall(CallOutcome outcome, double repeatAfterMinutes, string? note = null, CallTaskKind next = CallTaskKind.Repeat)
    {
        EndCall(outcome, note);
        Lead.PlanRecall(LastCall.ManagerId, note, _at);
        return Promise(next, repeatAfterMinutes, LastCall.ManagerId);
    }

    internal DemoRequest GiveUp(LeadCloseReason reason, string note)
    {
        EndCall(CallOutcome.GivenUp, note);
        Lead.Close(reason, LastCall.ManagerId, note, _at);
        return this;
    }

    internal DemoRequest Answer(LeadCorrection answers)
    {
        Lead.Correct(answers, LastCall.ManagerId!.Value, _at);
        return this;
    }

    internal DemoRequest Lose()
    {
        EndCall(CallOutcome.SoldToCompetitor, null);
        Lead.Lose(LastCall.ManagerId!.Value, _at);
        return this;
    }

    internal DemoRequest Win(string seller)
    {
        Lead.Win(DemoStaff.IdOf(seller), _at);
        return this;
    }

    internal DemoRequest Close(LeadCloseReason reason, string? note, string staff)
    {
        if (reason == LeadCloseReason.ConsentWithdrawn)
        {
            _consents.ForEach(x => x.Withdraw(_at));
        }
        _calls.ForEach(x => x.Cancel(_at));
        Lead.Close(reason, DemoStaff.IdOf(staff), note, _at);
        return this;
    }

    internal DemoRequest JoinTo(DemoRequest open)
    {
        Lead.JoinTo(open.Lead, _at);
        return this;
    }

    private void EndCall(CallOutcome outcome, string? note)
    {
        _attempts.Add(new CallAttempt(DemoIds.Of($"attempt:{_name}:{_attempts.Count + 1}"), LastCall, LastCall.ManagerId!.Value, outcome, note, [], _at));
        LastCall.Finish(outcome, _at);
    }

    private DemoRequest Promise(CallTaskKind kind, double minutes, Guid? responsibleId = null)
    {
        _calls.Add(new CallTask(DemoIds.Of($"call:{_name}:{_calls.Count + 1}"), Lead.Id, kind, _at, _at.AddMinutes(minutes), responsibleId));
        return this;
    }
}

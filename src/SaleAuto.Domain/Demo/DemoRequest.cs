using System.Text.Json;
using SaleAuto.Calls;
using SaleAuto.Cars;
using SaleAuto.Clients;
using SaleAuto.Events;
using SaleAuto.Leads;
using SaleAuto.Market;
using SaleAuto.Valuations;

namespace SaleAuto.Demo;

/// <summary>An invented request and all that came of it, told step by step. Uses the verbs of the trade, so that nothing impossible is shown.</summary>
public sealed class DemoRequest
{
    private const string ConsentVersion = "demo-1";

    private readonly string _name;
    private readonly DemoCar? _car;
    private readonly List<Consent> _consents = [];
    private readonly List<CallTask> _calls = [];
    private Client? _client;
    private Valuation? _valuation;
    private DateTime _at;

    internal DemoRequest(string name, string number, int phone, string person, DemoCar? car, DateTime createdAt, LeadDetails details)
    {
        (_name, _car, _at, CreatedAt) = (name, car, createdAt, createdAt);
        Phone = PhoneNumber.Parse($"+7900000{phone:0000}");
        var kind = car is null ? LeadKind.CallRequest : LeadKind.Buyout;
        details = details with { Plate = car is null ? null : PlateNumber.Parse(car.Plate), MileageKm = car?.MileageKm };
        Lead = new Lead(DemoIds.Of($"lead:{name}"), number, kind, Phone, person, details, createdAt);
        _consents.Add(new Consent(DemoIds.Of($"consent:{name}:1"), Phone.Value, Lead.Id, ConsentKind.PersonalData, ConsentVersion, createdAt));
    }

    /// <summary>The lead.</summary>
    public Lead Lead { get; }

    /// <summary>When it was entered, UTC.</summary>
    public DateTime CreatedAt { get; }

    /// <summary>Everything to be saved. What happened is told already: no handler is to hear of it.</summary>
    public IReadOnlyList<object> TakeRows()
    {
        object?[] rows = [_client, Lead, .. _consents, .. _calls, _valuation];
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
        _consents.Add(new Consent(DemoIds.Of($"consent:{_name}:2"), Phone.Value, Lead.Id, ConsentKind.Advertising, ConsentVersion, _at));
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
        LastCall.Finish(CallOutcome.Agreed, _at);
        Lead.PlanDeal(LastCall.ManagerId!.Value, _at);
        return this;
    }

    internal DemoRequest FailCall(CallOutcome outcome, double repeatAfterMinutes)
    {
        LastCall.Finish(outcome, _at);
        Lead.PlanRecall(LastCall.ManagerId, null, _at);
        return Promise(CallTaskKind.Repeat, repeatAfterMinutes);
    }

    internal DemoRequest Lose()
    {
        LastCall.Finish(CallOutcome.SoldToCompetitor, _at);
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

    private DemoRequest Promise(CallTaskKind kind, double minutes)
    {
        _calls.Add(new CallTask(DemoIds.Of($"call:{_name}:{_calls.Count + 1}"), Lead.Id, kind, _at, _at.AddMinutes(minutes)));
        return this;
    }
}

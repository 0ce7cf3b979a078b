using SaleAuto.Calls;
using SaleAuto.Clients;
using SaleAuto.Errors;
using SaleAuto.Leads;
using SaleAuto.Simulation.Records;

namespace SaleAuto.Simulation.People;

/// <summary>Somebody who may sell a car: from the request on the site, by phone or as a wish to be called. What managers hear in calls is in <see cref="CallStory"/>.</summary>
public sealed class ClientStory
{
    private const int MostLooksForTheCode = 7;

    // Long enough for the tries of a message that fails at first.
    private static readonly TimeSpan PauseBetweenLooks = TimeSpan.FromSeconds(70);

    private readonly World _world;
    private readonly int _number;
    private Guid _draftId;

    public ClientStory(World world, int number, ClientStory? askedBefore = null)
    {
        (_world, _number, Chances) = (world, number, world.NewChances());
        Phone = askedBefore?.Phone ?? $"+7916{number:0000000}";
        Plate = askedBefore?.Plate ?? $"{Letter(number)}{(number % 899) + 100}{Letter(number / 7)}{Letter(number / 31)}{(number / 899 % 90) + 101}";
        Nature = Chances.Next(100) switch
        {
            < 34 => ClientNature.Agrees,
            < 49 => ClientNature.Thinks,
            < 63 => ClientNature.Refuses,
            < 77 => ClientNature.SellsToCompetitor,
            < 89 => ClientNature.NeverAnswers,
            < 93 => ClientNature.WithdrawsConsent,
            _ => ClientNature.WrongNumber,
        };
    }

    public Random Chances { get; }

    public string Phone { get; }

    public string Plate { get; }

    public ClientNature Nature { get; set; }

    public PlainLead? Lead { get; private set; }

    public CallStory? Calls { get; private set; }

    /// <summary>The request comes.</summary>
    public Task ComeAsync()
    {
        _world.Leads.Came++;
        return Chances.Next(100) switch
        {
            < 68 => FillInTheFormAsync(),
            < 84 => WishToBeCalledAsync(),
            _ => PhoneAsync(),
        };
    }

    private async Task FillInTheFormAsync()
    {
        var input = new CreateLeadInput
        {
            Plate = Plate,
            Name = "Анна",
            Phone = Phone,
            MileageKm = Chances.Next(20, 250) * 1000,
            Condition = (Cars.CarCondition)Chances.Next(5),
            Source = (LeadSource)Chances.Next(7),
            Consents = [ConsentKind.PersonalData],
        };
        _draftId = (await _world.Company.OnSiteAsync(null, (IClientLeadAppService x) => x.CreateAsync(input, default))).Id;
        if (Chances.Next(100) < 6)
        {
            return; // closed the page
        }
        await _world.Company.OnSiteAsync(null, (IClientSignInAppService x) => x.SendCodeAsync(new SendCodeInput { Phone = Phone, LeadId = _draftId }, null, default));
        _world.Agenda.At(_world.Now + PauseBetweenLooks, () => TypeCodeAsync(1));
    }

    private async Task TypeCodeAsync(int looks)
    {
        await _world.Company.WorkAsync();
        if (!_world.Company.Wire.TryTakeCode(Phone, out var code))
        {
            if (looks < MostLooksForTheCode)
            {
                _world.Agenda.At(_world.Now + PauseBetweenLooks, () => TypeCodeAsync(looks + 1));
            }
            return;
        }
        if (Chances.Next(100) < 5)
        {
            var wrong = (code[0] == '9' ? '0' : (char)(code[0] + 1)) + code[1..];
            await World.TryAsync(() => SignInAsync(wrong), SaleAutoErrorCodes.SignIn.CodeInvalid);
        }
        TokensDto? tokens = null;
        if (await World.TryAsync(async () => tokens = await SignInAsync(code), SaleAutoErrorCodes.SignIn.CodeInvalid) is not null)
        {
            return; // it ran out while the program was down
        }
        var client = (await _world.Company.AskAsync((IAccessTokens x) => x.ReadAsync(tokens!.AccessToken, default)))!.ClientId;
        var seen = await _world.Company.OnSiteAsync(client, (IClientLeadAppService x) => x.GetAsync(_draftId, default));
        if (seen.Id != _draftId)
        {
            _world.Leads.Confirmed(_draftId, _world.Now).End = PlainLeadEnd.Duplicate;
            _world.Stories[seen.Id].Calls!.AskedAgain(TimeSpan.FromMinutes(5), isFirst: true);
            return;
        }
        Begin(_draftId, TimeSpan.FromMinutes(5));
        _world.Agenda.At(_world.Now.AddMinutes(Chances.Next(2, 40)), () => JudgeAsync(client));
        if (Chances.Next(100) < 6)
        {
            var again = new ClientStory(_world, _number, this);
            _world.Agenda.UntilEnd(_world.Now.AddMinutes(Chances.Next(5, 4000)), again.FillInTheFormAsync);
        }
    }

    private Task<TokensDto> SignInAsync(string code) =>
        _world.Company.OnSiteAsync(null, (IClientSignInAppService x) => x.SignInAsync(new SignInInput { Phone = Phone, Code = code }, default), mayRepeat: false);

    private async Task JudgeAsync(Guid client)
    {
        var answer = Chances.Next(3) == 0 ? ClientOpinion.Declined : ClientOpinion.Accepted;
        await World.TryAsync(
            () => _world.Company.OnSiteAsync(client, (IClientLeadAppService x) => x.SetOpinionAsync(_draftId, new LeadOpinionInput { Answer = answer }, default)),
            SaleAutoErrorCodes.Leads.NothingToJudge, SaleAutoErrorCodes.Leads.AlreadyClosed);
    }

    private async Task WishToBeCalledAsync()
    {
        var input = new CallbackInput { Phone = Phone, Name = "Иван", Consents = [ConsentKind.PersonalData] };
        await _world.Company.OnSiteAsync(null, (IClientLeadAppService x) => x.RequestCallAsync(input, default), mayRepeat: false);
        var found = await _world.Company.ByAsync(Team.Managers[0].Id, (ILeadSearchAppService x) => x.FindAsync(Phone, default));
        Begin(found[0].Id, TimeSpan.FromMinutes(15));
    }

    private async Task PhoneAsync()
    {
        var id = await _world.Company.CreateAsync(Team.Managers[Chances.Next(3)].Id, "leads", new { phone = Phone, name = "Пётр", plate = Plate, mileageKm = 90_000 });
        Begin(id, TimeSpan.FromMinutes(5));
    }

    private void Begin(Guid leadId, TimeSpan promise)
    {
        Lead = _world.Leads.Confirmed(leadId, _world.Now);
        _world.Stories[leadId] = this;
        Calls = new CallStory(_world, this, Lead);
        Calls.AskedAgain(promise, isFirst: true);
    }

    private static char Letter(int number) => "АВЕКМНОРСТУХ"[number % 12];
}

/// <summary>How a client takes the talk.</summary>
public enum ClientNature
{
    Agrees,
    Thinks,
    Refuses,
    SellsToCompetitor,
    NeverAnswers,
    WithdrawsConsent,
    WrongNumber,
}

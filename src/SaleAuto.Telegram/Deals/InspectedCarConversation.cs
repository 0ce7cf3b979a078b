using SaleAuto.Bot;
using SaleAuto.Cars;
using SaleAuto.Leads;

namespace SaleAuto.Deals;

/// <summary>What the seller finds of the car beside what the client declared.</summary>
internal sealed class InspectedCarConversation : Conversation<InspectedCarDraft>
{
    public InspectedCarConversation()
    {
        StartsOn(DealActions.Car);
        Permission(DealPermissions.Work);
        Begin<ISellerDealAppService>(async (draft, request, deals, token) =>
        {
            var deal = await deals.GetAsync(request.RequiredId, token);
            draft.DealId = deal.Id;
            (draft.KnownMileageKm, draft.KnownCondition, draft.KnownVin) = (deal.MileageKm ?? deal.DeclaredMileageKm, deal.Condition ?? deal.DeclaredCondition, deal.Vin);
            draft.IsNameKnown = deal.Car is { Make: not null, Model: not null, Year: not null };
        });
        Step<MileageStep>();
        Step<ConditionStep>();
        Step<VinStep>();
        Step<MakeStep>();
        Step<ModelStep>();
        Step<YearStep>();
        Finish<ISellerDealAppService>(async (draft, deals, token) =>
        {
            var input = new InspectedCarInput
            {
                MileageKm = draft.MileageKm,
                Condition = draft.Condition,
                Vin = draft.Vin,
                Make = draft.Make,
                Model = draft.Model,
                Year = draft.Year,
            };
            await deals.RecordCarAsync(draft.DealId, input, token);
            return DealCard.Of(await deals.GetAsync(draft.DealId, token)).Saying(SellerTexts.Get("Saved"));
        });
    }
}

/// <summary>Answers so far; what stays null does not change.</summary>
internal sealed class InspectedCarDraft
{
    public Guid DealId { get; set; }

    public int? KnownMileageKm { get; set; }

    public CarCondition? KnownCondition { get; set; }

    public string? KnownVin { get; set; }

    public bool IsNameKnown { get; set; }

    public int? MileageKm { get; set; }

    public CarCondition? Condition { get; set; }

    public string? Vin { get; set; }

    public string? Make { get; set; }

    public string? Model { get; set; }

    public int? Year { get; set; }
}

/// <summary>The odometer.</summary>
internal sealed class MileageStep : ConversationStep<InspectedCarDraft>
{
    private const string Same = "same";

    public override BotReply Ask(InspectedCarDraft draft)
    {
        var question = BotReply.Of(SellerTexts.Get("Car.AskMileage"));
        return draft.KnownMileageKm is { } known ? question.Row(BotButton.Choose(SellerTexts.Get("Car.SameMileage", $"{known:N0}"), Same)) : question;
    }

    public override StepResult Read(BotMessage message, InspectedCarDraft draft)
    {
        if (message.Choice == Same && draft.KnownMileageKm is { } known)
        {
            draft.MileageKm = known;
            return StepResult.Next();
        }
        if (!Money.TryParseWhole(message.Text, out var mileage) || mileage > LeadConsts.MaxMileageKm)
        {
            return StepResult.Retry(SellerTexts.Get("Car.MileageNotUnderstood"));
        }
        draft.MileageKm = mileage;
        return StepResult.Next();
    }
}

/// <summary>The condition.</summary>
internal sealed class ConditionStep : ConversationStep<InspectedCarDraft>
{
    public override BotReply Ask(InspectedCarDraft draft) => BotReply.Of(SellerTexts.Get("Car.AskCondition"))
        .Grid(Enum.GetValues<CarCondition>().Select(value => BotButton.Choose($"{SellerTexts.NameOf(value)}{(value == draft.KnownCondition ? " ✓" : "")}", value.ToString())));

    public override StepResult Read(BotMessage message, InspectedCarDraft draft)
    {
        if (!Enum.TryParse<CarCondition>(message.Choice, out var condition))
        {
            return StepResult.Retry(SellerTexts.Get("PressAButton"));
        }
        draft.Condition = condition;
        return StepResult.Next();
    }
}

/// <summary>The VIN, as it stands on the plate of the body.</summary>
internal sealed class VinStep : ConversationStep<InspectedCarDraft>
{
    private const string None = "none";

    public override BotReply Ask(InspectedCarDraft draft) => BotReply.Of(SellerTexts.Get(draft.KnownVin is null ? "Car.AskVin" : "Car.AskVinAgain", draft.KnownVin))
        .Row(BotButton.Choose(SellerTexts.Get(draft.KnownVin is null ? "Car.NoVin" : "Car.SameVin"), None));

    public override StepResult Read(BotMessage message, InspectedCarDraft draft)
    {
        if (message.Choice == None)
        {
            draft.Vin = draft.KnownVin;
            return StepResult.Next();
        }
        var typed = new string([.. (message.Text ?? "").Where(char.IsLetterOrDigit)]).ToUpperInvariant();
        // ISO 3779: 17 signs without I, O and Q.
        if (typed.Length != 17 || typed.Any(sign => !char.IsAscii(sign) || sign is 'I' or 'O' or 'Q'))
        {
            return StepResult.Retry(SellerTexts.Get("Car.VinNotUnderstood"));
        }
        draft.Vin = typed;
        return StepResult.Next();
    }
}

/// <summary>The make, when the plate told nothing.</summary>
internal sealed class MakeStep : ConversationStep<InspectedCarDraft>
{
    public override bool IsNeeded(InspectedCarDraft draft) => !draft.IsNameKnown;

    public override BotReply Ask(InspectedCarDraft draft) => BotReply.Of(SellerTexts.Get("Car.AskMake"));

    public override StepResult Read(BotMessage message, InspectedCarDraft draft)
    {
        if (message.Text?.Trim() is not { Length: > 0 and <= CarConsts.MaxNameLength } make)
        {
            return StepResult.Retry(SellerTexts.Get("Car.NameNotUnderstood"));
        }
        draft.Make = make;
        return StepResult.Next();
    }
}

/// <summary>The model.</summary>
internal sealed class ModelStep : ConversationStep<InspectedCarDraft>
{
    public override bool IsNeeded(InspectedCarDraft draft) => !draft.IsNameKnown;

    public override BotReply Ask(InspectedCarDraft draft) => BotReply.Of(SellerTexts.Get("Car.AskModel", draft.Make));

    public override StepResult Read(BotMessage message, InspectedCarDraft draft)
    {
        if (message.Text?.Trim() is not { Length: > 0 and <= CarConsts.MaxNameLength } model)
        {
            return StepResult.Retry(SellerTexts.Get("Car.NameNotUnderstood"));
        }
        draft.Model = model;
        return StepResult.Next();
    }
}

/// <summary>The year of manufacture.</summary>
internal sealed class YearStep(TimeProvider clock) : ConversationStep<InspectedCarDraft>
{
    public override bool IsNeeded(InspectedCarDraft draft) => !draft.IsNameKnown;

    public override BotReply Ask(InspectedCarDraft draft) => BotReply.Of(SellerTexts.Get("Car.AskYear"));

    public override StepResult Read(BotMessage message, InspectedCarDraft draft)
    {
        if (!Money.TryParseWhole(message.Text, out var year) || year < CarConsts.MinYear || year > clock.GetUtcNow().Year)
        {
            return StepResult.Retry(SellerTexts.Get("Car.YearNotUnderstood", CarConsts.MinYear));
        }
        draft.Year = year;
        return StepResult.Next();
    }
}

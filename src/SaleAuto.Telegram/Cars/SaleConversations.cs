using SaleAuto.Bot;
using SaleAuto.Deals;
using SaleAuto.Resales;

namespace SaleAuto.Cars;

/// <summary>The car is offered to buyers at a price.</summary>
internal sealed class PutOnSaleConversation : Conversation<SaleDraft>
{
    public PutOnSaleConversation()
    {
        StartsOn(CarActions.PutOnSale);
        Permission(DealPermissions.Work);
        Begin((draft, request) => (draft.CarId, draft.Question) = (request.RequiredId, "Sale.AskPrice"));
        Step<SaleAmountStep>();
        Finish<ISellerCarAppService>(async (draft, cars, token) =>
        {
            await cars.PutOnSaleAsync(draft.CarId, draft.Amount, token);
            return CarCard.Of(await cars.GetAsync(draft.CarId, token)).Saying(SellerTexts.Get("Saved"));
        });
    }
}

/// <summary>The car is sold: for how much, and how the money came.</summary>
internal sealed class ResaleConversation : Conversation<SaleDraft>
{
    public ResaleConversation()
    {
        StartsOn(CarActions.Resell);
        Permission(DealPermissions.Work);
        Begin((draft, request) => (draft.CarId, draft.Question) = (request.RequiredId, "Resale.AskAmount"));
        Step<ResaleAmountStep>();
        Step<ReceiptMethodStep>();
        Step<ResaleCheckStep>();
        Finish<ISellerCarAppService>(async (draft, cars, token) =>
        {
            await cars.RecordResaleAsync(draft.CarId, new RecordResaleInput { Amount = draft.Amount, Method = draft.Method, AgreedResaleId = draft.ResaleId }, token);
            return CarCard.Of(await cars.GetAsync(draft.CarId, token)).Saying(SellerTexts.Get("Saved"));
        });
    }
}

/// <summary>A buyer pays a part: the price, the part, and how it came.</summary>
internal sealed class DepositConversation : Conversation<SaleDraft>
{
    public DepositConversation()
    {
        StartsOn(CarActions.Deposit);
        Permission(DealPermissions.Work);
        Begin((draft, request) => (draft.CarId, draft.Question, draft.Key) = (request.RequiredId, "Deposit.AskPrice", Guid.CreateVersion7().ToString("N")));
        Step<SaleAmountStep>();
        Step<DepositAmountStep>();
        Step<ReceiptMethodStep>();
        Finish<ISellerCarAppService>(async (draft, cars, token) =>
        {
            await cars.TakeDepositAsync(draft.CarId, new TakeDepositInput { Price = draft.Amount, Amount = draft.Deposit, Method = draft.Method, Key = draft.Key }, token);
            return CarCard.Of(await cars.GetAsync(draft.CarId, token)).Saying(SellerTexts.Get("Saved"));
        });
    }
}

/// <summary>The buyer who paid a part withdraws: it goes back, or stays.</summary>
internal sealed class CancelResaleConversation : Conversation<SaleDraft>
{
    public CancelResaleConversation()
    {
        StartsOn(CarActions.CancelResale);
        Permission(DealPermissions.Work);
        Begin((draft, request) => draft.CarId = request.RequiredId);
        Step<DepositFateStep>();
        Finish<ISellerCarAppService>(async (draft, cars, token) =>
        {
            await cars.CancelResaleAsync(draft.CarId, draft.ResaleId ?? default, new CancelResaleInput { KeepsDeposit = draft.KeepsDeposit }, token);
            return CarCard.Of(await cars.GetAsync(draft.CarId, token)).Saying(SellerTexts.Get("Saved"));
        });
    }
}

/// <summary>Answers so far.</summary>
internal sealed class SaleDraft
{
    public Guid CarId { get; set; }

    public Guid? ResaleId { get; set; }

    public string Key { get; set; } = "";

    public decimal Deposit { get; set; }

    public bool KeepsDeposit { get; set; }

    public string Question { get; set; } = "";

    public decimal Amount { get; set; }

    public ReceiptMethod Method { get; set; }
}

/// <summary>The price.</summary>
internal sealed class SaleAmountStep() : AmountAnswer<SaleDraft>(least: 1)
{
    public override BotReply Ask(SaleDraft draft) => BotReply.Of(SellerTexts.Get(draft.Question));

    protected override StepResult Take(SaleDraft draft, decimal amount)
    {
        draft.Amount = amount;
        return StepResult.Next();
    }
}

/// <summary>What the car is sold for. After a deposit the price is known, and only the rest is to come.</summary>
internal sealed class ResaleAmountStep(ISellerCarAppService cars) : ConversationStep<SaleDraft>
{
    private const string AsAgreed = "agreed";

    public override async Task<BotReply> AskAsync(SaleDraft draft, CancellationToken cancellationToken)
    {
        if ((await cars.GetAsync(draft.CarId, cancellationToken)).AgreedResale is not { } agreed)
        {
            return BotReply.Of(SellerTexts.Get("Resale.AskAmount"));
        }
        return BotReply.OfHtml(SellerTexts.Get("Resale.AskRest"), Money.Show(agreed.Amount), Money.Show(agreed.Paid), Money.Show(agreed.Amount - agreed.Paid))
            .Row(BotButton.Choose(SellerTexts.Get("Resale.RestCame", Money.Show(agreed.Amount - agreed.Paid)), AsAgreed));
    }

    public override async Task<StepResult> ReadAsync(BotMessage message, SaleDraft draft, CancellationToken cancellationToken)
    {
        if (message.Choice == AsAgreed && (await cars.GetAsync(draft.CarId, cancellationToken)).AgreedResale is { } agreed)
        {
            draft.Amount = agreed.Amount;
            return StepResult.Next();
        }
        if (!Money.TryParse(message.Text, out var amount) || amount < 1 || amount > CarConsts.MaxPrice)
        {
            return StepResult.Retry(SellerTexts.Get("AmountNotUnderstood"));
        }
        draft.Amount = amount;
        return StepResult.Next();
    }
}

/// <summary>The part that came.</summary>
internal sealed class DepositAmountStep : AmountAnswer<SaleDraft>
{
    public override BotReply Ask(SaleDraft draft) => BotReply.Of(SellerTexts.Get("Deposit.AskAmount"));

    protected override StepResult Take(SaleDraft draft, decimal amount)
    {
        if (amount >= draft.Amount)
        {
            return StepResult.Retry(SellerTexts.Get("Deposit.TooMuch", Money.Show(draft.Amount)));
        }
        draft.Deposit = amount;
        return StepResult.Next();
    }
}

/// <summary>What becomes of the deposit. The buttons name the sale: it is that one which ends, whatever was sold meanwhile.</summary>
internal sealed class DepositFateStep(ISellerCarAppService cars) : ConversationStep<SaleDraft>
{
    private const char Back = 'b';
    private const char Keep = 'k';

    public override async Task<BotReply> AskAsync(SaleDraft draft, CancellationToken cancellationToken)
    {
        var sale = (await cars.GetAsync(draft.CarId, cancellationToken)).AgreedResale?.Id ?? default;
        return BotReply.Of(SellerTexts.Get("Deposit.AskFate"))
            .Row(BotButton.Choose(SellerTexts.Get("Deposit.Back"), SaleChoice.Write(Back, sale)))
            .Row(BotButton.Choose(SellerTexts.Get("Deposit.Keep"), SaleChoice.Write(Keep, sale)));
    }

    public override StepResult Read(BotMessage message, SaleDraft draft)
    {
        if (!SaleChoice.TryRead(message.Choice, out var fate, out var sale) || fate is not (Back or Keep))
        {
            return StepResult.Retry(SellerTexts.Get("PressAButton"));
        }
        (draft.KeepsDeposit, draft.ResaleId) = (fate == Keep, sale);
        return StepResult.Next();
    }
}

/// <summary>What a button says of the sale that it was shown with.</summary>
internal static class SaleChoice
{
    public static string Write(char choice, Guid? resaleId) => $"{choice}{resaleId:N}";

    public static bool TryRead(string? text, out char choice, out Guid? resaleId)
    {
        (choice, resaleId) = (text is { Length: > 0 } ? text[0] : default, text is { Length: > 1 } && Guid.TryParseExact(text[1..], "N", out var id) ? id : null);
        return text is { Length: 1 } || resaleId is not null;
    }
}

/// <summary>How the money came.</summary>
internal sealed class ReceiptMethodStep : ConversationStep<SaleDraft>
{
    public override BotReply Ask(SaleDraft draft) => BotReply.Of(SellerTexts.Get("Resale.AskMethod"))
        .Grid(Enum.GetValues<ReceiptMethod>().Select(method => BotButton.Choose(SellerTexts.NameOf(method), method.ToString())));

    public override StepResult Read(BotMessage message, SaleDraft draft)
    {
        if (!Enum.TryParse<ReceiptMethod>(message.Choice, out var method))
        {
            return StepResult.Retry(SellerTexts.Get("PressAButton"));
        }
        draft.Method = method;
        return StepResult.Next();
    }
}

/// <summary>A last look: a sold car is closed for further expenses.</summary>
internal sealed class ResaleCheckStep(ISellerCarAppService cars) : ConversationStep<SaleDraft>
{
    private const char Sold = 's';

    public override async Task<BotReply> AskAsync(SaleDraft draft, CancellationToken cancellationToken)
    {
        var car = await cars.GetAsync(draft.CarId, cancellationToken);
        var paid = car.AgreedResale?.Paid ?? 0;
        return BotReply.OfHtml(SellerTexts.Get(paid > 0 ? "Resale.CheckRest" : "Resale.Check"), car.Title, Money.Show(draft.Amount), SellerTexts.NameOf(draft.Method), Money.Show(car.BuyoutPrice + car.Expenses), Money.Show(paid), Money.Show(draft.Amount - paid))
            .Row(BotButton.Choose(SellerTexts.Get("Resale.Confirm"), SaleChoice.Write(Sold, car.AgreedResale?.Id)));
    }

    public override StepResult Read(BotMessage message, SaleDraft draft)
    {
        if (!SaleChoice.TryRead(message.Choice, out var choice, out var sale) || choice != Sold)
        {
            return StepResult.Retry(SellerTexts.Get("PressAButton"));
        }
        draft.ResaleId = sale;
        return StepResult.Next();
    }
}

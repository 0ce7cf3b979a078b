using SaleAuto.Cars;

namespace SaleAuto.Bot;

/// <summary>A question that is answered with a sum.</summary>
/// <param name="least">Smallest sum, roubles.</param>
/// <param name="most">Largest sum, roubles.</param>
internal abstract class AmountAnswer<TDraft>(decimal least = 0.01m, decimal most = CarConsts.MaxPrice) : ConversationStep<TDraft>
{
    public sealed override StepResult Read(BotMessage message, TDraft draft) =>
        Money.TryParse(message.Text, out var amount) && amount >= least && amount <= most
            ? Take(draft, amount)
            : StepResult.Retry(SellerTexts.Get("AmountNotUnderstood"));

    /// <summary>Puts the sum into the draft, or says what is wrong with it.</summary>
    protected abstract StepResult Take(TDraft draft, decimal amount);
}

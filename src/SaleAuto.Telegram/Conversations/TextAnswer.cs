namespace SaleAuto.Bot;

/// <summary>A question that is answered in the person's own words.</summary>
/// <param name="most">Length of the longest answer, characters.</param>
internal abstract class TextAnswer<TDraft>(int most) : ConversationStep<TDraft>
{
    public sealed override StepResult Read(BotMessage message, TDraft draft)
    {
        if (message.Text?.Trim() is not { Length: > 0 } text || text.Length > most)
        {
            return StepResult.Retry(SellerTexts.Get("TextNotUnderstood", most));
        }
        Take(draft, text);
        return StepResult.Next();
    }

    /// <summary>Puts the words into the draft.</summary>
    protected abstract void Take(TDraft draft, string text);
}

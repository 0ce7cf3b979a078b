using SaleAuto.Errors;
using SaleAuto.Localization;

namespace SaleAuto.Bot;

/// <summary>Says a refusal of the program in the words that the pages and the API use, but where those speak of pages and addresses.</summary>
internal static class BotRefusal
{
    /// <summary>The words, or null when it is no refusal but a failure.</summary>
    public static string? Find(Exception exception) => exception switch
    {
        TooManyRequestsException late => ErrorTexts.For(late.Code, late.Values, late.RetryAfter),
        BusinessException refused => ErrorTexts.For(refused.Code, refused.Values),
        InputValidationException wrong => string.Join("\n", wrong.Errors.Select(error => ErrorTexts.For(error.Code, error.Values)).Distinct()),
        EntityNotFoundException => BotTexts.Get("Gone"),
        AuthorizationException => BotTexts.Get("Forbidden"),
        _ => null,
    };
}

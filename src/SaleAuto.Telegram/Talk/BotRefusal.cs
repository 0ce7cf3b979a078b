using SaleAuto.Errors;
using SaleAuto.Localization;

namespace SaleAuto.Bot;

/// <summary>Says a refusal of the program in the words that the pages and the API use.</summary>
internal static class BotRefusal
{
    /// <summary>The words, or null when it is no refusal but a failure.</summary>
    public static string? Find(Exception exception) => exception switch
    {
        TooManyRequestsException late => ErrorTexts.For(late.Code, late.Values, late.RetryAfter),
        BusinessException refused => ErrorTexts.For(refused.Code, refused.Values),
        InputValidationException wrong => string.Join("\n", wrong.Errors.Select(error => ErrorTexts.For(error.Code, error.Values)).Distinct()),
        EntityNotFoundException => ErrorTexts.For(SaleAutoErrorCodes.Requests.NotFound),
        AuthorizationException => ErrorTexts.For(SaleAutoErrorCodes.Requests.Forbidden),
        _ => null,
    };
}
